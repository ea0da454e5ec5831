import { LacunaError } from './errors.ts';
import type { Verdict } from './schema.ts';
import type { Cell, Statement, StoreReader, StoreWriter, Value } from './store/store.ts';

/**
 * What people say of the graph: verdicts and notes on gaps, names of themes. It hangs on no node, so neither an
 * ingest nor an analysis takes it away, and a gap or theme that comes back finds it again.
 */

const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

/** The map shows themes by their names, so readers of the graph must hear of a new one. */
const countRevision = statement(
  "MERGE (r:Run {id: 'judgements'}) SET r.kind = 'judgements', r.revision = coalesce(r.revision, 0) + 1",
  {},
);

const forget = (id: string): Statement => statement('MATCH (j:Judgement {id: $id}) DETACH DELETE j', { id });

/**
 * Keeps what somebody says of a gap; no verdict and an empty note take it back, also where the gap is no more.
 * Throws `notFound` for a gap that there isn't.
 */
export async function judgeGap(
  store: StoreWriter,
  id: string,
  { verdict, note }: { verdict: Verdict | null; note: string },
): Promise<void> {
  if (verdict === null && note === '') return store.write([forget(id)]);
  await refuseUnlessThere(store, 'Gap', id);
  await store.write([
    statement('MERGE (j:Judgement {id: $id}) SET j.verdict = $verdict, j.note = $note', {
      id,
      verdict,
      note,
    }),
  ]);
}

/** Gives a theme a name, or with null its own label back. Throws `notFound` for a theme that there isn't. */
export async function nameTheme(store: StoreWriter, id: string, label: string | null): Promise<void> {
  await refuseUnlessThere(store, 'Theme', id);
  const kept =
    label === null
      ? forget(id)
      : statement("MERGE (j:Judgement {id: $id}) SET j.label = $label, j.note = ''", { id, label });
  await store.write([kept, ...showName(id, label), countRevision]);
}

/** Shows names that were given while an analysis, which knew of none of them, was writing its own labels. */
export async function showGivenNames(store: StoreWriter): Promise<void> {
  const { rows } = await store.read(
    statement(
      `MATCH (j:Judgement) WHERE j.label IS NOT NULL MATCH (t:Theme {id: j.id}) WHERE t.label <> j.label
       RETURN j.id AS id, j.label AS label`,
      {},
    ),
  );
  if (rows.length === 0) return;
  await store.write([...rows.flatMap(([id, label]) => showName(text(id), text(label))), countRevision]);
}

/** NOTE: a theme of an older version has no `ownLabel`; what it shows is its own. */
const showName = (id: string, label: string | null): Statement[] => [
  statement('MATCH (t:Theme {id: $id}) SET t.ownLabel = coalesce(t.ownLabel, t.label)', { id }),
  label === null
    ? statement('MATCH (t:Theme {id: $id}) SET t.label = t.ownLabel', { id })
    : statement('MATCH (t:Theme {id: $id}) SET t.label = $label', { id, label }),
];

const text = (cell: Cell | undefined): string => String(cell);

async function refuseUnlessThere(store: StoreReader, label: 'Gap' | 'Theme', id: string): Promise<void> {
  const { rows } = await store.read(statement(`MATCH (n:${label} {id: $id}) RETURN n.id AS id`, { id }));
  if (rows.length > 0) return;
  throw new LacunaError('notFound', `There is no ${label.toLowerCase()} with this id.`, { details: { id } });
}
