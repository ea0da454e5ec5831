import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { StoreWriter } from '../../graph/store/store.ts';
import { failedExtraction } from '../extract/extract-batch.ts';
import type { Extraction, ExtractionSource, ExtractorInput } from '../extract/extractor.ts';
import { type Job, jobAnswerSchema } from './job.ts';
import { countRows, deleteRows, prepareRows, readRows } from './kept-rows.ts';
import { queueName } from './queue-name.ts';
import { RedisLink } from './redis-link.ts';
import type { RedisLocation } from './redis-location.ts';
import { DEFAULT_QUEUE_SETTINGS, type QueueSettings } from './settings.ts';

export interface QueueSourceOptions {
  store: StoreWriter;
  redis: RedisLocation;
  /** The extractor's own name with its version: only workers that have it take the jobs. */
  extractor: string;
  say: (message: string) => void;
  settings?: Partial<QueueSettings>;
}

/** Papers that are yielded together, in so many jobs as it takes; what failed is tried again one by one. */
interface Batch {
  papers: ExtractorInput[];
  jobs: Map<string, ExtractorInput[]>;
  failed: Map<string, string>;
  bookmarks: string[];
}

/** Batches whose extractions are read from the store at once. */
const BATCHES_PER_READ = 10;
const DRAIN_MS = 2000;

/**
 * Extractions made by workers, on any number of machines. Jobs go through Redis, what they find comes through the store;
 * nothing is believed to be done because Redis said so, nor lost because it forgot: a job that is no longer there is put
 * there again, and a text done twice is one row.
 */
export class QueueSource implements ExtractionSource {
  private readonly options: QueueSourceOptions;
  private readonly settings: QueueSettings;
  private readonly run = randomUUID();
  private link: RedisLink | null = null;
  private queue: Queue | null = null;
  private jobCount = 0;
  private isDone = false;

  constructor(options: QueueSourceOptions) {
    this.options = options;
    this.settings = { ...DEFAULT_QUEUE_SETTINGS, ...options.settings };
  }

  async *extract(
    inputs: AsyncIterable<ExtractorInput> | Iterable<ExtractorInput>,
    signal?: AbortSignal,
  ): AsyncGenerator<Extraction[]> {
    const { store } = this.options;
    const batches = await this.batchesOf(inputs);
    await prepareRows(store);
    const queue = await this.open();
    const known = (await store.bookmarks?.current()) ?? [];
    const isContinued = (await countRows(store)) > 0;
    const pending: Batch[] = [];
    let next = 0;
    let checked = performance.now();
    while (next < batches.length || pending.length > 0) {
      signal?.throwIfAborted();
      const coming = batches.slice(next, next + this.settings.jobsAhead - pending.length);
      next += coming.length;
      pending.push(...coming);
      const parts = await Promise.all(
        coming.map(async (batch) => ({
          batch,
          papers: isContinued ? await this.unknown(batch) : batch.papers,
        })),
      );
      await this.put(
        queue,
        parts.filter(({ papers }) => papers.length > 0),
        known,
      );
      const settled = await this.settle(queue, pending, known);
      if (settled) checked = performance.now();
      const done = pending.findIndex(({ jobs }) => jobs.size > 0);
      const ready = pending.splice(0, Math.min(done < 0 ? pending.length : done, BATCHES_PER_READ));
      if (ready.length > 0) yield await this.collect(ready);
      else await sleep(this.settings.pollMs, undefined, signal && { signal }).catch(() => {});
      if (performance.now() - checked < this.settings.checkMs) continue;
      checked = performance.now();
      await this.putBackLost(queue, pending, known);
    }
    this.isDone = true;
  }

  /** Removes what is on its way where all of it was taken; else the next run takes it. */
  async close(): Promise<void> {
    const { queue, link } = this;
    this.queue = null;
    this.link = null;
    try {
      if (this.isDone) await deleteRows(this.options.store);
      else if (queue) await Promise.race([queue.drain(true).catch(() => {}), sleep(DRAIN_MS)]);
    } finally {
      await queue?.close().catch(() => {});
      link?.close();
    }
  }

  private async batchesOf(
    inputs: AsyncIterable<ExtractorInput> | Iterable<ExtractorInput>,
  ): Promise<Batch[]> {
    const batches: Batch[] = [];
    for await (const { id, title, abstract } of inputs) {
      let last = batches.at(-1);
      if (!last || last.papers.length >= this.settings.papersPerJob) {
        last = { papers: [], jobs: new Map(), failed: new Map(), bookmarks: [] };
        batches.push(last);
      }
      last.papers.push({ id, title, abstract });
    }
    return batches;
  }

