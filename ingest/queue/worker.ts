import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Job as QueuedJob, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { messageOf } from '../../graph/errors.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { plainLine } from '../clean/plain-line.ts';
import type { Extraction } from '../extract/extractor.ts';
import type { ExtractorChoice } from '../extract/extractor-module.ts';
import { ExtractorPool } from '../extract/pool.ts';
import { faultOf, type JobAnswer, jobSchema, shortReason } from './job.ts';
import { writeRows } from './kept-rows.ts';
import { queueName } from './queue-name.ts';
import { RedisLink } from './redis-link.ts';
import type { RedisLocation } from './redis-location.ts';
import { DEFAULT_QUEUE_SETTINGS, type QueueSettings } from './settings.ts';

export interface WorkOptions {
  store: StoreWriter;
  redis: RedisLocation;
  choice: ExtractorChoice;
  /** Threads that extract; one a core if left out. */
  threads?: number;
  settings?: Partial<QueueSettings>;
  say: (message: string) => void;
  /** Told after each job, with what this worker has done so far. */
  onJob?: (done: WorkReport) => void;
  /** Ends the work: jobs under way are finished first. A Redis that is away is not waited for beyond `closeMs`. */
  signal: AbortSignal;
}

export interface WorkReport {
  jobs: number;
  papers: number;
  /** Papers that the extractor failed on. */
  failed: number;
  /** From the first job to the end of the last. */
  seconds: number;
}

/**
 * Takes jobs from the queue until it is told to stop. Throws `unavailable` where Redis is not to be had at the start, the signal's reason where
 * it is told to stop before it is, and what the store says where it can't be written to: another worker does the job then, which is no fault of its papers.
 */
export async function work(options: WorkOptions): Promise<WorkReport> {
  const { store, redis, choice, say, signal } = options;
  const settings = { ...DEFAULT_QUEUE_SETTINGS, ...options.settings };
  const threads = options.threads ?? availableParallelism();
  const done: WorkReport = { jobs: 0, papers: 0, failed: 0, seconds: 0 };
  let started: number | null = null;
  const name = await queueName(store, choice.name);
  const link = await RedisLink.open(redis, settings.redisWaitMs, say, signal);
  // NOTE: never in this thread, which has to tell Redis that it is alive.
  const pool = new ExtractorPool({ ...choice, threads, inProcessLimit: 0 });

  /** Aborted with the reason. */
  const unable = new AbortController();
  const underWay = new Set<Promise<JobAnswer>>();
  const handle = (job: QueuedJob, token?: string): Promise<JobAnswer> => {
    if (signal.aborted || unable.signal.aborted) return leftToOthers(job, token);
    const doing = handled(job).finally(() => underWay.delete(doing));
    underWay.add(doing);
    return doing;
  };
  const handled = async (job: QueuedJob): Promise<JobAnswer> => {
    started ??= performance.now();
    const { data, error } = jobSchema.safeParse(job.data);
    if (error) throw new UnrecoverableError(`This job could not be understood: ${faultOf(error)}`);
    await store.bookmarks?.follow(data.bookmarks);
    const extractions: Extraction[] = [];
    for await (const part of pool.extract(data.papers)) extractions.push(...part);
    const entries = data.papers.map((input, index) => ({ input, extraction: extractions[index]! }));
    const failed = extractions.flatMap(({ id, error }) =>
      error === undefined ? [] : [{ id, reason: shortReason(error) }],
    );
    const found = entries.filter(({ extraction }) => extraction.error === undefined);
    await writeRows(store, choice.name, found).catch((error: unknown) => {
      unable.abort(error);
      throw error;
    });
    done.jobs += 1;
    done.papers += data.papers.length - failed.length;
    done.failed += failed.length;
    done.seconds = (performance.now() - started) / 1000;
    options.onJob?.({ ...done });
    return { failed, bookmarks: (await store.bookmarks?.current()) ?? [] };
  };
  const worker = new Worker(name, handle, {
    connection: link.client,
    autorun: false,
    // One more than threads: while one writes, another is extracted.
    concurrency: threads + 1,
    drainDelay: settings.idleMs / 1000,
    lockDuration: settings.lockMs,
    stalledInterval: settings.stalledCheckMs,
    maxStalledCount: settings.stalls,
  });
  worker.on('error', () => {});
  worker.on('stalled', (id) =>
    say(`Job ${plainLine(id)} was left by a worker that is gone, and is done again.`),
  );
  worker.on('failed', (job, error) =>
    say(`Job ${plainLine(job?.id ?? '?')} failed: ${shortReason(messageOf(error))}`),
  );
  const running = worker.run();
  try {
    await Promise.race([running, aborted(signal), aborted(unable.signal)]);
  } finally {
    await stop({ worker, running, underWay, link, waitMs: settings.closeMs });
    await pool.close();
    link.close();
  }
  unable.signal.throwIfAborted();
  return done;
}

/** For a job that was asked for before the worker was told to stop, and came after. */
async function leftToOthers(job: QueuedJob, token?: string): Promise<never> {
  await job.moveToWait(token);
  throw new WaitingError();
}

interface Stopping {
  worker: Worker;
  /** Ends once Redis was told of all jobs. */
  running: Promise<void>;
  underWay: ReadonlySet<Promise<unknown>>;
  link: RedisLink;
  waitMs: number;
}

/** Takes no more jobs, lets those under way end, and says so to Redis where that is there. */
async function stop({ worker, running, underWay, link, waitMs }: Stopping): Promise<void> {
  await worker.pause(true);
  while (underWay.size > 0) await Promise.allSettled(underWay);
  if (link.isThere) {
    const over = new AbortController();
    const late = sleep(waitMs, undefined, { signal: over.signal }).catch(() => {});
    await Promise.race([running, late]).catch(() => {});
    over.abort();
  }
  // NOTE: by force: without it a worker whose Redis goes meanwhile waits for good, and its timer for locks keeps the process alive.
  await worker.close(true);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
