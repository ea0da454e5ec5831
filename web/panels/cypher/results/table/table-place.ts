/** Where the reader is in a table, and where a key leads. Pure. */

export interface TablePlace {
  /** Index in the order that is shown, or `HEAD`. */
  readonly row: number;
  readonly column: number;
}

/** The row of the column names. */
export const HEAD = -1;

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Null for keys that lead nowhere. */
export function nextPlace(
  { row, column }: TablePlace,
  { key, ctrlKey, metaKey }: Press,
  table: { readonly rows: number; readonly columns: number; readonly page: number },
): TablePlace | null {
  const far = ctrlKey || metaKey;
  const last = { row: table.rows - 1, column: table.columns - 1 };
  const to = {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? last.row : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? last.column : column + 1 },
    PageUp: { row: Math.max(0, row - table.page), column },
    PageDown: { row: row + table.page, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? last.row : row, column: last.column },
  }[key];
  if (!to) return null;
  return {
    row: Math.max(HEAD, Math.min(last.row, to.row)),
    column: Math.max(0, Math.min(last.column, to.column)),
  };
}
