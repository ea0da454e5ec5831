import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../graph/make-folder.ts';
import { CONSTRAINTS, INDEXES, KEY_INDEXES } from '../graph/store/indexes.ts';
import { storeFile } from '../graph/store/journal/store-files.ts';
import { openReader } from '../graph/store/open.ts';
import { startImported } from '../tests/support/neo4j-import.ts';
import { javaFor, neo4jClassPath } from '../tests/support/neo4j-jars.ts';
import { startNeo4j } from '../tests/support/neo4j-process.ts';
import { NEO4J_VERSIONS, type Neo4jServer } from '../tests/support/neo4j-server.ts';
import { bulk, type GraphRows, runInEngine } from './support/bare-loop.ts';
import type { Bench, BenchContext, BenchResult, BenchTable } from './support/bench.ts';
import { drawnLiterature } from './support/drawn-literature.ts';
import { lacuna } from './support/lacuna-process.ts';
import { onServer } from './support/load-places.ts';

const SIZES = [100_000, 1_000_000];
const QUICK = [20_000];
/** MERGE is measured up to here: it takes minutes beyond, and falls further behind. */
const MERGE_UP_TO = 100_000;
const BATCH = 5000;
/** A server as one has it for such a graph, and not as small as the tests have it; the same for both ways. */
const JAVA = ['-Xms1g', '-Xmx1g', '-XX:+UseG1GC'];
const COLUMNS = ['relations', 'nodes', 'way', 'seconds', 'relations/s', 'nodes and relations/s', 'MB'];

export const bench: Bench = {
  name: 'admin-import',
  title: 'Neo4j’s bulk import against Bolt',
  about:
    'A graph of the embedded store into an empty Neo4j: by `lacuna export --for neo4j-admin`, `neo4j-admin database import full` and what is to be run after it, and by the barest loop of UNWIND over Bolt, whose rows are in memory already. The same constraints and indexes in the end.',
  run,
};

async function run({ folder, quick, say }: BenchContext): Promise<BenchResult> {
  const version = NEO4J_VERSIONS[0]!;
  const table: BenchTable = { caption: `Neo4j ${version}: a first load`, columns: COLUMNS, rows: [] };
  const result: BenchResult = { tables: [table], verdicts: [], notes: NOTES };
  const java = await javaFor(version);
  if (java === null) {
    table.rows.push(COLUMNS.map(() => null));
    return { ...result, notes: [`Its Java is not to be had here, so nothing was measured.`] };
  }
  for (const size of quick ? QUICK : SIZES) {
    const rows = drawnLiterature(size);
    const relations = rows.relations.reduce((sum, some) => sum + some.rows.length, 0);
    const add = (way: string, seconds: number, megabytes: number | null = null): void => {
      const perSecond = [relations / seconds, rows.count / seconds];
      table.rows.push([relations, rows.count - relations, way, seconds, ...perSecond, megabytes]);
      say(`${relations} relations, ${way}: ${seconds.toFixed(1)} s`);
    };
    const imported = await byImport(rows, version, join(folder, String(size)), add);
    /** Each on a server of its own: to empty one takes more memory than a transaction may have there. */
    const overBolt = async (how: 'create' | 'merge'): Promise<number> => {
      const { server, stop } = await startNeo4j(version, java, await neo4jClassPath(version), { java: JAVA });
      try {
        const seconds = await onServer(server).contestants[how](rows, BATCH);
        await expectAll(server, rows, relations);
        return seconds;
      } finally {
        await stop();
      }
    };
    const bolt = await overBolt('create');
    add('Bolt, UNWIND CREATE', bolt);
    if (size <= MERGE_UP_TO) add('Bolt, UNWIND MERGE', await overBolt('merge'));
    result.verdicts = [verdict(relations, imported, bolt)];
  }
  return result;
}

const NOTES = [
  'MB is the size of the exported folder; of the export, the most memory that it took stands in brackets. A server that is to be filled by the import stands still for as long, and loses what it held; over Bolt it goes on answering.',
];

const verdict = (relations: number, imported: number, bolt: number): BenchResult['verdicts'][number] => ({
  asked: `${relations} relations sooner by export, import and what comes after it than over Bolt`,
  measured: `${imported.toPrecision(3)} s against ${bolt.toPrecision(3)} s: ${(bolt / imported).toPrecision(2)} times the speed`,
  met: imported < bolt,
});

/** Seconds of all of it. */
async function byImport(
  rows: GraphRows,
  version: string,
  folder: string,
  add: (way: string, seconds: number, megabytes?: number) => void,
): Promise<number> {
  const store = join(folder, 'store');
  makeFolder(store);
  const schema = [...CONSTRAINTS, ...KEY_INDEXES, ...INDEXES];
  await runInEngine(storeFile(store), schema, (db) => bulk(db, rows, BATCH));
  const exported = join(folder, 'export');
  const { seconds, megabytes } = await lacuna([
    'export',
    '--for',
    'neo4j-admin',
    exported,
    '--store',
    `file:${store}`,
  ]);
  add(`lacuna export (${Math.round(megabytes)} MB)`, seconds, await megabytesIn(exported));
  const imported = await startImported(version, exported, { java: JAVA });
  if (!imported) throw new Error('Java went away.');
  try {
    const { admin, after } = imported.seconds;
    add('neo4j-admin database import', admin);
    add('after-import.cypher', after);
    const relations = rows.relations.reduce((sum, some) => sum + some.rows.length, 0);
    await expectAll(imported.server, rows, relations);
    const all = seconds + admin + after;
    add('all three', all);
    return all;
  } finally {
    await imported.stop();
  }
}

async function megabytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder)) bytes += (await stat(join(folder, name))).size;
  return Math.round(bytes / 2 ** 20);
}

async function expectAll(server: Neo4jServer, { count }: GraphRows, relations: number): Promise<void> {
  const reader = await openReader({ kind: 'neo4j', ...server });
  try {
    const number = async (text: string) => Number((await reader.read({ text, parameters: {} })).rows[0]![0]);
    const found = [
      await number('MATCH (n) RETURN count(n)'),
      await number('MATCH ()-[r]->() RETURN count(r)'),
    ];
    if (found[0] === count - relations && found[1] === relations) return;
    throw new Error(
      `Loaded were ${found.join(' nodes and ')} relations, not ${count - relations} and ${relations}.`,
    );
  } finally {
    await reader.close();
  }
}
