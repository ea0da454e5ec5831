import type { Random } from '../random.ts';
import type { BinEdges } from './feature-bins.ts';
import type { BoostedTrees, BoostingSettings, TrainingPairs, Tree } from './tree.ts';
import { TreeGrower } from './tree-grower.ts';

/**
 * Gradient boosting (Friedman 2001) of symmetric trees (Prokhorenkova 2018, "CatBoost") on binned features, with the
 * logistic loss and Newton steps (Chen and Guestrin 2016). Symmetric, for they are quick to ask millions of pairs and
 * hard to overfit. Rows and features are drawn for each tree; the same draws give the same trees.
 */
export async function boostTrees(
  pairs: TrainingPairs,
  edges: BinEdges,
  random: Random,
  settings: BoostingSettings,
  tick: (done: number, total: number) => Promise<void> | void = () => {},
): Promise<BoostedTrees> {
  const count = pairs.met.length;
  const met = pairs.met.reduce((sum, one) => sum + one, 0);
  const base = Math.log((met + 1) / (count - met + 1));
  const margin = new Float64Array(count).fill(base);
  const trees: Tree[] = [];
  const grower = new TreeGrower(pairs, edges, settings);
  for (let tree = 0; tree < settings.trees; tree++) {
    await tick(tree, settings.trees);
    trees.push(grower.grow(margin, random));
  }
  return { base, trees };
}
