import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchContext, BenchResult, Verdict } from '../../bench/support/bench.ts';
import { analyse } from '../../graph/analyse.ts';
import { graphHash } from '../../graph/graph-hash.ts';
import { openReader, openWriter } from '../../graph/store/open.ts';
import type { StoreLocation, StoreReader } from '../../graph/store/store.ts';
import { exportForNeo4jAdmin } from '../../ingest/cli/neo4j-admin/export-folder.ts';
import { EXTRACTORS } from '../../ingest/extract/extractor-module.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { startImported } from '../support/neo4j-import.ts';
import { NEO4J_VERSIONS } from '../support/neo4j-server.ts';

const SAMPLE = join(import.meta.dirname, '../../samples/landmark-papers.jsonl');

/** What people said and noted, which the graph's hash leaves out. */
const APART = `MATCH (n) WHERE n:Judgement OR n:Annotation OR n:Decision
  RETURN labels(n)[0] AS label, n.id AS id, n.note AS note, n.tags AS tags, n.json AS json, n.verdict AS verdict ORDER BY label, id`;

export const bench: Bench = {
  name: 'admin-import',
  title: 'Neo4j’s bulk import of an exported store',
  about:
    'The sample, ingested and analysed in the embedded store, with texts and lists in it that could break a CSV file: exported by `lacuna export --for neo4j-admin`, imported by the real `neo4j-admin database import full`, and compared by graph hash.',
  run: soak,
};

async function soak({ folder, say }: BenchContext): Promise<BenchResult> {
  const location = { kind: 'embedded', folder: join(folder, 'store') } as const;
  await fill(location, folder);
  const exported = join(folder, 'export');
  mkdirSync(exported);
  const reader = await openReader(location);
  const [hash, apart] = [await graphHash(reader), await apartOf(reader)];
  const { nodes, relations } = await exportForNeo4jAdmin(reader, exported);
  await reader.close();
  const verdicts: Verdict[] = [];
  for (const version of NEO4J_VERSIONS) {
    say(`Neo4j ${version}`);
    const asked = `Neo4j ${version}: the imported graph is that of the embedded store`;
    const imported = await startImported(version, exported);
    if (!imported) {
      verdicts.push({ asked, measured: 'its Java is not to be had', met: false });
      continue;
    }
    try {
      const server = await openReader({ kind: 'neo4j', ...imported.server });
      const isSame = (await graphHash(server)) === hash && (await apartOf(server)) === apart;
      await server.close();
      const measured = `${nodes} nodes, ${relations} relations: ${isSame ? 'the same graph hash, notes and decisions' : 'they differ'}`;
      verdicts.push({ asked, measured, met: isSame });
    } finally {
      await imported.stop();
    }
  }
  return { tables: [], verdicts };
}

const apartOf = async (store: StoreReader): Promise<string> =>
  JSON.stringify((await store.read({ text: APART, parameters: {} })).rows);

async function fill(location: StoreLocation, folder: string): Promise<void> {
  const store = await openWriter(location);
  await ingest({ files: [SAMPLE], store, cacheFolder: join(folder, 'cache'), extractor: EXTRACTORS.rules });
  await analyse(store);
  const notes = ['=1+1', '"', 'a "b", c', 'line\r\nline\n', ';|\\', '\\"', '\u001f', ' ', '', '日本 🙂'];
  await store.write([
    {
      text: `UNWIND $rows AS row CREATE (:Annotation {id: row[0], note: row[1], tags: row[2]})`,
      parameters: {
        rows: notes.map((note, i) => [`note ${i}`, note, [[], [''], [note], [note, ''], ['', note]][i % 5]!]),
      },
    },
    {
      text: `CREATE (:Decision {id: 'd1', json: $json}) CREATE (:Judgement {id: 'j1', verdict: 'kept', note: ''})`,
      parameters: { json: JSON.stringify({ text: notes, long: 'x'.repeat(5_000_000) }) },
    },
  ]);
  await store.close();
}
