import { figure } from '../../../../components/figures.ts';
import type { ChartColumn } from './chart-choice.ts';
import type { Scale } from './chart-scale.ts';

/** From so many milliseconds on, days are told by their month. */
const LONG = 1000 * 86_400_000;

/** Years without a comma, dates by day or month, numbers as figures. */
export function valueName(value: number, { kind }: ChartColumn, { low, high }: Scale): string {
  if (kind === 'year') return String(value);
  if (kind !== 'date') return figure(value);
  const day = new Date(value).toISOString().slice(0, 10);
  return high - low > LONG ? day.slice(0, 7) : day;
}
