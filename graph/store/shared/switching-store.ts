import { isLacunaError, LacunaError, messageOf } from '../../errors.ts';
import { deadline } from '../deadline.ts';
import { openReader, openWriter } from '../open.ts';
import { limitsOf, type StoreLimits, type StoreOptions } from '../options.ts';
import type { SharedStore } from '../shared-store.ts';
import type { ReadOptions, StoreLocation, StoreReader, StoreWriter } from '../store.ts';
import { untilAborted } from '../until-aborted.ts';
import { Condition } from './condition.ts';
import { WorkWriter } from './work-writer.ts';

type Mode = 'reading' | 'writing';

/** The store as it is open now. */
interface Opened {
  readonly mode: Mode;
  readonly store: StoreReader;
  /** The same store; null while it is open for reading. */
  readonly writer: StoreWriter | null;
  /** Statements that run. */
  running: number;
  /** Set before it is closed: what still runs then is begun again on the next one. */
  leaving: boolean;
}

/**
 * An embedded store that is read all the time and written now and then. Its engine lets one process hold a store
 * that is written to, so the store is open either for reading or for writing, and reads wait out the change.
 * While it is open for writing, the app's reads go through the writer. A stranger's statement never does: there
 * only the gate would keep it from writing, and stopping it would stop a transaction. It has the store opened for
 * reading again, or waits for the work that writes.
 */
export class SwitchingStore implements SharedStore {
  readonly reader: StoreReader;
  private readonly location: StoreLocation;
  private readonly options: StoreOptions;
  private readonly limits: StoreLimits;
  /** Null when it could not be opened again: the next read tries to. */
  private opened: Opened | null;
  private change: Promise<void> | null = null;
  /** Pieces of work that have written and go on. */
  private writing = 0;
  private idle: NodeJS.Timeout | undefined;
  private closing: Promise<void> | null = null;
  private readonly changed = new Condition();

  private constructor(location: StoreLocation, options: StoreOptions, first: StoreReader) {
    this.location = location;
    this.options = options;
    this.limits = limitsOf(options);
    this.opened = openedWith(first, null);
    this.reader = {
      kind: first.kind,
      engine: first.engine,
      read: (statement, options) => this.read((store) => store.read(statement, options), options),
      ask: (statement, options) => this.ask((store) => store.ask(statement, options), options),
      callables: (options) => this.read((store) => store.callables(options), options),
      ...(first.transactions && { transactions: () => this.read((store) => store.transactions!()) }),
      close: () => this.close(),
    };
  }

  static async open(location: StoreLocation, options: StoreOptions): Promise<SwitchingStore> {
    return new SwitchingStore(location, options, await openReader(location, options));
  }

