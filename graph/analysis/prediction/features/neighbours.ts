import { baselineRows } from '../baselines.ts';
import type { ConceptTraits } from '../concept-traits.ts';
import type { FeatureGroup } from '../feature-group.ts';
import type { Snapshot } from '../snapshot.ts';

/** What the two have met in common, and how popular they are together. */
export function neighbourFeatures(snapshot: Snapshot, traits: ConceptTraits): FeatureGroup {
  const rows = baselineRows(snapshot, traits);
  const { degree } = traits;
  return {
    names: [
      'degreeProduct',
      'recentPopularity',
      'common',
      'adamicAdar',
      'allocation',
      'salton',
      'hubPromoted',
    ],
    fill: (row, out) => {
      const found = rows(row);
      for (let i = 0; i < row.count; i++) {
        const b = row.others[i]!;
        const product = found.preferentialAttachment[i]!;
        const common = found.commonNeighbours[i]!;
        out[0]![i] = Math.log1p(product);
        out[1]![i] = Math.log1p(found.recentPopularity[i]!);
        out[2]![i] = Math.log1p(common);
        out[3]![i] = Math.log1p(found.adamicAdar[i]!);
        out[4]![i] = Math.log(found.resourceAllocation[i]! + 1e-3);
        out[5]![i] = common / Math.sqrt(Math.max(product, 1));
        out[6]![i] = common / Math.max(Math.min(degree[row.a]!, degree[b]!), 1);
      }
    },
  };
}
