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
  /** Numbers on y, and how many rows there are of each. */
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
  const numbers = x.filter(({ kind }) => kind === 'number');
  // A year is when something was, not how much of it; what repeats can be counted.
  const counted = x.filter(({ index, kind }) => kind !== 'number' && repeats(rows, index));
  const y = numbers.length > 0 && (x.length > 1 || counted.length === 0) ? numbers : [];
  const measures = counted.length > 0 ? [...y, ROWS] : y;
  const reason =
    measures.length === 0
      ? 'A chart needs a column of numbers, or values that repeat.'
      : x.length < 2 && counted.length === 0
        ? 'A chart needs a second column beside the numbers.'
        : rows.length < 2
          ? 'A chart needs two rows or more.'
          : null;
  return { x, y: measures, reason };
}

function repeats(rows: readonly (readonly unknown[])[], column: number): boolean {
  const seen = new Set<string>();
  for (const row of rows) {
    const cell = row[column];
    if (cell === null || cell === undefined) continue;
    const key = keyOf(cell);
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

/** Nodes are the same by what they are, not by their name. */
function keyOf(cell: unknown): string {
  const form = formOf(cell);
  return form.form === 'node' ? `node ${form.node.ref}` : `${form.form} ${plainText(form)}`;
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

/** Not a column of the result: how many rows have the same value across. */
const ROWS: ChartColumn = { index: -1, name: 'rows', kind: 'number' };

/** The chart that a result asks for by its columns: time first, then names, then two numbers. */
export function firstChoice({ x, y }: ChartColumns): ChartChoice | null {
  const measure = y[0];
  const others = acrossFor(x, measure);
  const across =
    others.find(({ kind }) => kind === 'year' || kind === 'date') ??
    others.find(({ kind }) => kind === 'category') ??
    others[0];
  if (!measure || !across) return null;
  // A line would lead over years of which there is no row.
  return { x: across, y: measure, form: measure.index === ROWS.index ? 'bar' : formsFor(across)[0]! };
}

/** What can stand across from a measure: rows are counted by what repeats, so by no number. */
export function acrossFor(
  columns: readonly ChartColumn[],
  measure: ChartColumn | undefined,
): readonly ChartColumn[] {
  return columns.filter(({ index, kind }) =>
    measure?.index === ROWS.index ? kind !== 'number' : index !== measure?.index,
  );
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

/**
 * As the rows came; for lines in the order of x. Rows without both values are left out and counted. Where rows are
 * counted, a point stands for all that have the same value; categories then have the largest first.
 */
export function chartPoints(
  rows: readonly (readonly unknown[])[],
  { x, y, form }: ChartChoice,
): { points: ChartPoint[]; left: number } {
  const points: ChartPoint[] = [];
  let left = 0;
  const counted = new Map<string, number>();
  const counts = y.index === ROWS.index;
  rows.forEach((row, index) => {
    const cell = row[x.index];
    const at = placeOf(cell, x);
    const height = counts ? 1 : row[y.index];
    if (at === undefined || typeof height !== 'number') {
      left++;
      return;
    }
    const key = counts ? keyOf(cell) : '';
    const known = counted.get(key);
    if (counts && known !== undefined) {
      const point = points[known]!;
      points[known] = { ...point, y: point.y + 1 };
      return;
    }
    counted.set(key, points.length);
    points.push({ row: index, name: plainText(formOf(cell)), x: at, y: height });
  });
  if (form === 'line' || (counts && x.kind !== 'category')) points.sort((one, other) => one.x! - other.x!);
  else if (counts) points.sort((one, other) => other.y - one.y);
  return { points, left };
}

/** Null for a category, undefined for what stands nowhere. */
function placeOf(cell: unknown, { kind }: ChartColumn): number | null | undefined {
  if (cell === null || cell === undefined) return undefined;
  const at = typeof cell === 'number' ? cell : kind === 'date' ? Date.parse(String(cell)) : null;
  return at === null || Number.isFinite(at) ? at : undefined;
}
