import { isLacunaError, LacunaError } from '../../errors.ts';
import { openWriter } from '../open.ts';
import type { SharedOptions, SharedStore } from '../shared-store.ts';
import type { StoreLocation, StoreReader, StoreWriter } from '../store.ts';
import { WorkWriter, type Writing } from './work-writer.ts';

type Hold = NonNullable<SharedOptions['hold']>;

/**
 * A Neo4j store that is read and written at the same time, over one connection, so that reads see what was
 * written on a cluster too. Reads run in sessions that may not write. Other programs are kept from writing
 * while a piece of work is underway, not longer.
 */
export class ParallelStore implements SharedStore {
  readonly reader: StoreReader;
  private readonly store: StoreWriter;
  private readonly hold: Hold;
  private readonly user: string;
  private readonly writing: Writing;
  /** Pieces of work underway, and what all of them hold. */
  private users = 0;
  private held: ReturnType<Hold> | null = null;
  private releasing: Promise<void> | null = null;
  private isPrepared = false;
  private closing: Promise<void> | null = null;

  private constructor(store: StoreWriter, hold: Hold, user: string) {
    this.store = store;
    this.hold = hold;
    this.user = user;
    this.writing = {
      write: async (statements, options) => {
        this.refuseIfClosed();
        await store.write(statements, options).catch((error: unknown) => {
          throw this.orReadOnly(error);
        });
      },
      checkpoint: () => store.checkpoint(),
    };
    this.reader = {
      kind: store.kind,
      engine: store.engine,
      read: (statement, options) => store.read(statement, options),
      ask: (statement, options) => store.ask(statement, options),
      callables: (options) => store.callables(options),
      close: () => this.close(),
    };
  }

  static async open(
    location: Extract<StoreLocation, { kind: 'neo4j' }>,
    { hold = async () => async () => {}, ...options }: SharedOptions,
  ): Promise<ParallelStore> {
    return new ParallelStore(await openWriter(location, options), hold, location.username);
  }

  async write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    await this.enter();
    const writer = new WorkWriter(this.reader, async () => this.writing);
    try {
      return await work(writer);
    } finally {
      await writer.close();
      await this.leave();
    }
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.release();
    await this.store.close();
  }

  private async enter(): Promise<void> {
    while (this.releasing) await this.releasing;
    this.refuseIfClosed();
    this.users++;
    this.held ??= this.prepareAndHold();
    try {
      await this.held;
    } catch (error) {
      await this.leave();
      throw this.orReadOnly(error);
    }
  }

  private async prepareAndHold(): Promise<() => Promise<void>> {
    if (!this.isPrepared) await this.store.prepare();
    this.isPrepared = true;
    return this.hold(this.store);
  }

  private async leave(): Promise<void> {
    this.users--;
    if (this.users === 0) await this.release();
  }

  private async release(): Promise<void> {
    const { held } = this;
    this.held = null;
    if (!held) return;
    // NOTE: all is written by now, and what could not be given back runs out by itself.
    this.releasing = held.then((release) => release()).catch(() => {});
    await this.releasing;
    this.releasing = null;
  }

  private refuseIfClosed(): void {
    if (this.closing) throw new LacunaError('unavailable', 'The store is closed.');
  }

  private orReadOnly(error: unknown): unknown {
    if (!isLacunaError(error, 'refused')) return error;
    const message = `Nothing was written: Neo4j lets the user "${this.user}" only read this database.`;
    return new LacunaError('refused', message, { cause: error });
  }
}
