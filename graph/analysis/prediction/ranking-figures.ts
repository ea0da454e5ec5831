import type { Random } from '../random.ts';
import {
  areaUnderCurve,
  averagePrecision,
  bestIndexes,
  type ScoredPairs,
  type Standing,
  standingOf,
} from './ranking.ts';

/** How well a ranking told which pairs would meet. */
export interface RankingFigures {
  /** 0 to 1; 0.5 is chance. */
  auc: number;
  /** 0 to 1; chance gives the share of the pairs that met. */
  ap: number;
  /** Of the first 10, 50 and 100 pairs, how many met. */
  hits10: number;
  hits50: number;
  hits100: number;
  /** What 95 % of the resamples gave. */
  interval: { auc: [low: number, high: number]; ap: [low: number, high: number] };
}

/** The two concepts of each pair. */
export interface PairEnds {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
}

const TAIL = 0.025;

/**
 * Null where no pair met or none did not. `sorted`: see `standingOf`. Intervals are bootstrapped by concept, for the pairs of one concept stand or
 * fall together: concepts are drawn with replacement, and a pair that met counts as often as both of its concepts were
 * drawn (their product). Pairs that did not meet are held; there are so many that they hardly vary.
 */
export function rankingFigures(
  pairs: ScoredPairs,
  ends: PairEnds,
  concepts: number,
  resamples: number,
  random: Random,
  sorted?: Float32Array,
): RankingFigures | null {
  const standing = standingOf(pairs, sorted);
  const auc = areaUnderCurve(standing);
  const ap = averagePrecision(standing);
  if (auc === null || ap === null) return null;
  const best = bestIndexes(pairs.score, 100);
  const hits = (first: number): number => best.subarray(0, first).reduce((sum, i) => sum + pairs.met[i]!, 0);
  return {
    auc,
    ap,
    hits10: hits(10),
    hits50: hits(50),
    hits100: hits(100),
    interval: bootstrap(standing, ends, concepts, resamples, random),
  };
}

function bootstrap(
  standing: Standing,
  ends: PairEnds,
  concepts: number,
  resamples: number,
  random: Random,
): RankingFigures['interval'] {
  const drawn = new Uint32Array(concepts);
  const weight = new Float64Array(standing.pair.length);
  const auc: number[] = [];
  const ap: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    drawn.fill(0);
    for (let i = 0; i < concepts; i++) drawn[Math.floor(random() * concepts)]! += 1;
    standing.pair.forEach((pair, i) => {
      weight[i] = drawn[ends.a[pair]!]! * drawn[ends.b[pair]!]!;
    });
    auc.push(areaUnderCurve(standing, weight) ?? Number.NaN);
    ap.push(averagePrecision(standing, weight) ?? Number.NaN);
  }
  return { auc: middleOf(auc), ap: middleOf(ap) };
}

/** The middle 95 %; resamples in which no pair met are left out. */
function middleOf(values: readonly number[]): [number, number] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(TAIL), at(1 - TAIL)];
}
