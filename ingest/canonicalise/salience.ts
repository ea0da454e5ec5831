import type { Role, Span } from '../../graph/schema.ts';

/** What a concept's standing in a paper is made of; the shares sum to 1. */
const SHARES = { title: 0.35, frequency: 0.25, early: 0.15, role: 0.25 } as const;

const ROLE_VALUES: Record<Role, number> = {
  introduces: 1,
  evaluates: 0.6,
  uses: 0.5,
  compares: 0.4,
  background: 0.2,
};

/** A concept with so many mentions has half the share of frequency. */
const HALF_COUNT = 2;
const DIGITS = 10_000;

/** What all concepts of a paper are measured against. */
export interface PaperExtent {
  /** Whether any concept is mentioned in the title. */
  titled: boolean;
  /** End of the last mention in the abstract: as good as its length. */
  length: number;
}

export function extentOf(mentions: readonly Span[]): PaperExtent {
  let titled = false;
  let length = 1;
  for (const { field, end } of mentions) {
    if (field === 'title') titled = true;
    else if (end > length) length = end;
  }
  return { titled, length };
}

/**
 * How much a paper is about a concept, 0 to 1, to four decimals:
 *
 *     0.35 · inTitle + 0.25 · n / (n + 2) + 0.15 · (1 - first / length) + 0.25 · role
 *
 * with n mentions, the first at offset `first` of an abstract of `length` (0 when it is in the title). Where no
 * concept is in the title (often there is none) its share is left out and the rest scaled up to 1.
 */
export function salienceOf(spans: readonly Span[], role: Role, extent: PaperExtent): number {
  const inTitle = spans.some(({ field }) => field === 'title');
  let first = inTitle ? 0 : extent.length;
  if (!inTitle) for (const { start } of spans) first = Math.min(first, start);
  const rest =
    (SHARES.frequency * spans.length) / (spans.length + HALF_COUNT) +
    SHARES.early * (1 - first / extent.length) +
    SHARES.role * ROLE_VALUES[role];
  const salience = extent.titled ? rest + (inTitle ? SHARES.title : 0) : rest / (1 - SHARES.title);
  return Math.round(Math.min(1, Math.max(0, salience)) * DIGITS) / DIGITS;
}
