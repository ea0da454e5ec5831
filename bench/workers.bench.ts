import { type ChildProcess, spawn } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { openWriter } from '../graph/store/open.ts';
import type { StoreLocation, StoreWriter } from '../graph/store/store.ts';
import type { ExtractionSource, ExtractorInput } from '../ingest/extract/extractor.ts';
import { DEFAULT_EXTRACTOR, EXTRACTORS, type ExtractorChoice } from '../ingest/extract/extractor-module.ts';
import { loadRuntime } from '../ingest/extract/neural/runtime.ts';
import { ExtractorPool } from '../ingest/extract/pool.ts';
import { inputsOf } from '../ingest/extract-records.ts';
import { queueName } from '../ingest/queue/queue-name.ts';
import { QueueSource } from '../ingest/queue/queue-source.ts';
import { parseRedis } from '../ingest/queue/redis-location.ts';
import { startOneNeo4j } from '../tests/soak/neo4j.ts';
import { NEO4J_START_MS } from '../tests/support/neo4j-server.ts';
import { hasRedis, type RunningRedis, startRedis } from '../tests/support/redis.ts';
import { NOT_LOOKED_INTO } from './reasons.ts';
import type { Bench, BenchContext, BenchResult } from './support/bench.ts';
import { corpus } from './support/corpus.ts';
import { packageVersion } from './support/machine.ts';

/** Papers of each extractor; each worker gets some before the clock starts, so that it has loaded its model. */
const SIZES = {
  crf: { papers: 3000, quick: 300, warmUp: 400, quickWarmUp: 100 },
  neural: { papers: 400, quick: 40, warmUp: 100, quickWarmUp: 20 },
};
const ROUNDS = 2;
const ASKED = 1.7;
/** The share of the cores' time from which on they have nothing to spare. */
const FULLY_BUSY = 0.93;
const BIN = join(import.meta.dirname, '../bin/lacuna.mjs');

interface Measured {
  name: string;
  rounds: Round[];
}

interface Round {
  seconds: number;
  /** Seconds that the machine's cores were busy meanwhile, with whatever. */
  busy: number;
}

export const bench: Bench = {
  name: 'workers',
  title: 'Workers beside each other',
  about:
    'The same papers, through a Redis queue in jobs of 50 (of 10 for the transformer), extracted by one `lacuna worker --threads 1` and by two, written to Neo4j and read back by the ingest that asked, all on this machine; beside that one thread of one process without queue or store. Workers have read some papers before the clock starts.',
  async run(context): Promise<BenchResult> {
    const neo4j = hasRedis() ? await startOneNeo4j() : null;
    if (!neo4j) return withoutServers();
    const redis = await startRedis();
    const location = { kind: 'neo4j', ...neo4j.server } as const;
    const store = await openWriter(location, { waitMs: NEO4J_START_MS });
    try {
      await store.prepare();
      const results: Contest[] = [];
      const contest = (name: keyof typeof SIZES) =>
        measureAll(EXTRACTORS[name], SIZES[name], store, location, redis, context);
      results.push({ name: 'crf, the default', ...(await contest('crf')) });
      if (await hasRuntime()) results.push({ name: 'neural', ...(await contest('neural')) });
      return resultOf(results);
    } finally {
      await store.close();
      await redis.stop();
      await neo4j.stop();
    }
  },
};

interface Contest {
  name: string;
  papers: number;
  measured: Measured[];
}

/** The transformer's runtime is installed only when asked for. */
const hasRuntime = (): Promise<boolean> =>
  loadRuntime().then(
    () => true,
    () => false,
  );

async function measureAll(
  choice: ExtractorChoice,
  sizes: (typeof SIZES)['crf'],
  store: StoreWriter,
  location: Extract<StoreLocation, { kind: 'neo4j' }>,
  redis: RunningRedis,
  { quick, say }: BenchContext,
): Promise<{ papers: number; measured: Measured[] }> {
  const inputs = inputsOf(await corpus(quick ? sizes.quick : sizes.papers));
  const warmUp = inputs.slice(0, quick ? sizes.quickWarmUp : sizes.warmUp);
  const { name: extractor } = choice;
  const settings = { pollMs: 50, ...(choice !== DEFAULT_EXTRACTOR && { papersPerJob: 10 }) };
  const overQueue = () =>
    new QueueSource({ store, redis: parseRedis(redis.uri, {}), extractor, say, settings });
  const inProcess = () => new ExtractorPool({ ...choice, threads: 1, inProcessLimit: 0 });
  const queue = new Queue(await queueName(store, extractor), { connection: { ...addressOf(redis) } });
  const one: Measured = { name: 'one worker', rounds: [] };
  const two: Measured = { name: 'two workers', rounds: [] };
  const alone: Measured = { name: 'one thread, no queue, no store', rounds: [] };
  const workers: { child: ChildProcess; ended: Promise<unknown> }[] = [];
  try {
    for (let round = 0; round < (quick ? 1 : ROUNDS); round++) {
      for (const [count, measured] of [
        [1, one],
        [2, two],
      ] as const) {
        while (workers.length < count) workers.push(startWorker(choice, location, redis));
        while (workers.length > count) await stop(workers.pop()!);
        while ((await queue.getWorkersCount()) !== count) await sleep(100);
        await timed(overQueue(), warmUp);
        const round = await timed(overQueue(), inputs);
        measured.rounds.push(round);
        say(
          `${extractor}, ${measured.name}: ${round.seconds.toFixed(1)} s, cores busy ${round.busy.toFixed(1)} s`,
        );
      }
    }
    for (const worker of workers.splice(0)) await stop(worker);
    const source = inProcess();
    await timed(source, warmUp, false);
    alone.rounds.push(await timed(source, inputs));
  } finally {
    for (const worker of workers) await stop(worker);
    await queue.close();
  }
  return { papers: inputs.length, measured: [alone, one, two] };
}

