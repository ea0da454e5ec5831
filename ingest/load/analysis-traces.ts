import { z } from 'zod';
import type { Statement, StoreReader, StoreWriter, Value } from '../../graph/store/store.ts';

/** Longer ones are not kept: the next analysis finds all again. */
const MOST_CHARACTERS = 4_000_000;

type Rows = Record<string, Value>[];

/** What an analysis found of a concept, by statements that read it and put it back. */
const TRACES = {
  places: [
    'MATCH (c:Concept {id: id}) WHERE c.x IS NOT NULL RETURN id, c.x AS x, c.y AS y',
    'MATCH (c:Concept {id: row.id}) SET c.x = row.x, c.y = row.y',
  ],
  themes: [
    'MATCH (c:Concept {id: id})-[r:IN_THEME]->(t:Theme) RETURN id, t.id AS theme, r.share AS share, r.ambiguity AS ambiguity',
    `MATCH (c:Concept {id: row.id}) MATCH (t:Theme {id: row.theme})
     MERGE (c)-[r:IN_THEME]->(t) SET r.share = row.share, r.ambiguity = row.ambiguity`,
  ],
  tiesFrom: [
    'MATCH (c:Concept {id: id})-[r:CO_OCCURS]->(d:Concept) RETURN id, d.id AS other, r.papers AS papers, r.strength AS strength',
    `MATCH (c:Concept {id: row.id}) MATCH (d:Concept {id: row.other})
     MERGE (c)-[r:CO_OCCURS]->(d) SET r.papers = row.papers, r.strength = row.strength`,
  ],
  tiesTo: [
    'MATCH (c:Concept {id: id})<-[r:CO_OCCURS]-(d:Concept) RETURN id, d.id AS other, r.papers AS papers, r.strength AS strength',
    `MATCH (c:Concept {id: row.id}) MATCH (d:Concept {id: row.other})
     MERGE (d)-[r:CO_OCCURS]->(c) SET r.papers = row.papers, r.strength = row.strength`,
  ],
  gaps: [
    'MATCH (c:Concept {id: id})<-[:BETWEEN]-(g:Gap) RETURN id, g.id AS gap',
    'MATCH (c:Concept {id: row.id}) MATCH (g:Gap {id: row.gap}) MERGE (g)-[:BETWEEN]->(c)',
  ],
} as const;
const NAMES = Object.keys(TRACES) as (keyof typeof TRACES)[];

const tracesSchema = z.object({
  /** The graph that was analysed, and the hash of what the analysis noted. */
  graph: z.string(),
  made: z.string(),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))),
});

const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

async function runOf(store: StoreReader, id: string): Promise<{ graph: string; made: string }> {
  const { rows } = await store.read(
    statement('MATCH (r:Run {id: $id}) RETURN r.graph AS graph, r.made AS made', { id }),
  );
  const [graph, made] = rows[0] ?? [];
  return { graph: String(graph ?? ''), made: String(made ?? '') };
}

/** Keeps on a decision what the analysis found of the concepts that go by it, before they do. */
export async function keepTraces(
  store: StoreWriter,
  decision: string,
  concepts: readonly string[],
): Promise<void> {
  const rows: Record<string, Rows> = {};
  for (const name of NAMES) {
    const text = `UNWIND $ids AS id ${TRACES[name][0]}`;
    const result = await store.read(statement(text, { ids: [...concepts] }), {
      maxRows: Number.MAX_SAFE_INTEGER,
    });
    rows[name] = result.rows.map((cells) =>
      Object.fromEntries(result.columns.map((column, i) => [column, (cells[i] ?? null) as Value])),
    );
  }
  const json = JSON.stringify({ ...(await runOf(store, 'analysis')), rows });
  if (json.length > MOST_CHARACTERS) return;
  await store.write([
    statement('MATCH (d:Decision {id: $decision}) SET d.traces = $json', { decision, json }),
  ]);
}

/** What was kept on decisions that are about to be taken back. */
export async function tracesOf(store: StoreReader, decisions: readonly string[]): Promise<string[]> {
  const { rows } = await store.read(
    statement(
      'UNWIND $ids AS id MATCH (d:Decision {id: id}) WHERE d.traces IS NOT NULL RETURN d.traces AS traces',
      {
        ids: [...decisions],
      },
    ),
  );
  return rows.map(([json]) => String(json));
}

/**
 * Puts back what the analysis found of concepts that are there again, as long as it is the same analysis. Where the graph is
 * the one that was analysed, the analysis counts as its own again.
 */
export async function restoreTraces(store: StoreWriter, kept: readonly string[]): Promise<void> {
  for (const json of kept) {
    const traces = tracesSchema.parse(JSON.parse(json));
    const analysis = await runOf(store, 'analysis');
    if (traces.made === '' || traces.made !== analysis.made) continue;
    const statements = NAMES.flatMap((name) => {
      const rows = traces.rows[name] ?? [];
      return rows.length > 0 ? [statement(`UNWIND $rows AS row ${TRACES[name][1]}`, { rows })] : [];
    });
    const isAnalysed = traces.graph !== '' && traces.graph === (await runOf(store, 'ingest')).graph;
    if (isAnalysed) {
      statements.push(
        statement("MATCH (r:Run {id: 'analysis'}) SET r.graph = $graph", { graph: traces.graph }),
      );
    }
    if (statements.length > 0) await store.write(statements);
  }
}
