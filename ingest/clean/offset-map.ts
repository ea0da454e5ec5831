import type { OffsetMap } from '../record.ts';
import type { TrackedText } from './tracked-text.ts';

/**
 * Runs of consecutive offsets, and one closing run for the end of the text. Where one raw character became
 * two (a ligature), both have its offset, so `raw` may stand still between runs but never falls.
 */
export function toOffsetMap(tracked: TrackedText, rawLength: number): OffsetMap {
  const clean: number[] = [];
  const raw: number[] = [];
  const { origin } = tracked;
  for (let i = 0; i < origin.length; i += 1) {
    if (i > 0 && origin[i] === origin[i - 1]! + 1) continue;
    clean.push(i);
    raw.push(origin[i]!);
  }
  clean.push(origin.length);
  raw.push(rawLength);
  return { clean, raw };
}

/** The map of text that needed no cleaning. */
export function identityMap(length: number): OffsetMap {
  return length === 0 ? { clean: [0], raw: [0] } : { clean: [0, length], raw: [0, length] };
}

/**
 * Where a character of the cleaned text stands in the raw text. Total: offsets past the end give the raw
 * text's end, negative ones the first kept character. The raw end of a span is `toRaw(map, end - 1) + 1`.
 */
export function toRaw(map: OffsetMap, cleanOffset: number): number {
  const { clean, raw } = map;
  let low = 0;
  let high = clean.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (clean[middle]! <= cleanOffset) low = middle;
    else high = middle - 1;
  }
  const run = raw[low] ?? 0;
  if (low === clean.length - 1) return run;
  return run + Math.max(0, cleanOffset - clean[low]!);
}
