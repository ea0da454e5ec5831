import { rowLength } from '../../incidence.ts';
import type { PaperConceptGraph } from '../../paper-concept-graph.ts';
import type { ConceptTraits } from '../concept-traits.ts';
import type { FeatureGroup } from '../feature-group.ts';
import type { Snapshot } from '../snapshot.ts';

/** What each of the two is by itself: the lesser and the greater of the two values. */
export function traitFeatures(
  snapshot: Snapshot,
  traits: ConceptTraits,
  graph: PaperConceptGraph,
): FeatureGroup {
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
    ['lastPapers', log(traits.lastPapers)],
    ['meanAge', traits.meanAge],
    ['company', company(snapshot, graph)],
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

/** How many concepts, rare and common ones too, the papers of each have; the mean. */
function company({ byConcept, source }: Snapshot, { byPaper }: PaperConceptGraph): Float64Array {
  const concepts = byConcept.start.length - 1;
  return Float64Array.from({ length: concepts }, (_, concept) => {
    let sum = 0;
    for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
      sum += rowLength(byPaper, source[byConcept.column[i]!]!);
    }
    return sum / rowLength(byConcept, concept);
  });
}
