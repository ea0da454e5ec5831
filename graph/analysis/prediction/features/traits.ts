import type { ConceptTraits } from '../concept-traits.ts';
import type { FeatureGroup } from '../pair-features.ts';
import type { Snapshot } from '../snapshot.ts';

/** What each of the two is by itself: the lesser and the greater of the two values. */
export function traitFeatures(snapshot: Snapshot, traits: ConceptTraits): FeatureGroup {
  const log = (values: Float64Array): Float64Array => values.map((value) => Math.log1p(value));
  const ratio = (above: Float64Array, below: Float64Array): Float64Array =>
    above.map((value, i) => Math.log((value + 1) / (below[i]! + 1)));
  const columns: [string, Float64Array][] = [
    ['papers', log(traits.papers)],
    ['recentPapers', log(traits.recentPapers)],
    ['growth', ratio(traits.recentPapers, traits.formerPapers)],
    ['degree', log(traits.degree)],
    ['newPartners', log(traits.newPartners)],
    ['newPartnerRate', ratio(traits.newPartners, traits.recentPapers)],
    ['breadth', ratio(traits.degree, traits.papers)],
    ['age', traits.firstYear.map((year) => snapshot.year - year)],
    ['salience', traits.meanSalience],
  ];
  return {
    names: columns.flatMap(([name]) => [`${name}:less`, `${name}:more`]),
    fill: ({ a, others, count }, out) => {
      columns.forEach(([, values], column) => {
        const less = out[2 * column]!;
        const more = out[2 * column + 1]!;
        const own = values[a]!;
        for (let i = 0; i < count; i++) {
          const other = values[others[i]!]!;
          less[i] = Math.min(own, other);
          more[i] = Math.max(own, other);
        }
      });
    },
  };
}
