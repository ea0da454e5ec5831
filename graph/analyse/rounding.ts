const SIGNIFICANT_DIGITS = 6;

/** Never -0, which one store keeps and the other doesn't. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

export function significant(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT_DIGITS)) + 0;
}

/** For `JSON.stringify`: every number by its significant digits. */
export const roundedNumbers = (_: string, value: unknown): unknown =>
  typeof value === 'number' ? significant(value) : value;
