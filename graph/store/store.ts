/**
 * The narrow interface that both stores implement. The app's own Cypher is written in the subset that both
 * speak (docs/design.md); text and parameters travel apart and never meet.
 */

/** What may be a parameter or a stored property. Plain data only. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, Value>>;
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

export interface StoreReader {
  readonly kind: 'embedded' | 'neo4j';
  /** Engine name and version, for the run manifest. */
  readonly engine: string;
  /** One of the app's own statements. Throws `limit` on time-out, `unavailable` when the store is gone. */
  read(statement: Statement, options?: ReadOptions): Promise<ResultTable>;
  /**
   * A stranger's statement: refused (`refused`) unless it only reads, within its limits. Never changes the
   * store, reads a file or reaches the network. Syntax errors throw `input`.
   */
  ask(
    statement: Statement,
    options: Required<Omit<ReadOptions, 'signal'>> & { signal?: AbortSignal },
  ): Promise<ResultTable>;
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
