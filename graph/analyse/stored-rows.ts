import { rowsOf } from '../projection/pages.ts';
import type { Cell, ReadOptions, Statement, StoreReader, StoreWriter } from '../store/store.ts';
import type { Row } from './statements.ts';

/** One kind of thing that the analysis keeps in the store, and how to read, write and delete it. */
export interface RowKind {
  /** Which cells, in the order of `read`'s columns, tell one row from another. */
  keys: readonly string[];
  /** All cells, in the order of `read`'s columns. */
  columns: readonly string[];
  /** What is stored for these ids; without ids, everything. */
  read: (ids: string[]) => Statement;
  write: (rows: Row[]) => Statement;
  /** Writes rows where none of the kind is stored yet; in place of `write`, because it need not look for them. */
  create?: (rows: Row[]) => Statement;
  /** Null where rows never go away on their own. */
  delete: ((rows: Row[]) => Statement) | null;
}

export interface Difference {
  write: Row[];
  delete: Row[];
  /** Whether nothing of the kind was stored. */
  isFirst: boolean;
}

export interface SyncSettings {
  rowsPerPage: number;
  rowsPerBatch: number;
}

/**
 * What must be written and deleted for the store to hold exactly `wanted`: what is there more than once is deleted and
 * written anew. `ids` are those that `read` asks for, null for a kind whose `read` needs none.
 */
export async function difference(
  store: StoreReader,
  kind: RowKind,
  wanted: readonly Row[],
  ids: readonly string[] | null,
  settings: SyncSettings,
  options: ReadOptions = {},
): Promise<Difference> {
  const stored = new Map<string, string>();
  const doubled = new Set<string>();
  const remember = (rows: Cell[][]) => {
    for (const cells of rows) {
      const row = Object.fromEntries(kind.columns.map((column, i) => [column, cells[i] ?? null]));
      const key = keyOf(kind, row as Row);
      if (stored.has(key)) doubled.add(key);
      stored.set(key, contentOf(kind, row as Row));
    }
  };
  if (ids === null) remember((await store.read(kind.read([]), options)).rows);
  else for await (const rows of rowsOf(store, kind.read, ids, settings.rowsPerPage, options)) remember(rows);
  const differs = (row: Row): boolean => {
    const key = keyOf(kind, row);
    return doubled.has(key) || stored.get(key) !== contentOf(kind, row);
  };
  const write = wanted.filter(differs);
  const isFirst = stored.size === 0;
  if (!kind.delete) return { write, delete: [], isFirst };
  const kept = new Set(wanted.map((row) => keyOf(kind, row)));
  const gone = [...stored.keys()].filter((key) => doubled.has(key) || !kept.has(key));
  return { write, delete: gone.map((key) => rowOfKey(kind, key)), isFirst };
}

/** Writes in batches, each one transaction; `wrote` is told how many rows each had. */
export async function writeRows(
  store: StoreWriter,
  rows: readonly Row[],
  statement: (rows: Row[]) => Statement,
  settings: SyncSettings,
  wrote: (rows: number) => void,
  options: ReadOptions = {},
): Promise<void> {
  for (let from = 0; from < rows.length; from += settings.rowsPerBatch) {
    const batch = rows.slice(from, from + settings.rowsPerBatch);
    await store.write([statement(batch)], options);
    wrote(batch.length);
  }
}

const keyOf = (kind: RowKind, row: Row): string => JSON.stringify(kind.keys.map((key) => row[key]));

const contentOf = (kind: RowKind, row: Row): string =>
  JSON.stringify(kind.columns.map((column) => row[column] ?? null));

function rowOfKey(kind: RowKind, key: string): Row {
  const values = JSON.parse(key) as Row[string][];
  return Object.fromEntries(kind.keys.map((name, i) => [name, values[i]!]));
}
