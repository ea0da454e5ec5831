/** One cell of a CSV file, RFC 4180. Pure; the page writes with it too. */

export type CsvValue = string | number | null;

/** What a spreadsheet would run: `=1+1`, `@SUM(A1)`, `-2+3`, also after spaces; a tab or a line break in front. */
const STARTS_FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff0b\uff0d\uff1d\uff20])/;

/** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export const harmlessText = (text: string): string => (STARTS_FORMULA.test(text) ? `'${text}` : text);

/** Numbers stay numbers. */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmlessText(value);
  // NOTE: semicolons and tabs divide cells for many a spreadsheet, and what follows one could be run.
  return /[",;\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