  private async open(): Promise<Queue> {
    const { store, redis, extractor, say } = this.options;
    const name = await queueName(store, extractor);
    this.link = await RedisLink.open(redis, this.settings.redisWaitMs, say);
    const queue = new Queue(name, { connection: this.link.client });
    // Told by the link.
    queue.on('error', () => {});
    this.queue = queue;
    // What an ingest that was killed left there: this one has the store to itself.
    await this.reached(queue.drain(true));
    for (const state of ['completed', 'failed'] as const) await this.reached(queue.clean(0, 0, state));
    return queue;
  }

  private reached<T>(command: Promise<T>): Promise<T> {
    return this.link ? this.link.reached(command) : command;
  }

  /** What a run that was killed has not left in the store. */
  private async unknown({ papers }: Batch): Promise<ExtractorInput[]> {
    const found = await readRows(this.options.store, this.options.extractor, papers);
    return papers.filter(({ id }) => !found.has(id));
  }

  private async put(
    queue: Queue,
    parts: readonly { batch: Batch; papers: ExtractorInput[]; id?: string }[],
    bookmarks: string[],
  ): Promise<void> {
    if (parts.length === 0) return;
    const { attempts, retryDelayMs: delay } = this.settings;
    const jobs = parts.map(({ batch, papers, id = `${this.run}-${this.jobCount++}` }) => {
      batch.jobs.set(id, papers);
      const data: Job = { papers, bookmarks };
      return { name: 'extract', data, opts: { jobId: id, attempts, backoff: { type: 'fixed', delay } } };
    });
    await this.reached(queue.addBulk(jobs));
  }

  /** Takes up what has ended, well or not. Returns whether anything has. */
  private async settle(queue: Queue, pending: readonly Batch[], known: string[]): Promise<boolean> {
    const ended = new Set(await this.reached(queue.getRanges(['completed', 'failed'], 0, -1)));
    const single: { batch: Batch; papers: ExtractorInput[] }[] = [];
    let any = false;
    for (const batch of pending) {
      for (const [id, papers] of batch.jobs) {
        if (!ended.has(id)) continue;
        any = true;
        batch.jobs.delete(id);
        const reason = await this.take(queue, batch, id);
        if (reason === null) continue;
        if (papers.length > 1) single.push(...papers.map((paper) => ({ batch, papers: [paper] })));
        else for (const paper of papers) batch.failed.set(paper.id, reason);
      }
    }
    await this.put(queue, single, known);
    return any;
  }

  /** Null where the job ended well, else why it did not. */
  private async take(queue: Queue, batch: Batch, id: string): Promise<string | null> {
    const job = await this.reached(queue.getJob(id));
    if (!job) return 'its job is gone';
    const answer = jobAnswerSchema.safeParse(job.returnvalue);
    const reason = job.failedReason;
    await this.reached(queue.remove(id)).catch(() => {});
    if (!answer.success) return reason || 'a worker answered what could not be understood';
    for (const { id, reason } of answer.data.failed) batch.failed.set(id, reason);
    batch.bookmarks.push(...answer.data.bookmarks);
    return null;
  }

  private async collect(batches: readonly Batch[]): Promise<Extraction[]> {
    const { store, extractor } = this.options;
    await store.bookmarks?.follow([...new Set(batches.flatMap(({ bookmarks }) => bookmarks))]);
    const papers = batches.flatMap((batch) => batch.papers);
    const found = await readRows(store, extractor, papers);
    const failed = new Map(batches.flatMap((batch) => [...batch.failed]));
    return papers.map(
      ({ id }) =>
        found.get(id) ?? failedExtraction(id, failed.get(id) ?? 'what a worker found was not in the store'),
    );
  }

  /** Redis may have been emptied, or begun anew without what it held. */
  private async putBackLost(queue: Queue, pending: readonly Batch[], known: string[]): Promise<void> {
    const all = pending.flatMap((batch) => [...batch.jobs].map(([id, papers]) => ({ batch, id, papers })));
    const states = await this.reached(Promise.all(all.map(({ id }) => queue.getJobState(id))));
    const lost = all.filter((_, index) => states[index] === 'unknown');
    await this.put(queue, lost, known);
    if (lost.length > 0)
      this.options.say(`${lost.length} jobs were gone from the queue, and are put there again.`);
    if ((await this.reached(queue.getWorkersCount())) > 0) return;
    this.options.say(`No worker of ${this.options.extractor} is there: start one with 'lacuna worker'.`);
  }
}
