import { LacunaError } from '../errors.ts';
import { refuseOversized } from './ask-bounds.ts';
import type { ReadingBackend, ReadLimits, WritingBackend } from './backend.ts';
import { deadline } from './deadline.ts';
import type { StoreLimits } from './options.ts';
import { refuseHardToPlan } from './planning-bounds.ts';
import type {
  Answer,
  AskOptions,
  Bookmarks,
  Callables,
  ReadOptions,
  ResultTable,
  Statement,
  StoreReader,
  StoreWriter,
} from './store.ts';
import { untilAborted } from './until-aborted.ts';

/** What every backend needs around it: opened once, limits on every call, refusal after close. */
export class GuardedReader implements StoreReader {
  readonly kind: StoreReader['kind'];
  readonly engine: string;
  readonly bookmarks?: Bookmarks;
  readonly transactions?: () => Promise<number>;
  protected readonly limits: StoreLimits;
  private readonly backend: ReadingBackend;
  private readonly closing = new AbortController();
  private closed: Promise<void> | null = null;

  protected constructor(backend: ReadingBackend, engine: string, limits: StoreLimits) {
    this.backend = backend;
    this.kind = backend.kind;
    this.engine = engine;
    this.limits = limits;
    if (backend.bookmarks) this.bookmarks = backend.bookmarks;
    if (backend.transactions) {
      this.transactions = () =>
        this.query({}, limits.readTimeoutMs, 1, (bounds) => backend.transactions!(bounds));
    }
  }

  static async open(backend: ReadingBackend, limits: StoreLimits): Promise<GuardedReader> {
    return new GuardedReader(backend, await openOrClose(backend), limits);
  }

  read(statement: Statement, options: ReadOptions = {}): Promise<ResultTable> {
    const { readTimeoutMs, readRows } = this.limits;
    return this.query(options, readTimeoutMs, readRows, (limits) => this.backend.read(statement, limits));
  }

  async ask(statement: Statement, options: AskOptions): Promise<Answer> {
    const { timeoutMs, maxRows, mode = 'run', maxBytes = this.limits.askAnswerBytes } = options;
    refuseOversized(statement, this.limits);
    refuseHardToPlan(statement.text, this.limits);
    const answer = { mode, maxBytes, maxNesting: this.limits.askNesting };
    return this.query(options, timeoutMs, maxRows, (limits) =>
      this.backend.ask(statement, { ...limits, ...answer }),
    );
  }

  callables(options: Omit<ReadOptions, 'maxRows'> = {}): Promise<Callables> {
    const { readTimeoutMs, readRows } = this.limits;
    return this.query(options, readTimeoutMs, readRows, (limits) => this.backend.callables(limits));
  }

  /** Stops reads that are still running, lets writes end. */
  close(): Promise<void> {
    this.closed ??= this.end();
    return this.closed;
  }

  protected async end(): Promise<void> {
    this.closing.abort(new LacunaError('unavailable', 'The store was closed while the statement ran.'));
    await this.backend.close();
  }

  protected refuseIfClosed(): void {
    if (this.closed) throw new LacunaError('unavailable', 'The store is closed.');
  }

  private async query<T>(
    options: ReadOptions,
    timeoutMs: number,
    maxRows: number,
    run: (limits: ReadLimits) => Promise<T>,
  ): Promise<T> {
    this.refuseIfClosed();
    options.signal?.throwIfAborted();
    const time = options.timeoutMs ?? timeoutMs;
    // Who waits for one that is gone was not too slow.
    const reason = (): LacunaError => this.backend.away?.(signal) ?? tookTooLong(time)();
    const { signal, end } = deadline(time, reason, [options.signal, this.closing.signal]);
    try {
      return await untilAborted(
        signal,
        run({ signal, timeoutMs: time, maxRows: options.maxRows ?? maxRows }),
      );
    } finally {
      end();
    }
  }
}

/** Writes go one after the other: engines duplicate or deadlock on parallel merges. */
export class GuardedWriter extends GuardedReader implements StoreWriter {
  private readonly writing: WritingBackend;
  private lastWrite: Promise<unknown> = Promise.resolve();

  protected constructor(backend: WritingBackend, engine: string, limits: StoreLimits) {
    super(backend, engine, limits);
    this.writing = backend;
  }

  static override async open(backend: WritingBackend, limits: StoreLimits): Promise<GuardedWriter> {
    return new GuardedWriter(backend, await openOrClose(backend), limits);
  }

  prepare(): Promise<void> {
    return this.inTurn(() => this.writing.prepare());
  }

  checkpoint(): Promise<void> {
    return this.inTurn(() => this.writing.checkpoint());
  }

  /** When it was aborted, it settles only after the engine has undone or kept all of it. */
  async write(statements: readonly Statement[], options: ReadOptions = {}): Promise<void> {
    this.refuseIfClosed();
    const timeoutMs = options.timeoutMs ?? this.limits.writeTimeoutMs;
    const { signal, end } = deadline(timeoutMs, tookTooLong(timeoutMs), [options.signal]);
    try {
      await this.inTurn(async () => {
        signal.throwIfAborted();
        if (statements.length > 0) await this.writing.write(statements, { signal, timeoutMs });
      });
    } finally {
      end();
    }
  }

  protected override async end(): Promise<void> {
    await this.lastWrite;
    await super.end();
  }

  private async inTurn(work: () => Promise<void>): Promise<void> {
    this.refuseIfClosed();
    const turn = this.lastWrite.then(work);
    this.lastWrite = turn.catch(() => {});
    await turn;
  }
}

async function openOrClose(backend: ReadingBackend): Promise<string> {
  try {
    return await backend.open();
  } catch (error) {
    await backend.close().catch(() => {});
    throw error;
  }
}

const tookTooLong = (timeoutMs: number) => (): LacunaError =>
  new LacunaError('limit', `The statement was stopped: it took longer than ${timeoutMs} ms.`, {
    details: { milliseconds: timeoutMs },
  });
