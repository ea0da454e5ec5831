/** Where an arrow key leads in a grid with headings. Pure. */

/** -1 is the row or column of the headings. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const PAGE = 8;

/** Null where the key leads nowhere; the corner between the headings is no place. */
export function gridStep(
  { row, column }: GridPlace,
  key: string,
  ctrl: boolean,
  size: { rows: number; columns: number },
): GridPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const places: Readonly<Record<string, GridPlace>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: Math.max(0, row - PAGE), column },
    PageDown: { row: Math.min(last.row, row + PAGE), column },
    Home: ctrl ? { row: 0, column: 0 } : { row, column: 0 },
    End: ctrl ? last : { row, column: last.column },
  };
  const next = places[key];
  if (!next) return null;
  const outside = next.row < -1 || next.column < -1 || next.row > last.row || next.column > last.column;
  const corner = next.row === -1 && next.column === -1;
  return outside || corner ? null : next;
}
