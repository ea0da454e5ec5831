/**
 * The narrow interface that both stores implement. The app's own Cypher is written in the subset that both
 * speak (docs/design.md); text and parameters travel apart and never meet.
 */

/** What may be a parameter or a stored property. Plain data only. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** What a parameter is to be where JSON has no form for it: `date` and `datetime` are written in ISO 8601. */
export type ParameterType = 'float' | 'date' | 'datetime';

export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, Value>>;
  /** By the parameter's name; only strangers' statements have them. */
  readonly types?: Readonly<Record<string, ParameterType>>;
}

/** A node, relation or path in a result, told from a plain map by its one `$` key. */
export interface NodeCell {
  $node: { ref: string; labels: string[]; properties: Record<string, Cell> };
}
export interface RelationCell {
  $relation: { ref: string; type: string; from: string; to: string; properties: Record<string, Cell> };
}
export interface PathCell {
  $path: { nodes: NodeCell[]; relations: RelationCell[] };
}

/**
 * What may stand in a result: JSON all through. Integers past 2^53 come as decimal strings, temporal values
 * in ISO 8601, NaN and infinities as strings. `ref` is the store's own element id: it joins relations to
 * nodes within one result and means nothing outside it.
 */
export type Cell =
  | null
  | boolean
  | number
  | string
  | Cell[]
  | { [key: string]: Cell }
  | NodeCell
  | RelationCell
  | PathCell;

export interface ResultTable {
  columns: string[];
  rows: Cell[][];
  /** True when there were more rows than `maxRows`. */
  truncated: boolean;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** Milliseconds; past it the query is stopped and `limit` is thrown. */
  timeoutMs?: number;
  maxRows?: number;
}

/** `explain`: only its plan, nothing runs; `profile`: runs, and tells what each step of the plan did. */
export type AskMode = 'run' | 'explain' | 'profile';

/** One step of a plan. */
export interface PlanStep {
  /** Index of the step that takes its rows; null for the one that gives the result. Steps stand in pre-order. */
  parent: number | null;
  operator: string;
  /** What it works on, as the engine writes it. */
  details: string;
  /** Null where the engine does not estimate. */
  estimatedRows: number | null;
  /** These three only of a profiled statement, where the engine counts them. */
  rows: number | null;
  dbHits: number | null;
  milliseconds: number | null;
}

/** What is to be said of a statement that did not fail. */
export interface Notice {
  /** `rewritten`: another text was run, since the engine would have answered what was written wrongly. */
  kind: 'hint' | 'warning' | 'rewritten';
  message: string;
  /** UTF-16 code units from the beginning of the statement; null where it is about all of it. */
  offset: number | null;
}

export interface Answer extends ResultTable {
  mode: AskMode;
  /** Null in the mode `run`. */
  plan: PlanStep[] | null;
  notices: Notice[];
}

export interface AskOptions extends Required<Omit<ReadOptions, 'signal'>> {
  signal?: AbortSignal;
  /** `run` when left out. A statement that begins with EXPLAIN or PROFILE asks for that itself. */
  mode?: AskMode;
  /** Bytes of the answer, about; past them `limit` is thrown. */
  maxBytes?: number;
}

/** A function or procedure that strangers' statements may call. */
export interface Callable {
  name: string;
  signature: string;
  description: string;
}

export interface Callables {
  functions: readonly Callable[];
  procedures: readonly Callable[];
}

/** How processes that share one store on several servers see each other's writes. */
export interface Bookmarks {
  /** What this process has seen and written so far, as texts to hand to another one. */
  current(): Promise<string[]>;
  /** Waits until the store has what these stand for; from then on this process reads it so, or later. */
  follow(bookmarks: readonly string[]): Promise<void>;
}

export interface StoreReader {
  /** Absent where one process holds the store. */
  readonly bookmarks?: Bookmarks;
  /**
   * Transactions that made the store what it is now: one more for each, whoever wrote it and whatever became of them. Absent where
   * the store keeps no such count.
   */
  transactions?(): Promise<number>;
  readonly kind: 'embedded' | 'neo4j';
  /** Engine name and version, for the run manifest. */
  readonly engine: string;
  /** One of the app's own statements. Throws `limit` on time-out, `unavailable` when the store is gone. */
  read(statement: Statement, options?: ReadOptions): Promise<ResultTable>;
  /**
   * A stranger's statement: refused (`refused`) unless it only reads, within its limits. Never changes the
   * store, reads a file or reaches the network. Syntax errors throw `input`, with `line`, `column` and `offset`
   * (UTF-16 code units) where the engine tells them.
   */
  ask(statement: Statement, options: AskOptions): Promise<Answer>;
  /** What its engine knows and `ask` lets through, by name. */
  callables(options?: Omit<ReadOptions, 'maxRows'>): Promise<Callables>;
  close(): Promise<void>;
}

export interface StoreWriter extends StoreReader {
  /** Creates constraints and indexes; running it again changes nothing. */
  prepare(): Promise<void>;
  /** All statements in one transaction, in order; writes are serialised. */
  write(statements: readonly Statement[], options?: ReadOptions): Promise<void>;
  /** Makes all that was written durable. */
  checkpoint(): Promise<void>;
}

/** Where a graph is kept; credentials come from the environment, never from here. */
export type StoreLocation =
  | { kind: 'embedded'; folder: string }
  | { kind: 'neo4j'; uri: string; username: string; password: string };
