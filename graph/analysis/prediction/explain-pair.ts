import type { CandidateRow } from './candidates.ts';
import { fillBins } from './feature-bins.ts';
import { featureFamily } from './feature-meanings.ts';
import type { KnownWorld } from './pair-features.ts';
import type { Rankers } from './rankers.ts';
import { contributions } from './tree-scores.ts';

/** What each family of features adds to the gap score of a pair of a snapshot, in log odds, the strongest first. */
export function explainPair(
  { features }: KnownWorld,
  ranker: Rankers,
  a: number,
  b: number,
): { feature: string; adds: number }[] {
  const row: CandidateRow = { a: Math.min(a, b), others: Uint32Array.of(Math.max(a, b)), count: 1 };
  const values = features.names.map(() => new Float32Array(1));
  features.fill(row, values);
  const bins = new Uint8Array(values.length);
  for (const [feature, value] of values.entries())
    fillBins(value, ranker.edges[feature]!, 1, bins.subarray(feature, feature + 1));
  const { of } = contributions(ranker.gap, bins, values.length);
  const families = new Map<string, number>();
  features.names.forEach((name, feature) => {
    const family = featureFamily(name);
    families.set(family, (families.get(family) ?? 0) + of[feature]!);
  });
  return [...families]
    .map(([feature, adds]) => ({ feature, adds }))
    .sort((x, y) => Math.abs(y.adds) - Math.abs(x.adds) || (x.feature < y.feature ? -1 : 1));
}
