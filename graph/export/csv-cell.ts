/** One cell of a CSV file, RFC 4180. Pure; the page writes with it too. */

export type CsvValue = string | number | null;

/** What a spreadsheet would run when it stands first: `=1+1`, `@SUM(A1)`, `-2+3`, a tab or a line break before either. */
const STARTS_FORMULA = /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/** Texts that a spreadsheet would take for a formula get an apostrophe in front; numbers stay numbers. */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
