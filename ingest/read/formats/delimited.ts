import type { FieldName } from '../fields/headers.ts';
import { textFields } from '../fields/text-fields.ts';
import { isBlank, type Line, readLines } from '../input/lines.ts';
import type { Draft, Reader } from '../reader.ts';
import { columnsOf, delimiterOf, separatorOf } from './delimited/columns.ts';
import { readRows } from './delimited/rows.ts';

const delimited = (preferred: string): Reader =>
  async function* (source, { limits, columns: told }) {
    const { delimiter, lines } = await openTable(readLines(source, limits.lineCharacters), preferred);
    let headers: readonly string[] | null = null;
    let columns = new Map<FieldName, number>();
    let width = 0;
    for await (const row of readRows(lines, delimiter, limits)) {
      if (!row.cells) yield row;
      else if (headers) {
        // A delimiter at the end of every row, but not of the header, shows in the first one.
        width ||= trailing(row.cells, headers.length) ? row.cells.length : headers.length;
        yield draft(row.line, row.cells, headers.length, width, columns);
      } else {
        headers = row.cells.map((cell) => cell.trim());
        columns = columnsOf(source.file, headers, told);
      }
    }
  };

/** Comma-separated values with a header row; another delimiter is found by the header. */
export const readCsv = delimited(',');
/** The same with tabs. */
export const readTsv = delimited('\t');

/** Looks at the header for the delimiter, and puts it back. */
async function openTable(
  lines: AsyncGenerator<Line>,
  preferred: string,
): Promise<{ delimiter: string; lines: AsyncGenerator<Line> }> {
  let told: string | null = null;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const header = next.value;
    if (isBlank(header.text)) continue;
    const separator: string | null = told === null ? separatorOf(header.text) : null;
    if (separator !== null) told = separator;
    else
      return {
        delimiter: told ?? delimiterOf(header.text, preferred).delimiter,
        lines: putBack(header, lines),
      };
  }
  return { delimiter: preferred, lines };
}

async function* putBack(first: Line, others: AsyncGenerator<Line>): AsyncGenerator<Line> {
  yield first;
  yield* others;
}

const trailing = (cells: readonly string[], width: number): boolean =>
  cells.length > width && cells.slice(width).every((cell) => !cell.trim());

function draft(
  line: number,
  cells: readonly string[],
  headers: number,
  width: number,
  columns: ReadonlyMap<FieldName, number>,
): Draft {
  if (cells.length !== headers && cells.length !== width) {
    return { line, reason: `${cells.length} columns where the header has ${headers}` };
  }
  return {
    line,
    fields: textFields((field) => {
      const at = columns.get(field);
      return at === undefined ? undefined : cells[at];
    }),
  };
}
