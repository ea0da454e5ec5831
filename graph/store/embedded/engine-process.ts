import { LacunaError } from '../../errors.ts';
import type { StoreLimits } from '../options.ts';
import type { Cell, ResultTable } from '../store.ts';
import { type Child, type ChildEvents, startChild } from './child-process.ts';
import { type OpenRequest, OUT_OF_MEMORY_STATUS, type Reply, type Request, type Said } from './protocol.ts';

/** `said` is there where a stranger asked. */
type Outcome = ResultTable & { said?: Said };

interface Job {
  id: number;
  request: Request;
  signal: AbortSignal | null;
  rows: Cell[][];
  attempts: number;
  /** Set after a memory limit or a crash with others running: alone, it shows who was to blame. */
  alone: boolean;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
}

type Settings = Pick<StoreLimits, 'readAttempts' | 'killGraceMs' | 'closeTimeoutMs'>;

const OPEN_ID = 0;
const isRead = (job: Job): boolean => job.request.kind === 'read' || job.request.kind === 'ask';

/**
 * Owns one child process with an engine in it. A call whose signal fires is ended by killing the process;
 * the next call starts another, and reads that ran beside the killed one are begun again.
 */
export class EngineProcess {
  private readonly opening: OpenRequest;
  private readonly settings: Settings;
  private child: Child | null = null;
  private ready = false;
  private engine = '';
  private closed = false;
  private notOpened: LacunaError | null = null;
  private lastId = OPEN_ID;
  private readonly waiting: Job[] = [];
  private readonly running = new Map<number, Job>();
  private whenGone: (() => void)[] = [];

  constructor(opening: OpenRequest, settings: Settings) {
    this.opening = opening;
    this.settings = settings;
  }

  /** Resolves to the engine's name and version once the store is open. */
  async start(): Promise<string> {
    await this.call({ kind: 'prepare', statements: [] }, null);
    return this.engine;
  }

  call(request: Request, signal: AbortSignal | null): Promise<Outcome> {
    if (this.closed) return Promise.reject(new LacunaError('unavailable', 'The store is closed.'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      const job: Job = { id, request, signal, rows: [], attempts: 0, alone: false, resolve, reject };
      signal?.addEventListener('abort', () => this.stop(job), { once: true });
      this.waiting.push(job);
      this.pump();
    });
  }

  /** Lets an engine that wrote fold its log and end; kills it when it does not. */
  async close(): Promise<void> {
    if (this.closed) return;
    const orderly = this.child !== null && this.opening.mode === 'write';
    const ending = orderly ? this.call({ kind: 'close' }, null).catch(() => {}) : Promise.resolve();
    this.closed = true;
    const timer = setTimeout(() => this.child?.kill(), this.settings.closeTimeoutMs);
    await ending;
    await this.kill();
    clearTimeout(timer);
    for (const job of this.waiting.splice(0))
      job.reject(new LacunaError('unavailable', 'The store is closed.'));
  }

  private kill(): Promise<void> {
    if (!this.child) return Promise.resolve();
    this.child.kill();
    return new Promise((resolve) => this.whenGone.push(resolve));
  }

  /** Sends what may run now; starts the process when there is none. */
  private pump(): void {
    if (this.waiting.length === 0) return;
    if (!this.child) this.spawn();
    if (!this.ready) return;
    for (let job = this.waiting[0]; job; job = this.waiting[0]) {
      const occupied = job.alone
        ? this.running.size > 0
        : [...this.running.values()].some((one) => one.alone);
      if (occupied) return;
      this.waiting.shift();
      this.running.set(job.id, job);
      try {
        this.child?.send({ id: job.id, request: job.request });
      } catch (error) {
        // NOTE: what can't be put in a message, such as lists nested deeper than the stack.
        this.running.delete(job.id);
        job.reject(new LacunaError('input', 'The parameters could not be sent.', { cause: error }));
      }
    }
  }

  private spawn(): void {
    this.ready = false;
    this.notOpened = null;
    const { memoryFrom, memoryBytes } = this.opening;
    const events: ChildEvents = {
      onReply: (reply) => this.receive(reply),
      onExit: (status, complaint) => this.recover(status, complaint),
    };
    const child = startChild(events, memoryFrom === 'opened' ? memoryBytes : undefined);
    this.child = child;
    child.send({ id: OPEN_ID, request: this.opening });
  }

