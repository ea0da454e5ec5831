import type { StoreOptions } from './options.ts';
import type { StoreReader, StoreWriter } from './store.ts';

/** A store that one program reads all the time and writes now and then. */
export interface SharedStore {
  /** Stays the same whatever is written; no read fails because of a write, it waits or is begun again. */
  readonly reader: StoreReader;
  /**
   * Runs some work with a writer that is its own until it has ended. Each transaction is whole, and they go one
   * after the other; pieces of work may overlap, so that a long one leaves room for others between two
   * transactions. Throws `unavailable` when the store can't be had for writing, `refused` when the user may only
   * read; the reader goes on in both cases.
   */
  write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T>;
  /** Lets a transaction that runs end; refuses all else from then on. */
  close(): Promise<void>;
}

export interface SharedOptions extends StoreOptions {
  /** Neo4j: keeps other programs from writing until what it returns is called. */
  hold?: (writer: StoreWriter) => Promise<() => Promise<void>>;
}
