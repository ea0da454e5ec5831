/** Where values stand on the axis of a chart. Pure. */

/** Round steps of an axis from 0: `at` in the units of the values, ascending; the last is at or above the highest. */
export function axisSteps(highest: number, most: number): number[] {
  if (!(highest > 0)) return [0, 1];
  const raw = highest / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw)!;
  const steps = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}
