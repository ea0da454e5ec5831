import { createHash } from 'node:crypto';

const HEX_DIGITS = 16;

/** A theme is known by its level and its most central concepts, in whatever order they come. */
export function themeId(level: number, centralConceptIds: readonly string[]): string {
  const key = `theme:${level}:${[...centralConceptIds].sort().join(',')}`;
  return createHash('sha256').update(key).digest('hex').slice(0, HEX_DIGITS);
}
