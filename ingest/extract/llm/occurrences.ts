import type { Span } from '../../../graph/schema.ts';
import type { AnalysedField, AnalysedSentence } from '../analysed-field.ts';

/** A piece of text that stands at word borders in one sentence. */
export interface Occurrence extends Span {
  field: AnalysedField['field'];
  surface: string;
  sentence: AnalysedSentence;
  /** The field that it stands in. */
  source: AnalysedField;
}

/** Capitals that tell a name from a word: `SAM` is not `sam`, `Zebra` not `zebra`; `Kalman Filter` is `Kalman filter`. */
const INNER_CAPITAL = /\p{L}\p{Lu}|\p{Lu}\p{N}/u;
const isName = (surface: string): boolean =>
  INNER_CAPITAL.test(surface) || (/^\p{Lu}/u.test(surface) && !/\s/.test(surface));

const LEADING_DETERMINER = /^(?:the|an?|our|this|these|its|their)\s+/i;
const EDGE = /^[\s"'“”‘’`.,;:]+|[\s"'“”‘’`.,;:]+$/gu;

/** A surface without determiner and stray marks; empty where nothing of a word is left. */
export function bareSurface(surface: string): string {
  const bare = surface.replace(EDGE, '').replace(LEADING_DETERMINER, '');
  return /\p{L}/u.test(bare) && bare.length > 1 ? bare : '';
}

/** Every place of a surface, in the order of the text; white space may differ, and capitals unless they make a name. */
export function findOccurrences(surface: string, fields: readonly AnalysedField[]): Occurrence[] {
  if (surface === '') return [];
  const literal = surface
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
    .join('\\s+');
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])${literal}(?![\\p{L}\\p{N}\\p{M}])`,
    isName(surface) ? 'gu' : 'giu',
  );
  return fields.flatMap((source) =>
    [...source.text.matchAll(pattern)].flatMap((match) => {
      const start = match.index;
      const end = start + match[0].length;
      const sentence = source.sentences.find((one) => one.start <= start && end <= one.end);
      if (!sentence) return [];
      const place = { start, end, sentenceStart: sentence.start, sentenceEnd: sentence.end };
      return [{ ...place, field: source.field, surface: match[0], sentence, source }];
    }),
  );
}

/** Of places that overlap the longest; in the order of the text, title first. */
export function longestFirst<T extends Occurrence>(places: readonly T[]): T[] {
  const taken = new Map<AnalysedField, Uint8Array>();
  const byLength = [...places].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept = byLength.filter(({ source, start, end }) => {
    const marks = taken.get(source) ?? new Uint8Array(source.text.length);
    taken.set(source, marks);
    if (marks.subarray(start, end).includes(1)) return false;
    marks.fill(1, start, end);
    return true;
  });
  const rank = (place: T): number => (place.field === 'title' ? 0 : 1);
  return kept.sort((a, b) => rank(a) - rank(b) || a.start - b.start);
}
