import { z } from 'zod';
import type { CodePoints } from './code-points.ts';
import { cutCodePoints, sliceCodePoints } from './code-points.ts';
import { addCounts, emptyCounts, ratesOf } from './counts.ts';
import type { GoldDocument, MarkedSpan } from './gold.ts';
import { GENERIC } from './kinds.ts';
import { normaliseTerm, normaliseTerms } from './normalise.ts';
import { countExact } from './spans.ts';

/** The words that our marking guidelines call generic: heads that they leave off behind the name of a concept. */
const HEADS: ReadonlySet<string> = normaliseTerms(
  `method approach model framework algorithm system task problem data dataset benchmark experiment result performance
  paper study analysis setting domain application technique feature information`.split(/\s+/),
);

/** How far a set's scheme and ours part over heads: it marks `CRF algorithm`, we mark `CRF`. */
export const headStudy = z.object({
  /** Marked spans. */
  marked: z.int(),
  /** Of these, those of several words of which the last is a generic head. */
  headed: z.int(),
  /** Of these, those that were found but for the head. */
  foundWithout: z.int(),
  /** Exact spans with such heads left off on both sides, in percent. */
  withoutHeads: z.object({ precision: z.number(), recall: z.number(), f1: z.number() }),
});
export type HeadStudy = z.infer<typeof headStudy>;

type Bounds = Pick<MarkedSpan, 'start' | 'end'>;

/** The span without its generic head; the same span where it has none, or nothing else. */
export function withoutHead<Span extends Bounds>(points: CodePoints, span: Span): Span {
  const surface = sliceCodePoints(points, span.start, span.end);
  const match = /^(.*\S)\s+(\S+)$/su.exec(surface);
  if (!match || !HEADS.has(normaliseTerm(match[2]!))) return span;
  return { ...span, end: span.start + cutCodePoints(match[1]!).length };
}

export function studyHeads(
  gold: readonly Pick<GoldDocument, 'id' | 'text' | 'entities'>[],
  predicted: ReadonlyMap<string, readonly MarkedSpan[]>,
): HeadStudy {
  const study = { marked: 0, headed: 0, foundWithout: 0 };
  const counts = emptyCounts();
  for (const { id, text, entities } of gold) {
    const points = cutCodePoints(text);
    const theirs = entities.filter(({ type }) => type !== GENERIC);
    const ours = predicted.get(id) ?? [];
    const isOurs = (span: Bounds): boolean =>
      ours.some(({ start, end }) => start === span.start && end === span.end);
    for (const span of theirs) {
      const bare = withoutHead(points, span);
      study.marked++;
      if (bare.end === span.end) continue;
      study.headed++;
      if (!isOurs(span) && isOurs(bare)) study.foundWithout++;
    }
    const bareOf = (spans: readonly MarkedSpan[]): MarkedSpan[] =>
      spans.map((span) => withoutHead(points, span));
    addCounts(counts, countExact(bareOf(ours), bareOf(theirs)));
  }
  return { ...study, withoutHeads: ratesOf(counts) };
}
