/** A cell as it goes to the clipboard or is read in full: a text as it is, all else as JSON. Pure. */
import { harmlessText } from '../../../../../graph/export/csv-cell.ts';

export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return 'null';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' ? JSON.stringify(cell, null, 2) : String(cell);
}

/** Columns parted by tabs, as spreadsheets take them; no text is a formula. */
export function rowText(cells: readonly unknown[]): string {
  return cells
    .map((cell) => {
      if (cell === null || cell === undefined) return '';
      const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
      return (typeof cell === 'string' ? harmlessText(text) : text).replace(/[\t\r\n]+/g, ' ');
    })
    .join('\t');
}
