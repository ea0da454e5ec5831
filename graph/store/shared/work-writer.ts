import { LacunaError } from '../../errors.ts';
import type {
  Answer,
  AskOptions,
  Callables,
  ReadOptions,
  ResultTable,
  Statement,
  StoreReader,
  StoreWriter,
} from '../store.ts';
import { untilAborted } from '../until-aborted.ts';

export type Writing = Pick<StoreWriter, 'write' | 'checkpoint'>;

/**
 * The writer that a piece of work on a shared store is handed. What it reads goes the way of everybody's reads,
 * so it sees what it wrote; the store is opened for writing at its first write. It can be used until the work
 * has ended, and `close` leaves the store open.
 */
export class WorkWriter implements StoreWriter {
  readonly kind: StoreReader['kind'];
  readonly engine: string;
  private readonly reader: StoreReader;
  private readonly begin: () => Promise<Writing>;
  private begun: Writing | null = null;
  private ended = false;

  constructor(reader: StoreReader, begin: () => Promise<Writing>) {
    this.kind = reader.kind;
    this.engine = reader.engine;
    this.reader = reader;
    this.begin = begin;
  }

  async read(statement: Statement, options?: ReadOptions): Promise<ResultTable> {
    this.refuseIfEnded();
    return this.reader.read(statement, options);
  }

  /** NOTE: once the work has written to an embedded store, this waits in vain for the work to end. */
  async ask(statement: Statement, options: AskOptions): Promise<Answer> {
    this.refuseIfEnded();
    return this.reader.ask(statement, options);
  }

  async callables(options?: Parameters<StoreReader['callables']>[0]): Promise<Callables> {
    this.refuseIfEnded();
    return this.reader.callables(options);
  }

  /** Nothing to do: a shared store is prepared when it is opened for writing. */
  async prepare(): Promise<void> {
    this.refuseIfEnded();
  }

  async write(statements: readonly Statement[], options: ReadOptions = {}): Promise<void> {
    this.refuseIfEnded();
    options.signal?.throwIfAborted();
    const beginning = this.begin();
    const store = await (options.signal ? untilAborted(options.signal, beginning) : beginning);
    this.begun = store;
    await store.write(statements, options);
  }

  async checkpoint(): Promise<void> {
    this.refuseIfEnded();
    await this.begun?.checkpoint();
  }

  async close(): Promise<void> {
    this.ended = true;
  }

  private refuseIfEnded(): void {
    if (this.ended) throw new LacunaError('unavailable', 'The store is closed.');
  }
}
