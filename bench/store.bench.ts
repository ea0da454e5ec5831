import type { Statement, StoreWriter } from '../graph/store/store.ts';
import { type LoadResult, load } from '../ingest/load/loader.ts';
import { silent } from '../ingest/progress.ts';
import { DEFAULT_INGEST_SETTINGS } from '../ingest/settings.ts';
import { startOneNeo4j } from '../tests/soak/neo4j.ts';
import type { Neo4jServer } from '../tests/support/neo4j-server.ts';
import { NOT_LOOKED_INTO } from './reasons.ts';
import { type GraphRows, rowsOf } from './support/bare-loop.ts';
import type { Bench, BenchContext, BenchResult, Verdict } from './support/bench.ts';
import { corpusFile } from './support/corpus.ts';
import { embedded, onServer, type Place } from './support/load-places.ts';
import { type KnownTarget, knownTarget, targetOf } from './support/target-facts.ts';
import { median } from './support/timed.ts';

const SIZES = { embedded: [1000, 5000, 19_310], neo4j: [1000, 5000] };
const QUICK = { embedded: [200], neo4j: [200] };
const BATCHES = [500, 1000, 5000];
const ROUNDS = 3;
/** Larger graphs take long enough for one round to tell. */
const LONG = 10_000;
const ASKED = 0.8;
/** One paper in so many comes later. */
const LATER = 100;

const COLUMNS = [
  'papers',
  'rows',
  'Lacuna, s',
  'rows/s',
  'papers/s',
  'UNWIND MERGE, s',
  'UNWIND CREATE, s',
  'bulk calls, s',
];

export const bench: Bench = {
  name: 'store',
  title: 'Writing to the stores',
  about:
    'The first load of a graph whose facts are in memory, against the barest loops over the engine or the driver that write the same rows: each in its best of three sizes of batch, with the same constraints. Then one paper in a hundred is added.',
  run,
};

async function run(context: BenchContext): Promise<BenchResult> {
  const targets = new Map<number, KnownTarget>();
  const targetFor = async (size: number): Promise<KnownTarget> => {
    const target =
      targets.get(size) ?? (await targetOf(await corpusFile(size, context.folder), context.folder));
    targets.set(size, target);
    return target;
  };
  const result: BenchResult = { tables: [], curves: [], verdicts: [], notes: NOTES };
  await contest(embedded(context.folder), targetFor, context, result);
  await onNeo4j(async (server) => contest(onServer(server), targetFor, context, result), result);
  return result;
}

const NOTES = [
  'The engine’s bulk calls know no transaction over nodes and relations, so a run that is killed would leave papers without what hangs on them; they are here to show what lies beyond Cypher. The ceiling is the faster of the two loops of statements. *Its statements alone*: what the load of the later papers asked and sent, asked and sent again, to a graph as it was before them, without working out what they are; *its writes* are those of them that write. To know what differs, what is stored of concepts, authors and relations is read, whatever comes.',
];

async function contest(
  place: Place,
  targetFor: (size: number) => Promise<KnownTarget>,
  { quick, say }: BenchContext,
  result: BenchResult,
): Promise<void> {
  const first: (string | number | null)[][] = [];
  const later: (string | number | null)[][] = [];
  const shares: { size: number; share: number }[] = [];
  let best: Awaited<ReturnType<typeof bestBatches>> | null = null;
  for (const size of (quick ? QUICK : SIZES)[place.name]) {
    const target = await targetFor(size);
    const rows = rowsOf(target);
    best ??= await bestBatches(place, rows);
    const seconds = {
      ours: [] as number[],
      merge: [] as number[],
      create: [] as number[],
      bulk: [] as number[],
    };
    for (let round = 0; round < (quick || size > LONG ? 1 : ROUNDS); round += 1) {
      const store = await place.open();
      seconds.ours.push((await timedLoad(store, target, new Map())).seconds);
      await place.done(store);
      for (const name of ['merge', 'create', 'bulk'] as const) {
        const contestant = place.contestants[name];
        if (contestant) seconds[name].push(await contestant(rows, best[name]));
      }
      say(`${place.name}, ${size} papers, round ${round + 1}`);
    }
    const [ours, merge, create] = [median(seconds.ours), median(seconds.merge), median(seconds.create)];
    const bulked = seconds.bulk.length > 0 ? median(seconds.bulk) : null;
    shares.push({ size, share: Math.min(merge, create) / ours });
    first.push([
      target.papers.length,
      rows.count,
      ours,
      rows.count / ours,
      target.papers.length / ours,
      merge,
      create,
      bulked,
    ]);
    later.push(await addLater(place, target, ours));
  }
  const title = place.name === 'embedded' ? 'Embedded store' : 'Neo4j';
  result.tables.push(
    { caption: `${title}: first load`, columns: COLUMNS, rows: first },
    {
      caption: `${title}: one paper in ${LATER} comes later`,
      columns: [
        'papers',
        'of them later',
        'seconds',
        'share of the first load',
        'its statements alone, s',
        'its writes alone, s',
      ],
      rows: later,
    },
  );
  result.curves!.push({
    file: `store-${place.name}`,
    title: `${title}: first load`,
    x: { label: 'papers' },
    y: { label: 'seconds' },
    series: [
      ['Lacuna', 2],
      ['UNWIND MERGE', 5],
      ['UNWIND CREATE', 6],
    ].map(([name, at]) => ({
      name: String(name),
      points: first.map((row) => [Number(row[0]), Number(row[Number(at)])] as [number, number]),
    })),
  });
  result.verdicts.push(
    verdict(`${title}: a first load`, 'the bare loop', shares),
    verdict(
      `${title}: one paper in ${LATER} later`,
      'a bare loop of its writes',
      later.map((row) => ({ size: Number(row[0]), share: Number(row[5]) / Number(row[2]) })),
    ),
  );
}