  private receive(reply: Reply): void {
    if (reply.id === OPEN_ID) {
      if (reply.kind === 'error')
        this.failToOpen(new LacunaError(reply.code, reply.message, { details: reply.details }));
      if (reply.kind !== 'done') return;
      this.engine = reply.engine ?? '';
      this.ready = true;
      this.pump();
      return;
    }
    const job = this.running.get(reply.id);
    if (!job) return;
    if (reply.kind === 'rows') {
      for (const row of reply.rows) job.rows.push(row);
      return;
    }
    this.running.delete(reply.id);
    if (reply.kind === 'error') {
      job.reject(new LacunaError(reply.code, reply.message, { details: reply.details }));
    } else {
      const { columns, truncated, said } = reply;
      job.resolve({ columns, rows: job.rows, truncated, ...(said && { said }) });
    }
    this.pump();
  }

  private failToOpen(error: LacunaError): void {
    this.notOpened = error;
    for (const job of this.waiting.splice(0)) job.reject(error);
    this.child?.kill();
  }

  /** The job's signal fired: drop it, or kill the process if it won't end by itself in a moment. */
  private stop(job: Job): void {
    const index = this.waiting.indexOf(job);
    if (index >= 0) this.waiting.splice(index, 1);
    if (index >= 0) job.reject(job.signal?.reason);
    else setTimeout(() => this.killWhenNoWriteRuns(job), this.settings.killGraceMs);
  }

  private killWhenNoWriteRuns(job: Job): void {
    if (!this.running.has(job.id)) return;
    const others = [...this.running.values()].filter((one) => one !== job && !isRead(one));
    if (others.length === 0) this.child?.kill();
    else setTimeout(() => this.killWhenNoWriteRuns(job), this.settings.killGraceMs);
  }

  /** The process is gone: by our hand, by its memory limit, or by a crash. */
  private recover(status: number | null, complaint: string): void {
    const wasReady = this.ready;
    this.child = null;
    this.ready = false;
    const jobs = [...this.running.values()];
    this.running.clear();
    const outOfMemory = status === OUT_OF_MEMORY_STATUS;
    const again = jobs.filter((job) => !this.settle(job, outOfMemory, jobs.length === 1, complaint));
    this.waiting.unshift(...again);
    if (!wasReady) this.failToOpen(this.notOpened ?? endedWhileOpening(complaint));
    for (const tell of this.whenGone.splice(0)) tell();
    if (!this.closed) this.pump();
  }

  /** Rejects a job that went down with its process; false when it is to be begun again. */
  private settle(job: Job, outOfMemory: boolean, onlyOne: boolean, complaint: string): boolean {
    job.attempts++;
    job.rows = [];
    if (job.signal?.aborted) {
      job.reject(job.signal.reason);
    } else if (outOfMemory && (onlyOne || !isRead(job))) {
      const limit = this.opening.memoryBytes;
      const message = `The statement was stopped: it took more than ${Math.round(limit / 2 ** 20)} MB of memory.`;
      job.reject(new LacunaError('limit', message, { details: { bytes: limit } }));
    } else if (job.request.kind === 'ask' && onlyOne && job.attempts > 1) {
      const message = 'The statement was stopped: the engine broke down over it, alone as well.';
      job.reject(new LacunaError('limit', message, { details: { limit: 'engine' } }));
    } else if (!isRead(job) || this.closed || job.attempts >= this.settings.readAttempts) {
      const message = isRead(job)
        ? 'The process that holds the store ended again and again.'
        : 'The process that holds the store ended while it wrote: write the same again.';
      job.reject(new LacunaError('unavailable', message, { details: complaint ? { complaint } : {} }));
    } else {
      job.alone = outOfMemory || job.request.kind === 'ask';
      return false;
    }
    return true;
  }
}

function endedWhileOpening(complaint: string): LacunaError {
  const last = complaint ? `: ${complaint.split('\n').at(-1)}` : '.';
  return new LacunaError('unavailable', `The process that holds the store ended while opening it${last}`);
}
