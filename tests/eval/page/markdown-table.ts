/** What stands where nothing was measured. */
export const NONE = '–';

/** A Markdown table; cells hold no line breaks. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** One digit behind the point, as all figures in percent. */
export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? NONE : value.toFixed(1);
}

/** A whole number; two digits where it is below ten, one where below a hundred. */
export function round(value: number | null | undefined): string {
  if (value === null || value === undefined) return NONE;
  return value < 10
    ? `${Number(value.toFixed(2))}`
    : value < 100
      ? `${Number(value.toFixed(1))}`
      : value.toFixed(0);
}
