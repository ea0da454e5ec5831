import type { CandidateRow } from './candidates.ts';
import { featureFamily } from './feature-meanings.ts';
import { scaleValues } from './feature-scale.ts';
import type { KnownWorld } from './pair-features.ts';
import type { Rankers } from './rankers.ts';

/**
 * What each family of features adds to the gap score of a pair of a snapshot, in log odds against a pair that is average
 * in all of them, the strongest first. They and the constant sum to the score.
 */
export async function explainPair(
  world: KnownWorld,
  ranker: Rankers,
  a: number,
  b: number,
): Promise<{ feature: string; adds: number }[]> {
  const { features } = world;
  const row: CandidateRow = { a: Math.min(a, b), others: Uint32Array.of(Math.max(a, b)), count: 1 };
  const values = features.names.map(() => new Float32Array(1));
  features.fill(row, values);
  scaleValues(await world.scale(), values, 1);
  const families = new Map<string, number>();
  features.names.forEach((name, feature) => {
    const family = featureFamily(name);
    const adds = ranker.gap[feature + 1]! * values[feature]![0]!;
    families.set(family, (families.get(family) ?? 0) + adds);
  });
  return [...families]
    .map(([feature, adds]) => ({ feature, adds }))
    .sort((x, y) => Math.abs(y.adds) - Math.abs(x.adds) || (x.feature < y.feature ? -1 : 1));
}