  async write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    this.refuseIfClosed();
    let pinned = false;
    const writer = new WorkWriter(this.reader, async () => {
      if (!pinned) this.pin();
      pinned = true;
      await this.become('writing', () => true);
      return this.opened!.writer!;
    });
    try {
      return await work(writer);
    } finally {
      await writer.close();
      if (pinned) this.unpin();
    }
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    clearTimeout(this.idle);
    this.changed.wake();
    while (this.change) await this.change.catch(() => {});
    await this.opened?.store.close();
  }

  private async read<T>(run: Run<T>, { signal }: ReadOptions = {}): Promise<T> {
    for (;;) {
      const answer = await this.attempt(await this.settled(signal), run);
      if (answer !== null) return answer;
    }
  }

  private async ask<T>(run: Run<T>, { signal }: ReadOptions): Promise<T> {
    for (;;) {
      const answer = await this.attempt(await this.openForReading(signal), run);
      if (answer !== null) return answer;
    }
  }

  /** Null when the store was opened the other way meanwhile. */
  private async attempt<T>(opened: Opened, run: Run<T>): Promise<T | null> {
    opened.running++;
    try {
      return await run(opened.store);
    } catch (error) {
      if (opened.leaving && !this.closing && isLacunaError(error, 'unavailable')) return null;
      throw error;
    } finally {
      opened.running--;
      if (opened.running === 0) this.changed.wake();
    }
  }

  /** The store as soon as it is open, one way or the other. */
  private async settled(signal?: AbortSignal): Promise<Opened> {
    for (;;) {
      this.refuseIfClosed();
      if (!this.change && this.opened) return this.opened;
      const next = this.change ? this.change.catch(() => {}) : this.become('reading', () => !this.opened);
      await (signal ? untilAborted(signal, next) : next);
    }
  }

  private async openForReading(signal: AbortSignal | undefined): Promise<Opened> {
    for (;;) {
      const opened = await this.settled(signal);
      if (opened.mode === 'reading') return opened;
      if (this.writing > 0) await this.untilWritten(signal);
      else await (signal ? untilAborted(signal, this.goBack()) : this.goBack());
    }
  }

  private async untilWritten(caller: AbortSignal | undefined): Promise<void> {
    const { askPatienceMs } = this.limits;
    const { signal, end } = deadline(askPatienceMs, waitedInVain(askPatienceMs), [caller]);
    try {
      while (this.writing > 0 && !this.closing) await untilAborted(signal, this.changed.next());
    } finally {
      end();
    }
  }

  private pin(): void {
    this.writing++;
    clearTimeout(this.idle);
  }

  private unpin(): void {
    this.writing--;
    if (this.writing === 0) this.changed.wake();
    this.restWhenIdle();
  }

  private restWhenIdle(): void {
    clearTimeout(this.idle);
    if (this.closing || this.writing > 0 || this.opened?.mode !== 'writing') return;
    // NOTE: what fails here shows itself to the next read, which tries again.
    this.idle = setTimeout(() => void this.goBack().catch(() => {}), this.limits.writerIdleMs);
    this.idle.unref();
  }

  private goBack(): Promise<void> {
    return this.become('reading', () => this.writing === 0);
  }

  /** Opens the store this way, unless it is, or that is no longer wanted once it could be. */
  private async become(mode: Mode, isWanted: () => boolean): Promise<void> {
    while (this.change) await this.change.catch(() => {});
    this.refuseIfClosed();
    if (this.opened?.mode === mode || !isWanted()) return;
    clearTimeout(this.idle);
    this.change = this.reopen(mode).finally(() => {
      this.change = null;
      this.changed.wake();
      this.restWhenIdle();
    });
    await this.change;
  }

  private async reopen(mode: Mode): Promise<void> {
    if (this.opened) await this.leave(this.opened);
    this.opened = null;
    try {
      this.opened = mode === 'reading' ? await this.openedToRead() : await this.openedToWrite();
    } catch (error) {
      if (mode === 'reading') throw error;
      this.opened = await this.openedToRead().catch(() => null);
      throw notWritable(error);
    }
  }

  private async leave(opened: Opened): Promise<void> {
    const deadline = performance.now() + this.limits.switchGraceMs;
    for (let left = this.limits.switchGraceMs; opened.running > 0 && left > 0; ) {
      const timer = setTimeout(() => this.changed.wake(), left);
      await this.changed.next();
      clearTimeout(timer);
      left = deadline - performance.now();
    }
    opened.leaving = true;
    await opened.store.close();
  }

  private async openedToRead(): Promise<Opened> {
    return openedWith(await openReader(this.location, this.options), null);
  }

  private async openedToWrite(): Promise<Opened> {
    const writer = await openWriter(this.location, { ...this.options, mayCreate: false });
    try {
      await writer.prepare();
    } catch (error) {
      await writer.close();
      throw error;
    }
    return openedWith(writer, writer);
  }

  private refuseIfClosed(): void {
    if (this.closing) throw new LacunaError('unavailable', 'The store is closed.');
  }
}

type Run<T> = (store: StoreReader) => Promise<T>;

const openedWith = (store: StoreReader, writer: StoreWriter | null): Opened => ({
  mode: writer ? 'writing' : 'reading',
  store,
  writer,
  running: 0,
  leaving: false,
});

const waitedInVain = (milliseconds: number) => (): LacunaError =>
  new LacunaError(
    'limit',
    `The store is being written to, and was so for the ${milliseconds} ms that the statement waited: try again soon.`,
    { details: { milliseconds } },
  );

const notWritable = (error: unknown): LacunaError =>
  new LacunaError('unavailable', `Nothing can be written to this store now. ${messageOf(error)}`, {
    cause: error,
  });
