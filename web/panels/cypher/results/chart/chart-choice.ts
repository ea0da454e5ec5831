/** Which columns of a result make a chart, and which chart. Pure. */
import type { CypherResult } from '../../../../../graph/contract.ts';
import { formOf, plainText } from '../../cell.ts';

/** What can stand on an axis. */
export type AxisKind = 'number' | 'year' | 'date' | 'category';
export const CHART_FORMS = ['bar', 'line', 'scatter'] as const;
export type ChartForm = (typeof CHART_FORMS)[number];

export interface ChartColumn {
  /** Index among the result's columns. */
  readonly index: number;
  readonly name: string;
  readonly kind: AxisKind;
}

export interface ChartColumns {
  /** Any of these on x. */
  readonly x: readonly ChartColumn[];
  /** Numbers alone on y. */
  readonly y: readonly ChartColumn[];
  /** Why there is no chart; null where there is. */
  readonly reason: string | null;
}

export interface ChartChoice {
  readonly x: ChartColumn;
  readonly y: ChartColumn;
  readonly form: ChartForm;
}

const YEARS = { least: 1000, most: 2200 };
const YEAR_NAME = /year|jahr|année|decade/i;

export function chartColumns({ columns, rows }: Pick<CypherResult, 'columns' | 'rows'>): ChartColumns {
  const x = columns.flatMap((name, index): ChartColumn[] => {
    const kind = axisKind(name, rows, index);
    return kind ? [{ index, name, kind }] : [];
  });
  const y = x.filter(({ kind }) => kind === 'number' || kind === 'year');
  const reason =
    y.length === 0
      ? 'A chart needs a column of numbers.'
      : x.length < 2
        ? 'A chart needs a second column beside the numbers.'
        : rows.length < 2
          ? 'A chart needs two rows or more.'
          : null;
  return { x, y, reason };
}

/** Null where a column holds what no axis can show, or nothing. */
function axisKind(name: string, rows: readonly (readonly unknown[])[], column: number): AxisKind | null {
  let numbers = 0;
  let years = 0;
  let dates = 0;
  let others = 0;
  for (const row of rows) {
    const form = formOf(row[column]);
    if (form.form === 'null') continue;
    if (form.form === 'number') {
      numbers++;
      const value = Number(form.text);
      if (Number.isInteger(value) && value >= YEARS.least && value <= YEARS.most) years++;
    } else if (form.form === 'date') dates++;
    else if (form.form === 'relation' || form.form === 'path' || form.form === 'map') return null;
    else others++;
  }
  if (numbers + dates + others === 0) return null;
  if (others === 0 && dates === 0) return years === numbers && YEAR_NAME.test(name) ? 'year' : 'number';
  if (others === 0 && numbers === 0) return 'date';
  return 'category';
}

/** The chart that a result asks for by its columns: time first, then names, then two numbers. */
export function firstChoice({ x, y }: ChartColumns): ChartChoice | null {
  const measure = y.find(({ kind }) => kind === 'number') ?? y[0];
  const others = x.filter(({ index }) => index !== measure?.index);
  const across =
    others.find(({ kind }) => kind === 'year' || kind === 'date') ??
    others.find(({ kind }) => kind === 'category') ??
    others[0];
  if (!measure || !across) return null;
  return { x: across, y: measure, form: formsFor(across)[0]! };
}

/** The forms that a column on x allows, the usual one first. */
export function formsFor({ kind }: ChartColumn): readonly ChartForm[] {
  if (kind === 'category') return ['bar'];
  return kind === 'number' ? ['scatter', 'line', 'bar'] : ['line', 'bar', 'scatter'];
}

export interface ChartPoint {
  /** Index of the row. */
  readonly row: number;
  /** As it is written at the axis. */
  readonly name: string;
  /** Null for categories. Dates in milliseconds. */
  readonly x: number | null;
  readonly y: number;
}

/** As the rows came; for lines in the order of x. Rows without both values are left out and counted. */
export function chartPoints(
  rows: readonly (readonly unknown[])[],
  { x, y, form }: ChartChoice,
): { points: ChartPoint[]; left: number } {
  const points: ChartPoint[] = [];
  rows.forEach((row, index) => {
    const height = row[y.index];
    const cell = row[x.index];
    if (typeof height !== 'number' || cell === null || cell === undefined) return;
    const at = typeof cell === 'number' ? cell : x.kind === 'date' ? Date.parse(String(cell)) : null;
    if (at !== null && !Number.isFinite(at)) return;
    points.push({ row: index, name: plainText(formOf(cell)), x: at, y: height });
  });
  if (form === 'line') points.sort((one, other) => one.x! - other.x!);
  return { points, left: rows.length - points.length };
}
