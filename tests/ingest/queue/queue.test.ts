import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphHash } from '../../../graph/graph-hash.ts';
import type { StoreLocation, StoreWriter } from '../../../graph/store/store.ts';
import { chooseExtractor, type ExtractorChoice } from '../../../ingest/extract/extractor-module.ts';
import { ingest } from '../../../ingest/pipeline.ts';
import { queueName } from '../../../ingest/queue/queue-name.ts';
import { QueueSource } from '../../../ingest/queue/queue-source.ts';
import { parseRedis } from '../../../ingest/queue/redis-location.ts';
import { work } from '../../../ingest/queue/worker.ts';
import { writeBlendedCorpus } from '../../cli/blended-corpus.ts';
import { ROOT, startProgram } from '../../cli/program.ts';
import { storeArguments } from '../../cli/store-arguments.ts';
import { hasRedis, type RunningRedis, startRedis } from '../../support/redis.ts';
import { STORES } from '../../support/stores.ts';
import { wipe } from '../../support/wipe.ts';

const PAPERS = 40;
const SETTINGS = { papersPerJob: 10, pollMs: 50, checkMs: 500, retryDelayMs: 50 };
const MODULE = join(import.meta.dirname, 'marking-extractor.ts');
const server = STORES.find(({ name }) => name !== 'embedded')!;

