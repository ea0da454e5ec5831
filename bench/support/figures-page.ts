import { reasonOf } from '../reasons.ts';
import type { BenchTable, GrowthCurve } from './bench.ts';
import type { BenchRecord } from './bench-record.ts';

const START = '<!-- figures -->';
/** A machine on which so many processes wanted to run before a bench began had other work. */
const MOST_LOAD = 2.5;
const END = '<!-- /figures -->';

/** The page with what stands between its markers replaced; figures and markers come at its end where it has none. */
export function withFigures(page: string, figures: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  const between = `${START}\n\n${figures}\n${END}`;
  if (start < 0 || end < start) return `${page.trimEnd()}\n\n${between}\n`;
  return page.slice(0, start) + between + page.slice(end + END.length);
}

/** All results as Markdown, what was asked first. `pictures`: folder of the curves, as seen from the page. */
export function figuresText(records: readonly BenchRecord[], pictures: string): string {
  if (records.length === 0) return 'Nothing was measured yet.\n';
  return [verdictText(records), ...records.map((record) => recordText(record, pictures))].join('\n');
}

function verdictText(records: readonly BenchRecord[]): string {
  const rows = records.flatMap(({ name, title, result }) =>
    result.verdicts.map(({ asked, measured, met, reason }) => [
      `[${title}](#${anchorOf(title)})`,
      asked,
      measured,
      met ? 'yes' : '**no**',
      reasonOf(name, asked, reason) ?? '',
    ]),
  );
  if (rows.length === 0) return '';
  return `## What was asked\n\n${markdownTable(['of', 'asked', 'measured', 'met', 'reason'], rows)}\n`;
}

function recordText(record: BenchRecord, pictures: string): string {
  const { tables, curves = [], notes = [] } = record.result;
  return [
    `## ${record.title}`,
    ...(record.machine.load > MOST_LOAD ? ['**Measured beside other work.**'] : []),
    record.about,
    ...tables.map(tableText),
    ...curves.map((curve) => `![${altOf(curve)}](${pictures}/${curve.file}.svg)`),
    ...notes,
    circumstances(record),
    '',
  ].join('\n\n');
}

const tableText = ({ caption, columns, rows }: BenchTable): string =>
  `**${caption}**\n\n${markdownTable(columns, rows)}`;

const altOf = ({ title, series }: GrowthCurve): string =>
  `${title}: ${series.map(({ name }) => name).join(', ')}`.replaceAll(/[[\]]/g, '');

function circumstances({ name, at, machine, loadAfter, seconds, result }: BenchRecord): string {
  const versions = Object.entries({ ...machine.packages, ...result.peers }).map(
    ([what, is]) => `${what} ${is}`,
  );
  return (
    `*\`${name}\`, ${at.slice(0, 10)}, commit ${machine.commit}, ${machine.cores} cores of ${machine.cpu}, ` +
    `${machine.memory} GiB, ${machine.system}, Node ${machine.node.replace('v', '')}; ${versions.join(', ')}. ` +
    `Load before it began: ${machine.load}${loadAfter === undefined ? '' : `, after: ${loadAfter}`}. It took ${shownNumber(seconds)} s.*`
  );
}

function markdownTable(columns: readonly string[], rows: readonly (string | number | null)[][]): string {
  // NOTE: a column of numbers stands to the right, so that digits stand below digits.
  const marks = columns.map((_, at) => (rows.some((row) => typeof row[at] === 'number') ? '---:' : '---'));
  return [columns.map(cell), marks, ...rows.map((row) => row.map(cell))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cell(value: string | number | null): string {
  if (value === null) return 'not measured';
  return typeof value === 'number' ? shownNumber(value) : value.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Whole numbers in full, others with three significant digits. */
export function shownNumber(value: number): string {
  const isLarge = Number.isInteger(value) || Math.abs(value) >= 1000;
  return isLarge ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}

/** As GitHub makes it of a heading. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
