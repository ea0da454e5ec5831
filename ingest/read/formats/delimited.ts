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
    for await (const row of readRows(lines, delimiter, limits)) {
      if (!row.cells) yield row;
      else if (headers) yield draft(row.line, row.cells, headers.length, columns);
      else {
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

function draft(
  line: number,
  cells: readonly string[],
  width: number,
  columns: ReadonlyMap<FieldName, number>,
): Draft {
  const extra = cells.slice(width).some((cell) => cell.trim());
  if (extra || cells.length < width) {
    return { line, reason: `${cells.length} columns where the header has ${width}` };
  }
  const text = (field: FieldName): string | undefined => {
    const at = columns.get(field);
    return at === undefined ? undefined : cells[at];
  };
  return { line, fields: textFields(text) };
}
