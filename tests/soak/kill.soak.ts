import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchTable, Verdict } from '../../bench/support/bench.ts';
import { seededRandom } from '../../graph/analysis/random.ts';
import { openReader } from '../../graph/store/open.ts';
import type { StoreLocation } from '../../graph/store/store.ts';
import { DEFAULT_INGEST_SETTINGS } from '../../ingest/settings.ts';
import { writeBlendedCorpus } from '../cli/blended-corpus.ts';
import { NEO4J_START_MS } from '../support/neo4j-server.ts';
import { finish, hashOf, killIn, type Moment, type Place, prepare, WORKS, type Work } from './kill/works.ts';
import { startOneNeo4j } from './neo4j.ts';

const SEED = 50;
const PAPERS = 150;
/** How often each is killed; fifty times in all on each store. */
const KILLS: Readonly<Record<Work, number>> = { ingest: 18, analysis: 10, upload: 12, merge: 10 };
/** One that comes after the work has ended is no kill of it, and is tried again, so often at most. */
const MOST_TRIES = 3;
/** Before this part of the whole time a program only loads its code. */
const BEGIN = 0.2;
/** Of the papers' batches, one of so many is that in which a command is killed, this many milliseconds into it at most. */
const BATCHES = 2;
/** Of an ingest. */
const { papersPerBatch } = DEFAULT_INGEST_SETTINGS;
const IN_BATCH_MS = 60;

interface Row {
  store: string;
  work: Work;
  kills: number;
  late: number;
  acknowledged: number;
  lost: number;
  different: number;
}

export const bench: Bench = {
  name: 'kill',
  title: 'Killed at any moment',
  about: `The program and its engine are killed (SIGKILL, the whole process group) at random moments of an ingest, of an analysis, of an upload and of a merge of two terms through a serving explorer in which somebody writes notes meanwhile. Then the store is opened again: all that had been acknowledged must be there; and when the work is done once more, the graph must have the hash of one that was never disturbed. Acknowledged are papers that an ingest said to have loaded, notes, uploads and merges that the explorer said to have done; an analysis acknowledges nothing before its end. There are ${PAPERS} papers, which an ingest writes in ${Math.ceil(PAPERS / papersPerBatch)} batches of ${papersPerBatch}; of the kills of an ingest or an analysis two thirds come within ${IN_BATCH_MS} ms after its first or second batch, the others anywhere in it.`,
  async run({ folder, quick, say }) {
    const rows: Row[] = [];
    const corpus = join(folder, 'all.jsonl');
    await writeBlendedCorpus(corpus, quick ? 60 : PAPERS);
    const lines = (await readFile(corpus, 'utf8')).trimEnd().split('\n');
    const files = [join(folder, 'first.jsonl'), join(folder, 'second.jsonl')] as const;
    const half = Math.ceil(lines.length * 0.7);
    await writeFile(files[0], `${lines.slice(0, half).join('\n')}\n`);
    await writeFile(files[1], `${lines.slice(half).join('\n')}\n`);

    const onStore = async (name: string, location: StoreLocation): Promise<void> => {
      const own = join(folder, location.kind);
      await mkdir(own);
      const place: Place = { location, cache: join(own, 'cache'), files, folder: own };
      const random = seededRandom(SEED);
      for (const work of WORKS) {
        const row = await killOften(place, work, quick ? 1 : KILLS[work], random, (line) =>
          say(`${name}: ${line}`),
        );
        rows.push({ store: name, work, ...row });
      }
    };
    const onNeo4j = async (): Promise<void> => {
      const neo4j = quick ? null : await startOneNeo4j();
      if (!neo4j) return;
      const { name, uri, username, password } = neo4j.server;
      const location = { kind: 'neo4j', uri, username, password } as const;
      try {
        await (await openReader(location, { waitMs: NEO4J_START_MS })).close();
        await onStore(name, location);
      } finally {
        await neo4j.stop();
      }
    };
    const ends = await Promise.allSettled([
      onStore('embedded', { kind: 'embedded', folder: join(folder, 'embedded', 'store') }),
      onNeo4j(),
    ]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    rows.sort((a, b) => (a.store < b.store ? -1 : a.store > b.store ? 1 : 0));
    return { tables: [table(rows)], verdicts: verdicts(rows) };
  },
};

async function killOften(
  place: Place,
  work: Work,
  kills: number,
  random: () => number,
  say: (line: string) => void,
): Promise<Omit<Row, 'store' | 'work'>> {
  await prepare(place, work);
  await finish(place, work);
  const expected = await hashOf(place);
  // Once more with all extracted, which is what is killed.
  await prepare(place, work);
  const whole = await finish(place, work);
  if ((await hashOf(place)) !== expected) throw new Error(`Two undisturbed runs differ: ${work}`);
  const row = { kills: 0, late: 0, acknowledged: 0, lost: 0, different: 0 };
  for (let kill = 1; row.kills < kills && kill <= MOST_TRIES * kills; kill++) {
    await prepare(place, work);
    const moment = momentOf(work, whole, random);
    const { acknowledged, lost, late } = await killIn(place, work, moment);
    await finish(place, work);
    const same = (await hashOf(place)) === expected;
    say(
      `${work} ${kill}, of ${kills} in time: killed ${Math.round(moment.afterMs)} ms after ${moment.batches ? `batch ${moment.batches}` : 'the beginning'}, ${acknowledged} acknowledged, ${lost} lost, ${same ? 'same graph' : 'ANOTHER GRAPH'}${late ? ', after the end' : ''}`,
    );
    row.acknowledged += acknowledged;
    row.lost += lost;
    if (late) row.late++;
    else row.kills++;
    if (!same) row.different++;
  }
  return row;
}

/** A third of the kills of a command fall anywhere in it, the others between two batches or in one. */
function momentOf(work: Work, whole: number, random: () => number): Moment {
  const isCommand = work === 'ingest' || work === 'analysis';
  if (isCommand && random() > 1 / 3)
    return { afterMs: IN_BATCH_MS * random(), batches: 1 + Math.floor(BATCHES * random()) };
  const share = isCommand ? BEGIN + (1 - BEGIN) * random() : random();
  return { afterMs: share * whole, batches: 0 };
}

function table(rows: readonly Row[]): BenchTable {
  return {
    caption: 'Kills',
    columns: [
      'store',
      'work',
      'kills',
      'besides, after it had ended',
      'writes acknowledged',
      'of them lost',
      'other graphs afterwards',
    ],
    rows: rows.map(({ store, work, kills, late, acknowledged, lost, different }) => [
      store,
      work,
      String(kills),
      String(late),
      String(acknowledged),
      String(lost),
      String(different),
    ]),
  };
}

function verdicts(rows: readonly Row[]): Verdict[] {
  return [...new Set(rows.map(({ store }) => store))].map((store) => {
    const own = rows.filter((row) => row.store === store);
    const sum = (of: 'kills' | 'acknowledged' | 'lost' | 'different'): number =>
      own.reduce((total, row) => total + row[of], 0);
    return {
      asked: `kill -9 at 50 random moments on ${store}: nothing acknowledged lost, the same graph in the end`,
      measured: `${sum('kills')} kills while it worked, ${sum('lost')} of ${sum('acknowledged')} acknowledged writes lost, ${sum('different')} other graphs`,
      met: sum('kills') >= 50 && sum('acknowledged') > 0 && sum('lost') === 0 && sum('different') === 0,
    };
  });
}
