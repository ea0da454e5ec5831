import { median } from './quantile.ts';

export interface Line {
  intercept: number;
  slope: number;
  /** Spread of the points about it: 1.4826 times the median distance, the standard deviation of normal ones. */
  spread: number;
}

export interface RobustLineSettings {
  /** With fewer points a slope can't be told; it is then taken to be 1. */
  minPoints: number;
  /** Points farther off than so many spreads weigh less, in proportion (Huber 1964). */
  tuning: number;
  rounds: number;
}

export const DEFAULT_ROBUST_LINE: RobustLineSettings = { minPoints: 10, tuning: 1.345, rounds: 30 };

/** Below this the points lie on the line as far as floating point goes. */
const EXACT = 1e-9;

/**
 * y = intercept + slope x by Huber's M-estimator, iteratively reweighted: a few points far off hardly move it,
 * and it is those that are looked for. The intercept is the median residual, so that half of the points lie below.
 */
export function robustLine(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  settings: RobustLineSettings = DEFAULT_ROBUST_LINE,
): Line {
  const points = Array.from({ length: x.length }, (_, i) => i);
  let slope = 1;
  let intercept = points.length > 0 ? medianResidual(x, y, slope) : 0;
  let spread = spreadAbout(x, y, intercept, slope);
  if (points.length < settings.minPoints) return { intercept, slope, spread };
  for (let round = 0; round < settings.rounds && spread > EXACT; round++) {
    const weight = points.map((i) => {
      const distance = Math.abs(y[i]! - intercept - slope * x[i]!) / spread;
      return distance <= settings.tuning ? 1 : settings.tuning / distance;
    });
    const total = weight.reduce((sum, w) => sum + w, 0);
    const meanX = points.reduce((sum, i) => sum + weight[i]! * x[i]!, 0) / total;
    const meanY = points.reduce((sum, i) => sum + weight[i]! * y[i]!, 0) / total;
    const square = points.reduce((sum, i) => sum + weight[i]! * (x[i]! - meanX) ** 2, 0);
    if (square <= EXACT) break;
    slope = points.reduce((sum, i) => sum + weight[i]! * (x[i]! - meanX) * (y[i]! - meanY), 0) / square;
    intercept = medianResidual(x, y, slope);
    spread = spreadAbout(x, y, intercept, slope);
  }
  return { intercept, slope, spread };
}

function medianResidual(x: ArrayLike<number>, y: ArrayLike<number>, slope: number): number {
  return median(Float64Array.from(x, (value, i) => y[i]! - slope * value));
}

function spreadAbout(x: ArrayLike<number>, y: ArrayLike<number>, intercept: number, slope: number): number {
  if (x.length === 0) return 0;
  return 1.4826 * median(Float64Array.from(x, (value, i) => Math.abs(y[i]! - intercept - slope * value)));
}
