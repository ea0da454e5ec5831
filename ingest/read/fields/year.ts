const YEAR = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/;
const FIRST_YEAR = 1500;
const LAST_YEAR = 2099;

/** The year in a number or a date text (`2020`, `2020 Jan 5`, `2020-05-01`, `May 2019`); null where there is none. */
export function yearOf(value: unknown): number | null {
  if (typeof value === 'number') {
    return Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR ? value : null;
  }
  const match = typeof value === 'string' ? YEAR.exec(value.slice(0, 200)) : null;
  return match ? Number(match[1]) : null;
}
