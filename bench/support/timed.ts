export interface Timed<Result> {
  result: Result;
  /** By the clock on the wall. */
  seconds: number;
  /** Of this process, all its threads: with what its garbage costs. */
  cpu: number;
}

export async function timed<Result>(work: () => Result | Promise<Result>): Promise<Timed<Result>> {
  const began = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(began);
  return { result, seconds, cpu: (user + system) / 1e6 };
}

/** The middle one; of two middle ones the greater. NaN for none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The least that `share` (0 to 1) of the values do not exceed. NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const at = Math.max(0, Math.ceil(share * values.length) - 1);
  return values.toSorted((a, b) => a - b)[at] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
