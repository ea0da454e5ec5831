/** A result as a file. Pure: all rows in, parts of the text out. */
import type { CypherResult } from '../../../../graph/contract.ts';
import { csvCell } from '../../../../graph/export/csv-cell.ts';
import { columnForm, formOf, nameOf } from '../cell.ts';

export const RESULT_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

type Table = Pick<CypherResult, 'columns' | 'rows'>;

export interface FileKind {
  readonly name: string;
  readonly note: string;
  readonly type: string;
  parts(table: Table): Generator<string>;
}

/** Without it Excel garbles every accent. */
const BYTE_ORDER_MARK = '\ufeff';

export const FILE_KINDS: Readonly<Record<ResultFormat, FileKind>> = {
  csv: { name: 'CSV', note: 'a table for spreadsheets', type: 'text/csv;charset=utf-8', parts: csvParts },
  json: { name: 'JSON', note: 'a list of objects', type: 'application/json', parts: jsonParts },
  ndjson: { name: 'NDJSON', note: 'an object a line', type: 'application/x-ndjson', parts: lineParts },
};

/**
 * RFC 4180. Numbers and truth values as they are, null as nothing; lists, maps, relations and paths as JSON. A column of
 * nodes holds their names, and another beside it their ids.
 */
function* csvParts({ columns, rows }: Table): Generator<string> {
  const nodes = columns.map((_, column) => columnForm(rows, column) === 'node');
  yield BYTE_ORDER_MARK + csvLine(columns.flatMap((name, i) => (nodes[i] ? [name, `${name}.id`] : [name])));
  for (const row of rows)
    yield csvLine(columns.flatMap((_, i) => (nodes[i] ? csvNode(row[i]) : [csvValue(row[i])])));
}

/** Where there is something else among the nodes, it stands in the first of the two. */
function csvNode(cell: unknown): [name: string | number | null, id: string | null] {
  const form = formOf(cell);
  if (form.form !== 'node') return [csvValue(cell), null];
  const { id } = form.node.properties;
  return [nameOf(form.node), typeof id === 'string' ? id : null];
}

function csvValue(cell: unknown): string | number | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number' || typeof cell === 'string') return cell;
  return typeof cell === 'boolean' ? String(cell) : JSON.stringify(cell);
}

const csvLine = (values: readonly (string | number | null)[]): string =>
  `${values.map(csvCell).join(',')}\r\n`;

function* jsonParts(table: Table): Generator<string> {
  yield '[';
  for (let i = 0; i < table.rows.length; i++)
    yield `${i > 0 ? ',' : ''}\n${JSON.stringify(rowObject(table, i))}`;
  yield table.rows.length > 0 ? '\n]\n' : ']\n';
}

function* lineParts(table: Table): Generator<string> {
  for (let i = 0; i < table.rows.length; i++) yield `${JSON.stringify(rowObject(table, i))}\n`;
}

/** NOTE: by `fromEntries`, which makes a column of the name `__proto__` a property like any other. */
export function rowObject({ columns, rows }: Table, index: number): Record<string, unknown> {
  const row = rows[index]!;
  return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
}