/** By the size where it is worst. */
function verdict(what: string, ceiling: string, shares: readonly { size: number; share: number }[]): Verdict {
  const worst = shares.reduce((least, one) => (one.share < least.share ? one : least));
  return {
    asked: `${what} at ${ASKED * 100} % of the speed of ${ceiling} or more`,
    measured: `${Math.round(worst.share * 100)} % at the worst size, ${worst.size.toLocaleString('en')} papers`,
    met: worst.share >= ASKED,
    ...(worst.share < ASKED && { reason: NOT_LOOKED_INTO }),
  };
}

/** For each way, the size of batch that is best on a small graph. */
async function bestBatches(
  place: Place,
  rows: GraphRows,
): Promise<Record<'merge' | 'create' | 'bulk', number>> {
  const best = { merge: BATCHES[0]!, create: BATCHES[0]!, bulk: BATCHES[0]! };
  for (const name of ['merge', 'create', 'bulk'] as const) {
    let least = Number.POSITIVE_INFINITY;
    for (const size of BATCHES) {
      const seconds = await place.contestants[name]?.(rows, size);
      if (seconds === undefined || seconds >= least) continue;
      least = seconds;
      best[name] = size;
    }
  }
  return best;
}

async function timedLoad(
  store: StoreWriter,
  target: KnownTarget,
  stored: ReadonlyMap<string, string>,
): Promise<{ seconds: number; loaded: LoadResult }> {
  const started = performance.now();
  const loaded = await load(store, target, stored, DEFAULT_INGEST_SETTINGS, silent);
  return { seconds: (performance.now() - started) / 1000, loaded };
}

/** Loads all but some papers, then these; then the statements of that alone, on a store that is as it was before them. */
async function addLater(
  place: Place,
  target: KnownTarget,
  whole: number,
): Promise<(string | number | null)[]> {
  const isLater = (at: number): boolean => at % LATER === 0;
  const early = target.papers.filter((_, at) => !isLater(at));
  const before = knownTarget(
    early,
    target.concepts,
    target.known.filter((_, at) => !isLater(at)),
  );
  const stored = new Map(before.known.map(({ id, hash }) => [id, hash]));
  const said: Said[] = [];
  const store = await place.open();
  await load(store, before, new Map(), DEFAULT_INGEST_SETTINGS, silent);
  const { seconds } = await timedLoad(recorded(store, said), target, stored);
  await place.done(store);
  const again = await place.open();
  await load(again, before, new Map(), DEFAULT_INGEST_SETTINGS, silent);
  let [alone, writes] = [0, 0];
  for (const one of said) {
    const started = performance.now();
    await ('write' in one ? again.write(one.write) : again.read(...one.read));
    const took = (performance.now() - started) / 1000;
    alone += took;
    if ('write' in one) writes += took;
  }
  await place.done(again);
  return [
    target.papers.length,
    target.papers.length - early.length,
    seconds,
    `${Math.round((100 * seconds) / whole)} %`,
    alone,
    writes,
  ];
}

/** What a load asked the store for. */
type Said = { write: readonly Statement[] } | { read: Parameters<StoreWriter['read']> };

const recorded = (store: StoreWriter, said: Said[]): StoreWriter =>
  new Proxy(store, {
    get(of, name) {
      if (name === 'write') {
        return (statements: readonly Statement[]) => {
          said.push({ write: statements });
          return of.write(statements);
        };
      }
      if (name === 'read') {
        return (...read: Parameters<StoreWriter['read']>) => {
          said.push({ read });
          return of.read(...read);
        };
      }
      const value = Reflect.get(of, name) as unknown;
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });

async function onNeo4j(work: (server: Neo4jServer) => Promise<void>, result: BenchResult): Promise<void> {
  const running = await startOneNeo4j();
  if (!running) {
    result.tables.push({ caption: 'Neo4j: first load', columns: COLUMNS, rows: [COLUMNS.map(() => null)] });
    result.verdicts.push({
      asked: `Neo4j: a first load at ${ASKED * 100} % of the speed of the bare loop or more`,
      measured: 'not measured',
      met: false,
      reason: 'Java and Maven for Neo4j are not here.',
    });
    return;
  }
  try {
    await work(running.server);
  } finally {
    await running.stop();
  }
}
