import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { messageOf } from '../../graph/errors.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { failedExtraction } from '../extract/extract-batch.ts';
import type { Extraction, ExtractionSource, ExtractorInput } from '../extract/extractor.ts';
import { type Batch, type Collected, NOTHING, type Part } from './batch.ts';
import { type Job, jobAnswerSchema, shortReason } from './job.ts';
import { countRows, deleteRows, prepareRows, readRows } from './kept-rows.ts';
import { removeForeignKeys } from './queue-keys.ts';
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
    const queue = await this.open(signal);
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
      const collected = ready.length > 0 ? await this.collect(ready) : NOTHING;
      pending.unshift(...collected.rest);
      await this.put(queue, collected.again, known);
      if (collected.extractions.length > 0) yield collected.extractions;
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
        last = { papers: [], jobs: new Map(), failed: new Map(), bookmarks: [], tries: new Map() };
        batches.push(last);
      }
      last.papers.push({ id, title, abstract });
    }
    return batches;
  }

  private async open(signal?: AbortSignal): Promise<Queue> {
    const { store, redis, extractor, say } = this.options;
    const name = await queueName(store, extractor);
    this.link = await RedisLink.open(redis, this.settings.redisWaitMs, say, signal);
    const queue = new Queue(name, { connection: this.link.client });
    // Told by the link.
    queue.on('error', () => {});
    this.queue = queue;
    // What an ingest that was killed left there: this one has the store to itself.
    await this.asked(() => queue.drain(true));
    for (const state of ['completed', 'failed'] as const) await this.asked(() => queue.clean(0, 0, state));
    return queue;
  }

  /** Asks Redis, and once more without the keys that somebody put something else under. Throws `unavailable`. */
  private async asked<T>(command: () => Promise<T>): Promise<T> {
    const { link, queue } = this;
    if (!link || !queue) return command();
    try {
      return await link.reached(command());
    } catch (error) {
      if (!/WRONGTYPE/.test(messageOf(error))) throw error;
      const removed = await link.reached(removeForeignKeys(queue, link.client));
      if (removed === 0) throw error;
      this.options.say(`${removed} keys of the queue held something else, and were removed.`);
      return link.reached(command());
    }
  }

  /** What a run that was killed has not left in the store. */
  private async unknown({ papers }: Batch): Promise<ExtractorInput[]> {
    const found = await readRows(this.options.store, this.options.extractor, papers);
    return papers.filter(({ id }) => !found.has(id));
  }

  private async put(queue: Queue, parts: readonly Part[], bookmarks: string[]): Promise<void> {
    if (parts.length === 0) return;
    const { attempts, retryDelayMs: delay } = this.settings;
    const jobs = parts.map(({ batch, papers }) => {
      const id = `${this.run}-${this.jobCount++}`;
      batch.jobs.set(id, papers);
      const data: Job = { papers, bookmarks };
      return { name: 'extract', data, opts: { jobId: id, attempts, backoff: { type: 'fixed', delay } } };
    });
    await this.asked(() => queue.addBulk(jobs));
  }

  /** Takes up what has ended, well or not. Returns whether anything has. */
  private async settle(queue: Queue, pending: readonly Batch[], known: string[]): Promise<boolean> {
    const ended = new Set(await this.asked(() => queue.getRanges(['completed', 'failed'], 0, -1)));
    const single: Part[] = [];
    let any = false;
    for (const batch of pending) {
      for (const [id, papers] of batch.jobs) {
        if (!ended.has(id)) continue;
        any = true;
        batch.jobs.delete(id);
        const { reason, isFinal } = await this.take(queue, { batch, papers }, id);
        if (reason === null) continue;
        for (const paper of papers) {
          const isLast = papers.length === 1 && (isFinal || !this.mayTryAgain(batch, paper));
          if (isLast) batch.failed.set(paper.id, reason);
          else single.push({ batch, papers: [paper] });
        }
      }
    }
    await this.put(queue, single, known);
    return any;
  }

  /** Why a job did not end well, null where it did; and whether it was tried so often as it may be. */
  private async take(
    queue: Queue,
    { batch, papers }: Part,
    id: string,
  ): Promise<{ reason: string | null; isFinal: boolean }> {
    // NOTE: others may write to Redis: what is there need be no job.
    const job = await this.asked(() => queue.getJob(id)).catch((error: unknown) => this.unreadable(error));
    await this.asked(() => queue.remove(id)).catch(() => {});
    if (!job) return { reason: 'its job could not be read', isFinal: false };
    const answer = jobAnswerSchema.safeParse(job.returnvalue);
    const why = shortReason(String(job.failedReason ?? ''));
    if (!answer.success)
      return { reason: why || 'a worker answered what could not be understood', isFinal: true };
    const asked = new Set(papers.map((paper) => paper.id));
    for (const { id, reason } of answer.data.failed) {
      if (asked.has(id)) batch.failed.set(id, shortReason(reason));
    }
    batch.bookmarks.push(...answer.data.bookmarks);
    return { reason: null, isFinal: false };
  }

  /** Goes on past what Redis holds, not past its absence. */
  private unreadable(error: unknown): null {
    if (!this.link?.isLost) return null;
    throw error;
  }

  private mayTryAgain({ tries }: Batch, { id }: ExtractorInput): boolean {
    const count = (tries.get(id) ?? 0) + 1;
    tries.set(id, count);
    return count < this.settings.attempts;
  }

  /**
   * The extractions of the first of these batches, up to one that lacks some which no worker said to have failed: its papers
   * are to be tried again, and it is to be waited for.
   */
  private async collect(batches: readonly Batch[]): Promise<Collected> {
    const { store, extractor } = this.options;
    await this.follow(batches.flatMap(({ bookmarks }) => bookmarks));
    const found = await readRows(
      store,
      extractor,
      batches.flatMap(({ papers }) => papers),
    );
    const again: Part[] = [];
    for (const batch of batches) {
      for (const paper of batch.papers) {
        if (found.has(paper.id) || batch.failed.has(paper.id)) continue;
        if (this.mayTryAgain(batch, paper)) again.push({ batch, papers: [paper] });
        else batch.failed.set(paper.id, 'what a worker found was not in the store');
      }
    }
    const waiting = new Set(again.map(({ batch }) => batch));
    const first = batches.findIndex((batch) => waiting.has(batch));
    const whole = first < 0 ? batches : batches.slice(0, first);
    const extractions = whole.flatMap(({ papers, failed }) =>
      papers.map(({ id }) => found.get(id) ?? failedExtraction(id, failed.get(id)!)),
    );
    return { extractions, again, rest: first < 0 ? [] : batches.slice(first) };
  }

  /** What is not seen without a bookmark is asked for again; one that is none stops nothing. */
  private async follow(bookmarks: readonly string[]): Promise<void> {
    try {
      await this.options.store.bookmarks?.follow([...new Set(bookmarks)]);
    } catch (error) {
      this.options.say(`A bookmark from the queue leads nowhere: ${shortReason(messageOf(error))}`);
    }
  }

  /** Redis may have been emptied, or begun anew without what it held. */
  private async putBackLost(queue: Queue, pending: readonly Batch[], known: string[]): Promise<void> {
    const all = pending.flatMap((batch) => [...batch.jobs].map(([id, papers]) => ({ batch, id, papers })));
    const states = await this.asked(() => Promise.all(all.map(({ id }) => queue.getJobState(id))));
    const lost = all.filter((_, index) => states[index] === 'unknown');
    // NOTE: under a new name: what is left of one that is in no list would keep it from coming into one.
    for (const { batch, id } of lost) batch.jobs.delete(id);
    await this.put(queue, lost, known);
    if (lost.length > 0)
      this.options.say(`${lost.length} jobs were gone from the queue, and are put there again.`);
    if ((await this.asked(() => queue.getWorkersCount())) > 0) return;
    this.options.say(`No worker of ${this.options.extractor} is there: start one with 'lacuna worker'.`);
  }
}
