import { totalmem } from 'node:os';

const MEBIBYTE = 1024 * 1024;
const GIBIBYTE = 1024 * MEBIBYTE;

/** Every limit of a store, named. What is left out is as in `DEFAULT_LIMITS`. */
export interface StoreLimits {
  /** Milliseconds that one of the app's own reads may take. */
  readTimeoutMs: number;
  /** Milliseconds that one transaction of writes may take, waiting for its turn included. */
  writeTimeoutMs: number;
  /** Rows that one of the app's own reads may return; more are cut off and `truncated` is set. */
  readRows: number;
  /** Embedded: resident bytes of the child process that runs the app's own statements. */
  childMemoryBytes: number;
  /** Embedded: bytes that strangers' statements may take beyond what the opened store takes itself. */
  askMemoryBytes: number;
  /** Characters of a stranger's statement. */
  askLength: number;
  /** Characters of all its parameters together, as JSON writes them. */
  askParameterLength: number;
  /** How deep brackets of a stranger's statement, its parameters and its answer may nest. */
  askNesting: number;
  /** Words that begin a clause in a stranger's statement: planning can't always be stopped. */
  askClauses: number;
  /** Braces within braces of it. */
  askSubqueries: number;
  /** Relations in its patterns from one WITH, RETURN, CALL, UNWIND or UNION to the next. */
  askRelations: number;
  /** Operators of it; AND and OR count tenfold, XOR two hundredfold. */
  askTerms: number;
  /** Bytes of the answer to a stranger, unless the asker says otherwise. */
  askAnswerBytes: number;
  /** Embedded: the log is folded into the store's file once it is this long. */
  logBytes: number;
  /** Embedded: the journal is shortened once it is this long, and longer than twice the store; 0 keeps none. */
  journalBytes: number;
  /** Embedded: how often a read is begun again because another one's limit killed their process. */
  readAttempts: number;
  /** Embedded: a stopped read that ends by itself within so many milliseconds costs no new process. */
  killGraceMs: number;
  /** Neo4j: milliseconds to wait for a server that is still starting; 0 tries once. */
  waitMs: number;
  /** Neo4j: milliseconds for opening one connection. */
  connectTimeoutMs: number;
  /** Neo4j: milliseconds that a transaction which failed for a passing reason is tried again. */
  retryMs: number;
  /**
   * Neo4j: milliseconds that the app's own reads and writes wait, all in all, for a server that went away or a
   * cluster without a leader; where it is less than `retryMs`, that holds.
   */
  outageMs: number;
  /** Milliseconds to wait for a clean end on closing, before it is forced. */
  closeTimeoutMs: number;
  /** Embedded, shared: before it is opened the other way, statements that run get so many milliseconds; then they are begun again. */
  switchGraceMs: number;
  /** Embedded, shared: so many milliseconds after the last write it is opened for reading only again. */
  writerIdleMs: number;
  /** Embedded, shared: milliseconds that a stranger's statement waits for a write to end. */
  askPatienceMs: number;
}

export interface StoreOptions extends Partial<StoreLimits> {
  /** Told while waiting for a server to come up, with a sentence to show. */
  onWait?: (message: string) => void;
  /** Embedded: false keeps a writer from making a store where there is none. */
  mayCreate?: boolean;
}

const memoryOfMachine = process.constrainedMemory() || totalmem();

export const DEFAULT_LIMITS: Readonly<StoreLimits> = {
  readTimeoutMs: 120_000,
  writeTimeoutMs: 600_000,
  readRows: 5_000_000,
  childMemoryBytes: Math.min(8 * GIBIBYTE, Math.floor(Math.min(memoryOfMachine, totalmem()) * 0.6)),
  askMemoryBytes: GIBIBYTE,
  askLength: 200_000,
  askParameterLength: 4 * MEBIBYTE,
  askNesting: 64,
  askClauses: 100,
  askSubqueries: 10,
  askRelations: 12,
  askTerms: 2000,
  askAnswerBytes: 16 * MEBIBYTE,
  logBytes: 64 * MEBIBYTE,
  journalBytes: 64 * MEBIBYTE,
  readAttempts: 4,
  killGraceMs: 200,
  waitMs: 0,
  connectTimeoutMs: 10_000,
  retryMs: 15_000,
  outageMs: 0,
  closeTimeoutMs: 10_000,
  switchGraceMs: 1000,
  writerIdleMs: 15_000,
  askPatienceMs: 30_000,
};

/** The limits in force: the defaults, overruled by what is set. */
export function limitsOf(options: StoreOptions = {}): StoreLimits {
  const set = Object.entries(options).filter(
    ([name, value]) => name in DEFAULT_LIMITS && value !== undefined,
  );
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(set) };
}
