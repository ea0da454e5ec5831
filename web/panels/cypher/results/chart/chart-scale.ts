/** Axes of a chart: where a value stands, and round values to name. Pure. */

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** 0 at the low end, 1 at the high end. */
  place(value: number): number;
  readonly ticks: readonly number[];
}

const ROUND = [1, 2, 5, 10];
/** Rather a step that is somewhat too small than one that is much too large. */
const FINER = 0.7;
/** What is left free at either end where the ends are not round, as a share of the whole. */
const MARGIN = 0.03;

interface ScaleOptions {
  /** Ticks at most, about. */
  readonly steps: number;
  /** Whether 0 must be on it, as under bars. */
  readonly fromZero: boolean;
  /** Whether ticks must be whole numbers, as years are. */
  readonly whole?: boolean;
}

export function scaleOf(values: readonly number[], { steps, fromZero, whole = false }: ScaleOptions): Scale {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low <= high)) [low, high] = [0, 1];
  if (fromZero) [low, high] = [Math.min(0, low), Math.max(0, high)];
  if (low === high) [low, high] = [low - (Math.abs(low) || 1) * 0.5, high + (Math.abs(high) || 1) * 0.5];
  const margin = (high - low) * MARGIN;
  if (!(fromZero && low === 0)) low -= margin;
  if (!(fromZero && high === 0)) high += margin;
  return {
    low,
    high,
    place: (value) => (value - low) / (high - low),
    ticks: ticksBetween(low, high, steps, whole),
  };
}

function ticksBetween(low: number, high: number, steps: number, whole: boolean): number[] {
  const raw = (high - low) / Math.max(1, steps);
  const power = 10 ** Math.floor(Math.log10(raw));
  let step =
    ROUND.map((factor) => factor * power).find((candidate) => candidate >= raw * FINER) ?? power * 10;
  if (whole) step = Math.max(1, Math.round(step));
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step); i * step <= high; i++) ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}
