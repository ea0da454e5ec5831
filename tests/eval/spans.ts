import { type Counts, countSets } from './counts.ts';

export interface TypedSpan {
  start: number;
  end: number;
  type?: string | undefined;
}

const keyOf = ({ start, end }: TypedSpan): string => `${start}-${end}`;

function uniqueSpans(spans: readonly TypedSpan[]): TypedSpan[] {
  return [...new Map(spans.map((span) => [keyOf(span), span])).values()];
}

const overlaps = (a: TypedSpan, b: TypedSpan): boolean => a.start < b.end && b.start < a.end;

/** Both ends right, whatever the kind. */
export function countExact(predicted: readonly TypedSpan[], gold: readonly TypedSpan[]): Counts {
  return countSets(new Set(predicted.map(keyOf)), new Set(gold.map(keyOf)));
}

/** Both ends and the kind right. */
export function countTyped(predicted: readonly TypedSpan[], gold: readonly TypedSpan[]): Counts {
  const typedKey = (span: TypedSpan): string => `${keyOf(span)} ${span.type ?? '?'}`;
  return countSets(new Set(predicted.map(typedKey)), new Set(gold.map(typedKey)));
}

/** Spans that touch one of the other side; the two sides have different numbers of hits. */
export interface OverlapCounts {
  predictedHits: number;
  predicted: number;
  goldHits: number;
  gold: number;
}

export function countOverlaps(predicted: readonly TypedSpan[], gold: readonly TypedSpan[]): OverlapCounts {
  const ours = uniqueSpans(predicted);
  const theirs = uniqueSpans(gold);
  return {
    predictedHits: ours.filter((span) => theirs.some((other) => overlaps(span, other))).length,
    predicted: ours.length,
    goldHits: theirs.filter((span) => ours.some((other) => overlaps(span, other))).length,
    gold: theirs.length,
  };
}

/** Soft overlap: spans paired greedily by intersection over union, best first; a pair counts by its share. */
export function countSoft(predicted: readonly TypedSpan[], gold: readonly TypedSpan[]): Counts {
  const ours = uniqueSpans(predicted);
  const theirs = uniqueSpans(gold);
  const pairs = ours
    .flatMap((a) =>
      theirs.filter((b) => overlaps(a, b)).map((b) => ({ a, b, share: intersectionOverUnion(a, b) })),
    )
    .sort(
      (x, y) =>
        y.share - x.share ||
        y.a.start - x.a.start ||
        y.a.end - x.a.end ||
        y.b.start - x.b.start ||
        y.b.end - x.b.end,
    );
  const taken = new Set<TypedSpan>();
  let hits = 0;
  for (const { a, b, share } of pairs) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    hits += share;
  }
  return { hits, predicted: ours.length, gold: theirs.length };
}

function intersectionOverUnion(a: TypedSpan, b: TypedSpan): number {
  return (
    (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
    (Math.max(a.end, b.end) - Math.min(a.start, b.start))
  );
}
