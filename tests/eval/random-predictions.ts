import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { CodePoints } from './code-points.ts';
import { cutCodePoints, sliceCodePoints } from './code-points.ts';
import type { GoldDocument } from './gold.ts';
import type { Prediction } from './score.ts';
import type { TypedSpan } from './spans.ts';

const KINDS = ['Task', 'Method', 'Model', 'Dataset', 'Material', 'Metric', 'Term', 'Generic'];

/**
 * Predictions that are partly right, for comparing scorers: gold spans kept, shifted, retyped or dropped, and
 * spans of random words. Some documents have keyphrases only, some both, some no prediction. Seeded.
 */
export function randomPredictions(gold: readonly GoldDocument[], seed: number): Prediction[] {
  const random = xoroshiro128plus(seed);
  const below = (limit: number): number => uniformInt(random, 0, limit - 1);
  const oneIn = (chances: number): boolean => below(chances) === 0;
  const anyKind = (): string => KINDS[below(KINDS.length)]!;

  function randomSpan(points: CodePoints): TypedSpan {
    const isSpace = (at: number): boolean => /\s/.test(points[at] ?? ' ');
    let start = below(points.length);
    while (start > 0 && !isSpace(start - 1)) start--;
    let end = Math.min(points.length, start + 1 + below(30));
    while (end < points.length && !isSpace(end)) end++;
    return { start, end, type: anyKind() };
  }

  function predict(document: GoldDocument): Prediction {
    const points = cutCodePoints(document.text);
    const kept = document.entities
      .filter(() => !oneIn(3))
      .map(({ start, end, type }) => ({
        start: oneIn(8) ? Math.max(0, start - 4) : start,
        end: oneIn(8) ? Math.min(points.length, end + 3) : end,
        type: oneIn(4) ? anyKind() : type,
      }));
    const entities = [...kept, ...Array.from({ length: below(8) }, () => randomSpan(points))];
    const phraseAt = ({ start, end }: TypedSpan): string => sliceCodePoints(points, start, end);
    const keyphrases = [
      ...document.keyphrases.filter(() => !oneIn(3)),
      ...Array.from({ length: 1 + below(9) }, () => phraseAt(randomSpan(points))),
    ];
    if (oneIn(3)) return { id: document.id, keyphrases };
    return oneIn(3) ? { id: document.id, entities, keyphrases } : { id: document.id, entities };
  }

  return gold.filter(() => !oneIn(12)).map(predict);
}
