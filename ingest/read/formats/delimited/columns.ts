import { LacunaError } from '../../../../graph/errors.ts';
import { type FieldName, headerKey, mapHeaders } from '../../fields/headers.ts';
import type { ColumnMapping } from '../../reader.ts';
import { headerCells } from './rows.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const SEPARATOR_LINE = /^sep=(.)$/i;

/** Excel's `sep=;` line before the header; null where the line is none. */
export const separatorOf = (line: string): string | null => SEPARATOR_LINE.exec(line.trim())?.[1] ?? null;

/** The delimiter under which a header names most fields, then has most columns. */
export function delimiterOf(
  header: string,
  preferred: string,
): { delimiter: string; fields: number; columns: number } {
  const ranked = DELIMITERS.map((delimiter) => {
    const cells = headerCells(header, delimiter);
    return { delimiter, fields: mapHeaders(cells).size, columns: cells.length };
  });
  const score = (each: (typeof ranked)[number]): number =>
    each.fields * 1000 + Math.min(each.columns, 100) * 2 + (each.delimiter === preferred ? 1 : 0);
  return ranked.reduce((best, each) => (score(each) > score(best) ? each : best));
}

/** Which column holds which field: as told, else by header. Throws `input` when there is no title and no abstract. */
export function columnsOf(
  file: string,
  headers: readonly string[],
  told: ColumnMapping,
): Map<FieldName, number> {
  const columns = mapHeaders(headers);
  for (const [field, header] of Object.entries(told)) {
    const at = headers.findIndex((each) => each === header || headerKey(each) === headerKey(header));
    if (at < 0) {
      throw new LacunaError('input', `${file}: no column '${header}'. There are: ${shown(headers)}.`);
    }
    columns.set(field as FieldName, at);
  }
  if (!columns.has('title') && !columns.has('abstract')) {
    throw new LacunaError(
      'input',
      `${file}: no column for title or abstract. There are: ${shown(headers)}. ` +
        'Name them with --columns title=HEADER,abstract=HEADER.',
    );
  }
  return columns;
}

function shown(headers: readonly string[]): string {
  const named = headers.slice(0, 30).map((header) => `'${header.slice(0, 60)}'`);
  return named.join(', ') + (headers.length > named.length ? ', …' : '');
}
