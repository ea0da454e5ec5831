/** The axes of the strategic map. Pure. */

export interface Axis {
  readonly scale: 'linear' | 'log';
  /** 0 at the low end, 1 at the high end. */
  place(value: number): number;
  /** Round values on it, ascending. */
  readonly ticks: readonly number[];
}

/** Past this ratio of the greatest to the least, equal ratios are drawn alike, not equal differences. */
const LOG_FROM = 12;
/** What is left free at either end, as a share of the whole. */
const MARGIN = 0.08;
const STEPS = 4;
const ROUND = [1, 2, 2.5, 5, 10];
const LOG_ROUND = [1, 2, 5];

/** Logarithmic where all values are above 0 and far apart; one value, or none, stands in the middle. */
export function axisOf(values: readonly number[]): Axis {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (values.length > 0 && least > 0 && most / least >= LOG_FROM) {
    const [low, high] = widened(Math.log10(least), Math.log10(most));
    return {
      scale: 'log',
      place: (value) => (Math.log10(value) - low) / (high - low),
      ticks: logTicks(10 ** low, 10 ** high),
    };
  }
  const [low, high] = values.length > 0 ? widened(least, most) : [0, 1];
  return {
    scale: 'linear',
    place: (value) => (value - low) / (high - low),
    ticks: linearTicks(low, high),
  };
}

function widened(low: number, high: number): [number, number] {
  if (high > low) {
    const by = (high - low) * MARGIN;
    return [low - by, high + by];
  }
  const by = Math.abs(low) * 0.5 || 1;
  return [low - by, low + by];
}

function linearTicks(low: number, high: number): number[] {
  const raw = (high - low) / STEPS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ROUND.map((factor) => factor * power).find((candidate) => candidate >= raw)!;
  const first = Math.max(0, Math.ceil(low / step));
  const ticks: number[] = [];
  for (let i = first; i * step <= high; i++) ticks.push(Number((i * step).toPrecision(6)));
  return ticks;
}

function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const factor of LOG_ROUND) {
      const value = Number((factor * 10 ** power).toPrecision(6));
      if (value >= low && value <= high) ticks.push(value);
    }
  }
  return ticks;
}