describe.skipIf(!server.available || !hasRedis())('an ingest by workers', () => {
  let folder: string;
  let corpus: string;
  let redis: RunningRedis;
  let choice: ExtractorChoice;
  let store: StoreWriter;
  let location: StoreLocation;
  let cleanup: () => Promise<void>;
  let whole: string;
  let caches = 0;
  const said: string[] = [];
  const workers: ChildProcess[] = [];

  const run = (queue: boolean) =>
    ingest({
      files: [corpus],
      store,
      cacheFolder: join(folder, `cache-${caches++}`),
      extractor: choice,
      ...(queue && {
        openSource: ({ name }: ExtractorChoice) =>
          new QueueSource({
            store,
            redis: parseRedis(redis.uri, {}),
            extractor: name,
            settings: SETTINGS,
            say: (message) => said.push(message),
          }),
      }),
    });

  const startWorker = (env: Record<string, string> = {}, uri = redis.uri): ChildProcess => {
    const script = join(import.meta.dirname, 'worker-process.ts');
    const given = JSON.stringify({ location, redis: uri, choice });
    const worker = spawn(process.execPath, ['--import', 'tsx', script, given], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    workers.push(worker);
    return worker;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-queue-'));
    corpus = join(folder, 'papers.jsonl');
    await writeBlendedCorpus(corpus, PAPERS);
    choice = await chooseExtractor(MODULE);
    redis = await startRedis();
    ({ writer: store, location, cleanup } = await server.open());
    await run(false);
    whole = await graphHash(store);
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await cleanup();
    await redis.stop();
    await rm(folder, { recursive: true });
  });

  it('loses nothing and doubles nothing when workers are killed in mid-batch, or after they wrote', async () => {
    await wipe(store);
    const running = run(true);
    const hanging = startWorker({ HANG: '1' });
    await once(hanging.stdout!, 'data');
    hanging.kill('SIGKILL');
    const dying = startWorker({ DIE: '1' });
    expect(await once(dying, 'exit')).toEqual([null, 'SIGKILL']);
    const { rows } = await store.read({ text: 'MATCH (e:Extraction) RETURN count(e)', parameters: {} });
    expect(rows).toEqual([[SETTINGS.papersPerJob]]);
    const last = startWorker();
    expect(await running).toMatchObject({ papers: PAPERS, failed: [], written: { papers: PAPERS } });
    // No row of what was on its way is left: the graph is that of one process.
    expect(await graphHash(store)).toBe(whole);
    last.kill('SIGTERM');
    expect(await once(last, 'exit')).toEqual([0, null]);
  });

  it('goes on past a Redis that lost all, jobs that are none and answers that are none', async () => {
    await wipe(store);
    said.length = 0;
    const connection = new Redis(redis.port, { maxRetriesPerRequest: null }).on('error', () => {});
    const name = await queueName(store, choice.name);
    const running = run(true);
    await expect.poll(() => said.join(), { timeout: 30_000 }).toContain('No worker');
    await redis.kill();
    await redis.start();
    await expect.poll(() => said.join(), { timeout: 30_000 }).toContain('put there again');
    const liar = new Worker(name, null, { connection, autorun: false });
    const lied = await liar.getNextJob('liar');
    await lied!.moveToCompleted({ failed: 'none' }, 'liar', false);
    await liar.close();
    const queue = new Queue(name, { connection });
    const hostile = ['{', { papers: [{ id: 'x', title: {}, abstract: '__proto__' }], bookmarks: [] }];
    const bad = await queue.addBulk(hostile.map((data) => ({ name: 'extract', data, opts: { lifo: true } })));
    const { args, env } = storeArguments(location);
    const { child, done } = startProgram(
      ['worker', ...args, '--extractor', MODULE, '--threads', '1', '--json'],
      { env: { ...env, LACUNA_REDIS: redis.uri } },
    );
    workers.push(child);
    expect(await running).toMatchObject({ papers: PAPERS, failed: [] });
    expect(await graphHash(store)).toBe(whole);
    expect(await Promise.all(bad.map((job) => job.getState()))).toEqual(['failed', 'failed']);
    child.kill('SIGTERM');
    const { code, stdout, stderr } = await done;
    expect(stderr).toContain('could not be understood');
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ failed: 0 });
    await queue.close();
    connection.disconnect();
  });

  it('goes on past what somebody else wrote into Redis; a worker ends when told to while Redis is away', async () => {
    await wipe(store);
    said.length = 0;
    const connection = new Redis(redis.port, { maxRetriesPerRequest: null }).on('error', () => {});
    const name = await queueName(store, choice.name);
    const queue = new Queue(name, { connection }).on('error', () => {});
    const running = run(true);
    // Nobody hears of it before it is awaited.
    running.catch(() => {});
    await expect.poll(() => said.join(), { timeout: 30_000 }).toContain('No worker');
    const liar = new Worker(name, null, { connection, autorun: false }).on('error', () => {});
    const lied = await liar.getNextJob('liar');
    await lied!.moveToCompleted({ failed: [], bookmarks: ['nonsense'] }, 'liar', false);
    const [unread] = await connection.lrange(queue.toKey('wait'), 0, 0);
    await connection.hset(queue.toKey(unread!), 'data', 'not json');
    await connection.lrem(queue.toKey('wait'), 0, unread!);
    await connection.zadd(queue.toKey('completed'), 1, unread!);
    await expect.poll(() => connection.exists(queue.toKey(unread!)), { timeout: 30_000 }).toBe(0);
    await connection.del(queue.toKey('completed'), queue.toKey('wait'));
    await connection.mset(queue.toKey('completed'), 'x', queue.toKey('wait'), 'y');
    await expect.poll(() => said.join(), { timeout: 30_000 }).toContain('were removed');
    await liar.close();
    const worker = startWorker();
    expect(await running).toMatchObject({ papers: PAPERS, failed: [] });
    expect(await graphHash(store)).toBe(whole);
    expect(said.join()).toContain('bookmark');

    await expect.poll(() => queue.getWorkersCount(), { timeout: 30_000 }).toBe(1);
    await redis.kill();
    worker.kill('SIGTERM');
    expect(await endOf(worker, 'told after Redis went')).toEqual([0, null]);
    await redis.start();
    // Told before it can know that Redis goes, too.
    const told = startWorker();
    await expect.poll(() => queue.getWorkersCount(), { timeout: 30_000 }).toBe(1);
    told.kill('SIGTERM');
    await redis.kill();
    expect(await endOf(told, 'told before Redis went')).toEqual([0, null]);
    await redis.start();
    await queue.close();
    connection.disconnect();
  });

  it('leaves a job to others that comes as it stops', async () => {
    const connection = new Redis(redis.port, { maxRetriesPerRequest: null });
    const queue = new Queue(await queueName(store, choice.name), { connection });
    await queue.drain();
    const told = new AbortController();
    const working = work({
      store,
      redis: parseRedis(redis.uri, {}),
      choice,
      threads: 1,
      settings: { idleMs: 5000 },
      say: () => {},
      signal: told.signal,
    });
    await expect.poll(() => queue.getWorkersCount(), { timeout: 30_000 }).toBe(1);
    await sleep(IDLE_MS);
    told.abort();
    const papers = [{ id: 'late', title: 'Late', abstract: 'Graph networks are late.' }];
    const job = await queue.add('extract', { papers, bookmarks: [] });
    expect(await working).toMatchObject({ jobs: 0 });
    expect(await job.getState()).toBe('waiting');
    await queue.drain();
    await queue.close();
    connection.disconnect();
  });

  // Refused, it is tried again and again; where nobody answers the queue waits for it, and connects once more as it is closed.
  it.each(['refused', 'silent'])('ends a worker whose own connection is %s', async (how) => {
    const connection = new Redis(redis.port, { maxRetriesPerRequest: null });
    const queue = new Queue(await queueName(store, choice.name), { connection });
    const sockets: Socket[] = [];
    const way = createServer((socket) => {
      sockets.push(socket.on('error', () => {}));
      if (sockets.length > 2) return;
      const onward = connect(redis.port, '127.0.0.1').on('error', () => {});
      socket.pipe(onward).pipe(socket);
      socket.once('close', () => onward.destroy());
    });
    await once(way.listen(0, '127.0.0.1'), 'listening');
    const worker = startWorker({}, `redis://127.0.0.1:${(way.address() as AddressInfo).port}`);
    await expect.poll(() => queue.getWorkersCount(), { timeout: 30_000 }).toBe(1);
    expect(sockets).toHaveLength(2);
    if (how === 'refused') way.close();
    sockets[1]!.destroy();
    await expect.poll(() => queue.getWorkersCount(), { timeout: 30_000 }).toBe(0);
    if (how === 'silent') await sleep(PAST_WATCHDOG_MS);
    worker.kill('SIGTERM');
    expect(await endOf(worker, `told while its connection is ${how}`)).toEqual([0, null]);
    expect(sockets.length > 2).toBe(how === 'silent');
    for (const socket of sockets) socket.destroy();
    way.close();
    await queue.close();
    connection.disconnect();
  });
});

const END_MS = 40_000;
/** Until a worker has seen that there is nothing to do. */
const IDLE_MS = 500;
/** BullMQ gives up waiting for an answer a second after it was to come, which is after `idleMs`. */
const PAST_WATCHDOG_MS = 3000;

/** How a process ends; says which one does not, since the test's own time limit would not. */
async function endOf(child: ChildProcess, which: string): Promise<unknown[]> {
  const late = AbortSignal.timeout(END_MS);
  return once(child, 'exit', { signal: late }).catch(() => {
    throw new Error(`The worker that was ${which} runs on after ${END_MS / 1000} s.`);
  });
}
