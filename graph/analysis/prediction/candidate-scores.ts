import { baselineRows } from './baselines.ts';
import { type CandidateRow, conceptCount, forEachCandidateRow, type RowTick } from './candidates.ts';
import type { KnownWorld } from './pair-features.ts';
import { rowScorer } from './pair-scores.ts';
import type { Rankers } from './rankers.ts';

/** Pairs that never met but have met the same concepts, with their scores. Arrays of one length. */
export interface CandidateScores {
  a: Uint32Array;
  b: Uint32Array;
  gap: Float32Array;
  plain: Float32Array;
  /** Concepts that both have met. */
  common: Float32Array;
  /** How many pairs were left out, for too few such concepts. */
  fewCommon: number;
}

export async function candidateScores(
  world: KnownWorld,
  ranker: Rankers | null,
  minCommon: number,
  tick: RowTick,
): Promise<CandidateScores> {
  const { snapshot, traits } = world;
  const concepts = conceptCount(snapshot);
  const rows = baselineRows(snapshot, traits);
  const score = rowScorer(world, await world.scale(), [ranker]);
  const near: CandidateRow = { a: 0, others: new Uint32Array(concepts), count: 0 };
  const gap = new Float32Array(concepts);
  const plain = new Float32Array(concepts);
  const parts: Omit<CandidateScores, 'fewCommon'>[] = [];
  const commonOf = new Float32Array(concepts);
  let fewCommon = 0;
  await forEachCandidateRow(
    snapshot,
    (row) => {
      const all = rows(row);
      near.a = row.a;
      near.count = 0;
      for (let i = 0; i < row.count; i++) {
        const b = row.others[i]!;
        commonOf[b] = all.commonNeighbours[i]!;
        if (commonOf[b]! >= minCommon) near.others[near.count++] = b;
      }
      fewCommon += row.count - near.count;
      if (near.count === 0) return;
      const common = Float32Array.from(near.others.subarray(0, near.count), (b) => commonOf[b]!);
      score(near, [{ gap, plain }]);
      parts.push({
        a: new Uint32Array(near.count).fill(near.a),
        b: near.others.slice(0, near.count),
        gap: gap.slice(0, near.count),
        plain: plain.slice(0, near.count),
        common,
      });
    },
    tick,
  );
  const size = parts.reduce((sum, { a }) => sum + a.length, 0);
  const joined: CandidateScores = {
    a: new Uint32Array(size),
    b: new Uint32Array(size),
    gap: new Float32Array(size),
    plain: new Float32Array(size),
    common: new Float32Array(size),
    fewCommon,
  };
  let at = 0;
  for (const part of parts) {
    joined.a.set(part.a, at);
    joined.b.set(part.b, at);
    joined.gap.set(part.gap, at);
    joined.plain.set(part.plain, at);
    joined.common.set(part.common, at);
    at += part.a.length;
  }
  return joined;
}

/** The place, from 1, that recent popularity alone gives among all pairs that never met. */
export async function popularityRanks(
  { snapshot, traits }: KnownWorld,
  tick: RowTick,
): Promise<(popularity: number) => number> {
  const counts = new Map<number, number>();
  await forEachCandidateRow(
    snapshot,
    ({ a, others, count }) => {
      for (let i = 0; i < count; i++) {
        const product = traits.recentPapers[a]! * traits.recentPapers[others[i]!]!;
        counts.set(product, (counts.get(product) ?? 0) + 1);
      }
    },
    tick,
  );
  return (popularity) => {
    let above = 0;
    for (const [product, pairs] of counts) if (product > popularity) above += pairs;
    return above + 1;
  };
}
