import { cutReason, isBlank, type Line } from '../../input/lines.ts';
import type { ReadLimits } from '../../limits.ts';
import { RowScan } from './row-scan.ts';

export type Row =
  | { readonly line: number; readonly cells: readonly string[]; readonly reason?: never }
  | { readonly line: number; readonly reason: string; readonly cells?: never };

/**
 * The rows of a delimited file. When a quote turns out never to have been closed, only the line that opened it is
 * given up, and reading goes on with the next one: those since then are kept for that, up to the longest entry.
 */
export async function* readRows(
  lines: AsyncGenerator<Line>,
  delimiter: string,
  limits: ReadLimits,
): AsyncGenerator<Row> {
  /** Lines to be read again, the next one last, and how often each was. */
  const again: Line[] = [];
  const times = new Map<number, number>();
  let fed: Line[] = [];
  let row: RowScan | null = null;
  const giveUp = (reason: string): Row => {
    const { number } = fed[0]!;
    for (let at = fed.length - 1; at > 0; at -= 1) {
      const line = fed[at]!;
      again.push(line);
      times.set(line.number, (times.get(line.number) ?? 0) + 1);
    }
    times.delete(number);
    fed = [];
    row = null;
    return { line: number, reason };
  };
  for (;;) {
    const line: Line | undefined = again.pop() ?? (await lines.next()).value;
    if (!line) {
      if (!row) return;
      yield giveUp('a quoted cell is never closed');
      continue;
    }
    if (!row && isBlank(line.text)) continue;
    if (line.cut && !row) {
      yield { line: line.number, reason: cutReason(limits.lineCharacters) };
      continue;
    }
    if (row && (times.get(line.number) ?? 0) >= limits.lineReadings) {
      again.push(line);
      yield giveUp('a quoted cell is never closed');
      continue;
    }
    row ??= new RowScan(delimiter, line.number);
    fed.push(line);
    const state = line.cut ? 'broken' : row.feed(line.text);
    if (state === 'broken') yield giveUp('a quoted cell is never closed, or closed in mid-cell');
    else if (row.size > limits.entryCharacters) {
      yield giveUp(
        `a row longer than ${limits.entryCharacters} characters (limit entryCharacters), or a quote never closed`,
      );
    } else if (state === 'whole') {
      yield { line: row.firstLine, cells: row.cells };
      for (const { number } of fed) times.delete(number);
      row = null;
      fed = [];
    }
  }
}

/** The cells of a header line; quotes closed on the line. */
export function headerCells(line: string, delimiter: string): string[] {
  const row = new RowScan(delimiter, 1);
  row.feed(line);
  return row.cells.map((cell) => cell.trim());
}
