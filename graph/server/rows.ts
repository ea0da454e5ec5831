import { isLacunaError, LacunaError } from '../errors.ts';
import type { Cell, Statement, StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';

/** One row of a result, by column name. */
export type Row = Readonly<Record<string, Cell>>;

/** Runs one of our own statements. That the store refuses it or doesn't understand it is our fault: `internal`. */
export async function query(
  store: StoreReader,
  statement: Statement,
  config: Pick<ServerConfig, 'readMs'>,
  signal?: AbortSignal,
): Promise<Row[]> {
  try {
    const options = { timeoutMs: config.readMs, maxRows: Number.MAX_SAFE_INTEGER };
    const { columns, rows } = await store.read(statement, signal ? { ...options, signal } : options);
    return rows.map((cells) => Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null])));
  } catch (error) {
    if (!isLacunaError(error, 'input') && !isLacunaError(error, 'refused')) throw error;
    throw new LacunaError('internal', `A statement of the server failed: ${statement.text}`, {
      cause: error,
    });
  }
}

/** Pages through a statement that is ordered by its column `id`. */
export async function* pages(
  store: StoreReader,
  page: (after: string, limit: number) => Statement,
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await query(store, page(after, config.rowsPerPage), config);
    if (rows.length > 0) yield rows;
    if (rows.length < config.rowsPerPage) return;
    after = text(rows.at(-1)!.id) ?? '';
  }
}

/** Runs a statement that takes ids, so many ids at a time. */
export async function queryByIds(
  store: StoreReader,
  statement: (ids: string[]) => Statement,
  ids: readonly string[],
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
  signal?: AbortSignal,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let start = 0; start < ids.length; start += config.rowsPerPage) {
    const part = ids.slice(start, start + config.rowsPerPage);
    for (const row of await query(store, statement(part), config, signal)) all.push(row);
  }
  return all;
}

/** So many ids at a time, with what was read for them; the next are underway while these are dealt with. */
export async function* inParts<T>(
  ids: readonly string[],
  size: number,
  read: (part: string[]) => Promise<T>,
): AsyncGenerator<T> {
  const begin = (from: number): Promise<T> => {
    const reading = read(ids.slice(from, from + size));
    // Told where it is awaited.
    reading.catch(() => {});
    return reading;
  };
  if (ids.length === 0) return;
  for (let from = 0, reading = begin(0); ; ) {
    const part = await reading;
    from += size;
    const isLast = from >= ids.length;
    if (!isLast) reading = begin(from);
    yield part;
    if (isLast) return;
  }
}

export const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);

/** A finite number; integers past 2^53 come as text. */
export const number = (cell: Cell | undefined): number | null => {
  const value = typeof cell === 'string' && cell !== '' ? Number(cell) : cell;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

export const integer = (cell: Cell | undefined): number | null => {
  const value = number(cell);
  return value === null ? null : Math.round(value);
};

export const texts = (cell: Cell | undefined): string[] =>
  Array.isArray(cell) ? cell.filter((item): item is string => typeof item === 'string') : [];

/** The properties of a node; of anything else, none. */
export function propertiesOf(cell: Cell | undefined): Record<string, Cell> {
  if (!cell || typeof cell !== 'object' || !('$node' in cell)) return {};
  return (cell as { $node: { properties: Record<string, Cell> } }).$node.properties;
}