/** Until the last extraction is there. */
async function timed(
  source: ExtractionSource,
  inputs: readonly ExtractorInput[],
  closes = true,
): Promise<Round> {
  const started = performance.now();
  const busyBefore = busySeconds();
  let papers = 0;
  for await (const extractions of source.extract(inputs)) {
    papers += extractions.filter(({ error }) => error === undefined).length;
  }
  const seconds = (performance.now() - started) / 1000;
  const busy = busySeconds() - busyBefore;
  if (closes) await source.close();
  if (papers !== inputs.length) throw new Error(`${papers} of ${inputs.length} papers were extracted`);
  return { seconds, busy };
}

/** Of all cores together, since the machine started. */
const busySeconds = (): number =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) / 1000;

const addressOf = ({ port }: RunningRedis) => ({ host: '127.0.0.1', port });

function startWorker(
  choice: ExtractorChoice,
  { uri, username, password }: Extract<StoreLocation, { kind: 'neo4j' }>,
  redis: RunningRedis,
) {
  const child = spawn(
    process.execPath,
    [
      ...[BIN, 'worker', '--store', uri, '--queue', redis.uri, '--threads', '1'],
      ...['--extractor', choice === DEFAULT_EXTRACTOR ? 'crf' : 'neural'],
    ],
    {
      env: { ...process.env, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
      stdio: 'ignore',
    },
  );
  return { child, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

async function stop({ child, ended }: ReturnType<typeof startWorker>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

function resultOf(contests: readonly Contest[]): BenchResult {
  const quickest = ({ rounds }: Measured): Round =>
    rounds.reduce((least, round) => (round.seconds < least.seconds ? round : least));
  const best = (measured: Measured): number => quickest(measured).seconds;
  const result: BenchResult = {
    tables: [],
    verdicts: [],
    notes: [],
    peers: { redis: 'of Debian', bullmq: packageVersion('bullmq') },
  };
  for (const { name, papers, measured } of contests) {
    const [alone, one, two] = measured as [Measured, Measured, Measured];
    const factor = best(one) / best(two);
    result.tables.push({
      caption: `Extractor ${name}: ${papers.toLocaleString('en')} papers, best of the rounds`,
      columns: [
        'who extracts',
        'seconds',
        'cores busy, s',
        'papers a second',
        'times one worker',
        'all rounds, seconds',
      ],
      rows: measured.map((row) => [
        row.name,
        best(row),
        quickest(row).busy,
        papers / best(row),
        best(one) / best(row),
        row.rounds.map(({ seconds }) => seconds.toFixed(1)).join(', '),
      ]),
    });
    result.verdicts.push({
      asked: `two workers on two cores reach ${ASKED} times one, extractor ${name}`,
      measured: `${factor.toFixed(2)} times`,
      met: factor >= ASKED,
      ...(factor < ASKED && { reason: reasonFor(quickest(alone), quickest(one), quickest(two)) }),
    });
    result.notes!.push(
      `Extractor ${name}: what the queue and the store cost: one worker takes ${(best(one) / best(alone)).toFixed(2)} times what one thread takes that keeps nothing.`,
    );
  }
  return result;
}

/** Where all cores have enough to do with two workers, no more can be had of them. */
function reasonFor(alone: Round, one: Round, two: Round): string {
  const cores = cpus().length;
  const share = two.busy / (two.seconds * cores);
  if (share < FULLY_BUSY) return NOT_LOOKED_INTO;
  const most = one.seconds / (one.busy / cores);
  return `With two workers the ${cores} cores are busy ${(100 * share).toFixed(0)} % of the time: besides the ${alone.busy.toFixed(1)} s of extraction, the queue, Neo4j and the ingest that asks take ${(one.busy - alone.busy).toFixed(1)} s of the same cores, already beside one worker. With nothing lost at all it would be ${most.toFixed(2)} times.`;
}

const withoutServers = (): BenchResult => ({
  tables: [],
  verdicts: [
    {
      asked: `two workers on two cores reach ${ASKED} times one`,
      measured: 'not measured: no Redis, or no Java for Neo4j',
      met: false,
      reason: "Debian's redis-server and Java 17 with Maven are needed.",
    },
  ],
});
