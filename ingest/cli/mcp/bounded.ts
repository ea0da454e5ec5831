import { LacunaError } from '../../../graph/errors.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Bounded {
  kept: { [key: string]: Json };
  /** Names of fields joined by dots; `of`: items of the longest of these lists. */
  leftOut: { list: string; kept: number; of: number }[];
}

/** Characters that texts are cut to, one after the other, where shorter lists alone are not enough. */
const TEXT_LENGTHS = [Number.POSITIVE_INFINITY, 4000, 1000, 250];
/** Texts are cut before lists get shorter than this. */
const FEW_ITEMS = 5;

/**
 * The answer in at most so many bytes of JSON. Lists are cut, all to the same length, so that lists that are parallel
 * stay so; where that would leave almost nothing of them, long texts are cut too. Throws `limit` where it can't be.
 */
export function bounded(answer: unknown, bytes: number): Bounded {
  const whole = answer as Bounded['kept'];
  const fits = (value: unknown): boolean => Buffer.byteLength(JSON.stringify(value)) <= bytes;
  if (fits(whole)) return { kept: whole, leftOut: [] };
  for (const least of [FEW_ITEMS, 1]) {
    for (const characters of TEXT_LENGTHS) {
      const cut = (items: number): Bounded => shortened(whole, items, characters);
      if (!fits(cut(least).kept)) continue;
      const items = largest(least, (count) => fits(cut(count).kept));
      return cut(items);
    }
  }
  throw new LacunaError('limit', 'The answer is too long; ask for less.', {
    details: { limit: 'mcpBytes', bytes },
  });
}

const UNREACHED = 2 ** 30;

/** The largest count that fits, of which `from` is one; more never fit where fewer don't. */
function largest(from: number, fits: (count: number) => boolean): number {
  let fitting = from;
  let failing = from * 2;
  while (failing < UNREACHED && fits(failing)) [fitting, failing] = [failing, failing * 2];
  while (failing - fitting > 1) {
    const middle = Math.floor((fitting + failing) / 2);
    if (fits(middle)) fitting = middle;
    else failing = middle;
  }
  return fitting;
}

function shortened(whole: Bounded['kept'], items: number, characters: number): Bounded {
  const cut = new Map<string, number>();
  const visit = (value: Json, path: string): Json => {
    if (typeof value === 'string') return cutText(value, characters);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) {
      if (value.length > items) cut.set(path, Math.max(cut.get(path) ?? 0, value.length));
      return value.slice(0, items).map((item) => visit(item, path));
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, visit(inner, path ? `${path}.${key}` : key)]),
    );
  };
  const kept = visit(whole, '') as Bounded['kept'];
  return { kept, leftOut: Array.from(cut, ([list, of]) => ({ list, kept: items, of })) };
}

function cutText(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters).replace(/[\ud800-\udbff]$/, '')}…`;
}
