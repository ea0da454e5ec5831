import type { LacunaError } from '../errors.ts';
import type { Answer, AskMode, Bookmarks, Callables, ResultTable, Statement, StoreReader } from './store.ts';

/** What stops one call: both fire together, the signal's reason is the error to reject with. */
export interface CallLimits {
  signal: AbortSignal;
  /** The same time as the signal's, for engines that can enforce it themselves. */
  timeoutMs: number;
}

export interface ReadLimits extends CallLimits {
  maxRows: number;
}

export interface AskLimits extends ReadLimits {
  mode: AskMode;
  /** Of the answer, about. */
  maxBytes: number;
  /** How deep values of the answer may nest. */
  maxNesting: number;
}

/**
 * What an engine must do; the guard around it sees to the rest (time, order of writes, refusal after close).
 * A call rejects with `signal.reason` soon after its signal fires, and with a `LacunaError` otherwise.
 */
export interface ReadingBackend {
  readonly kind: StoreReader['kind'];
  readonly bookmarks?: Bookmarks;
  /** Called once; gives the engine's name and version. */
  open(): Promise<string>;
  read(statement: Statement, limits: ReadLimits): Promise<ResultTable>;
  ask(statement: Statement, limits: AskLimits): Promise<Answer>;
  callables(limits: CallLimits): Promise<Callables>;
  transactions?(limits: CallLimits): Promise<number>;
  /** Why the read with this signal has no answer yet, where that is because nothing could be reached since it began. */
  away?(signal: AbortSignal): LacunaError | null;
  close(): Promise<void>;
}

export interface WritingBackend extends ReadingBackend {
  prepare(): Promise<void>;
  /** All in one transaction; never called twice at a time. */
  write(statements: readonly Statement[], limits: CallLimits): Promise<void>;
  checkpoint(): Promise<void>;
}
