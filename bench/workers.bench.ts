import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
import type { Bench, BenchContext, BenchResult } from './support/bench.ts';
import { corpus } from './support/corpus.ts';
import { ASKED, type Contest, type Measured, type Round, resultOf } from './support/workers-result.ts';

/** Papers of each extractor; each worker gets some before the clock starts, so that it has loaded its model. */
const SIZES = {
  crf: { papers: 3000, quick: 300, warmUp: 400, quickWarmUp: 100 },
  neural: { papers: 400, quick: 40, warmUp: 100, quickWarmUp: 20 },
};
const ROUNDS = 5;
/** Of Linux’s clock in which a process’s time is told. */
const TICKS_A_SECOND = 100;
const BIN = join(import.meta.dirname, '../bin/lacuna.mjs');

export const bench: Bench = {
  name: 'workers',
  title: 'Workers beside each other',
  about:
    'The same papers, through a Redis queue in jobs of 50 (of 10 for the transformer), extracted by one `lacuna worker --threads 1` and by two, written to Neo4j and read back by the ingest that asked, all on this machine; beside that one thread of one process without queue or store. Workers have read some papers before the clock starts. Rounds of all three take turns; medians.',
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
  const workers: Worker[] = [];
  const own = inProcess();
  const taken = (measured: Measured, round: Round): void => {
    measured.rounds.push(round);
    say(
      `${extractor}, ${measured.name}: ${round.seconds.toFixed(1)} s, cores busy ${round.busy.toFixed(1)} s`,
    );
  };
  try {
    await timed(own, warmUp);
    for (let round = 0; round < (quick ? 1 : ROUNDS); round++) {
      for (const [count, measured] of [
        [1, one],
        [2, two],
      ] as const) {
        while (workers.length < count) workers.push(startWorker(choice, location, redis));
        while (workers.length > count) await stop(workers.pop()!);
        while ((await queue.getWorkersCount()) !== count) await sleep(100);
        for (const papers of [warmUp, inputs]) {
          const source = overQueue();
          const round = await timed(source, papers, workers).finally(() => source.close());
          if (papers === inputs) taken(measured, round);
        }
      }
      taken(alone, await timed(own, inputs));
    }
  } finally {
    await own.close();
    for (const worker of workers) await stop(worker);
    await queue.close();
  }
  return { papers: inputs.length, measured: [alone, one, two] };
}

/** Until the last extraction is there. */
async function timed(
  source: ExtractionSource,
  inputs: readonly ExtractorInput[],
  workers: readonly Worker[] = [],
): Promise<Round> {
  const started = performance.now();
  const before = spent(workers);
  let papers = 0;
  for await (const extractions of source.extract(inputs)) {
    papers += extractions.filter(({ error }) => error === undefined).length;
  }
  const seconds = (performance.now() - started) / 1000;
  const after = spent(workers);
  if (papers !== inputs.length) throw new Error(`${papers} of ${inputs.length} papers were extracted`);
  return {
    seconds,
    busy: after.busy - before.busy,
    workers: after.workers - before.workers,
    asking: after.asking - before.asking,
  };
}

function spent(workers: readonly Worker[]): Omit<Round, 'seconds'> {
  const { user, system } = process.cpuUsage();
  return {
    busy: busySeconds(),
    workers: workers.reduce((sum, { child }) => sum + cpuSecondsOf(child), 0),
    asking: (user + system) / 1e6,
  };
}

/** Of a process that runs, all its threads. NaN where the system does not tell. */
function cpuSecondsOf({ pid }: ChildProcess): number {
  try {
    // What comes after the name, which may hold anything: utime and stime are the 14th and 15th field of all.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return Number.NaN;
  }
}

/** Of all cores together, since the machine started. */
const busySeconds = (): number =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0) / 1000;

const addressOf = ({ port }: RunningRedis) => ({ host: '127.0.0.1', port });

interface Worker {
  child: ChildProcess;
  ended: Promise<unknown>;
}

function startWorker(
  choice: ExtractorChoice,
  { uri, username, password }: Extract<StoreLocation, { kind: 'neo4j' }>,
  redis: RunningRedis,
): Worker {
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

async function stop({ child, ended }: Worker): Promise<void> {
  child.kill('SIGTERM');
  await ended;
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
