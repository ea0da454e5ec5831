import type { Role, Span } from '../../graph/schema.ts';

/**
 * What speaks for a paper being about a concept, as log odds. Chosen on `inspec.dev`, where readers said which phrases
 * they would index a paper by; names that a paper introduces are hardly there, so `introduces` is set by hand.
 */
const WEIGHTS = {
  base: -1.4,
  inTitle: 0.9,
  /** For e times as many mentions. */
  count: 0.5,
  /** At the end of the abstract. */
  late: -0.2,
  /** For 20 characters of name; long names are specific ones, up to `LONG_NAME`. */
  length: 0.9,
  oneWord: -0.7,
  manyWords: -0.6,
  capitals: 0.6,
  /** For e times as many mentions of which it is only a part. */
  within: -0.3,
} as const;

const ROLE_WEIGHTS: Record<Role, number> = {
  introduces: 1,
  evaluates: 0,
  uses: 0,
  compares: -0.3,
  background: -0.2,
};

const LONG_NAME = 40;
const MANY_WORDS = 4;
/** In a longer list than any abstract's, nobody looks which name is a part of another. */
const MAX_SURFACES = 400;
const DIGITS = 10_000;

type Surfaced = Span & { surface: string };

/** What all concepts of a paper are measured against. */
export interface PaperExtent {
  /** End of the last mention in the abstract: as good as its length. */
  length: number;
  /** What stands at each place that is mentioned. */
  surfaceAt: ReadonlyMap<string, string>;
  /** All mentions in lower case, each between spaces. */
  padded: readonly string[];
}

const placeOf = ({ field, start, end }: Span): string => `${field}:${start}-${end}`;

export function extentOf(mentions: readonly Surfaced[]): PaperExtent {
  let length = 1;
  for (const { field, end } of mentions) if (field === 'abstract' && end > length) length = end;
  return {
    length,
    surfaceAt: new Map(mentions.map((mention) => [placeOf(mention), mention.surface])),
    padded: mentions.length > MAX_SURFACES ? [] : mentions.map(({ surface }) => ` ${surface.toLowerCase()} `),
  };
}

/** The longest form that the paper uses: an abbreviation is as specific as what it stands for. */
function fullestSurface(spans: readonly Span[], { surfaceAt }: PaperExtent): string {
  let fullest = '';
  for (const span of spans) {
    const surface = surfaceAt.get(placeOf(span)) ?? '';
    if (surface.length > fullest.length) fullest = surface;
  }
  return fullest;
}

function nameWeight(surface: string): number {
  if (surface === '') return 0;
  const words = surface.split(/\s+/).length;
  return (
    (WEIGHTS.length * Math.min(surface.length, LONG_NAME)) / 20 +
    (words === 1 ? WEIGHTS.oneWord : 0) +
    (words >= MANY_WORDS ? WEIGHTS.manyWords : 0) +
    (surface === surface.toUpperCase() ? WEIGHTS.capitals : 0)
  );
}

function countWithin(surface: string, { padded }: PaperExtent): number {
  const part = ` ${surface.toLowerCase()} `;
  return padded.filter((other) => other.length > part.length && other.includes(part)).length;
}

/**
 * How much a paper is about a concept, 0 to 1, to four decimals: the chance that a reader would index the paper by it.
 * From the title, the number of mentions, how early they begin, the name, whether it is mostly a part of longer names,
 * and the role. Of this paper alone: how rare a concept is among all papers hardly helps the ranking (0.1 points), and
 * would make each paper's facts change with every other.
 */
export function salienceOf(spans: readonly Span[], role: Role, extent: PaperExtent): number {
  const inTitle = spans.some(({ field }) => field === 'title');
  let first = inTitle ? 0 : extent.length;
  if (!inTitle) for (const { start } of spans) first = Math.min(first, start);
  const surface = fullestSurface(spans, extent);
  const odds =
    WEIGHTS.base +
    (inTitle ? WEIGHTS.inTitle : 0) +
    WEIGHTS.count * Math.log(Math.max(1, spans.length)) +
    (WEIGHTS.late * first) / extent.length +
    nameWeight(surface) +
    WEIGHTS.within * Math.log(1 + countWithin(surface, extent)) +
    ROLE_WEIGHTS[role];
  return Math.round(DIGITS / (1 + Math.exp(-odds))) / DIGITS;
}
