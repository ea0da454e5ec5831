import { conceptCount } from '../candidates.ts';
import type { ConceptTraits } from '../concept-traits.ts';
import type { FeatureGroup } from '../feature-group.ts';
import type { Snapshot } from '../snapshot.ts';

/** Keeps logarithms finite; far below what one paper in common gives. */
const TINY = 1e-4;
/** Allocation, dot product, allocation of strength, new to one, new to both. */
const SUMS = 5;

/**
 * How closely the two are tied to the same others, by how much rather than by how many:
 * - allocation over decayed papers: sum over z of w(a,z) w(z,b) / w(z), w being papers in common that fade with age;
 * - the walk of two steps over the same weights, both ways;
 * - cosine of the logarithms of 1 + association strength (van Eck and Waltman 2009), and their allocation;
 * - neighbours that one of the two, or both, met in the recent years.
 */
export function associationFeatures(
  snapshot: Snapshot,
  traits: ConceptTraits,
  recentYears: number,
): FeatureGroup {
  const concepts = conceptCount(snapshot);
  const { start, other, decayedPapers, papers, firstYear } = snapshot.ties;
  const strength = Float64Array.from(papers, () => 0);
  const weightOf = new Float64Array(concepts).fill(TINY);
  const strengthOf = new Float64Array(concepts).fill(TINY);
  const lengthOf = new Float64Array(concepts);
  const isNew = Uint8Array.from(firstYear, (year) => (year > snapshot.year - recentYears ? 1 : 0));
  for (let a = 0; a < concepts; a++) {
    for (let i = start[a]!; i < start[a + 1]!; i++) {
      const expected = (traits.papers[a]! * traits.papers[other[i]!]!) / snapshot.years.length;
      strength[i] = Math.log1p(papers[i]! / expected);
      weightOf[a]! += decayedPapers[i]!;
      strengthOf[a]! += strength[i]!;
      lengthOf[a]! += strength[i]! ** 2;
    }
    lengthOf[a] = Math.sqrt(lengthOf[a]!) || 1;
  }
  // Of each concept side by side, since they are added to together.
  const sums = new Float64Array(SUMS * concepts);
  return {
    names: [
      'decayedAllocation',
      'twoSteps',
      'strengthCosine',
      'strengthAllocation',
      'newCommon',
      'newCommonBoth',
    ],
    fill: ({ a, others, count }, out) => {
      sums.fill(0);
      for (let i = start[a]!; i < start[a + 1]!; i++) {
        const z = other[i]!;
        const weight = decayedPapers[i]! / weightOf[z]!;
        const share = strength[i]! / strengthOf[z]!;
        const own = strength[i]!;
        const first = start[z]!;
        // The others rise, and only those above are wanted.
        for (let j = start[z + 1]! - 1; j >= first && other[j]! > a; j--) {
          const at = SUMS * other[j]!;
          sums[at]! += weight * decayedPapers[j]!;
          sums[at + 1]! += own * strength[j]!;
          sums[at + 2]! += share * strength[j]!;
          sums[at + 3]! += isNew[i]! + isNew[j]!;
          sums[at + 4]! += isNew[i]! * isNew[j]!;
        }
      }
      for (let i = 0; i < count; i++) {
        const b = others[i]!;
        const at = SUMS * b;
        const allocation = sums[at]!;
        out[0]![i] = Math.log(allocation + TINY);
        out[1]![i] = Math.log(allocation * (1 / weightOf[a]! + 1 / weightOf[b]!) + TINY);
        out[2]![i] = sums[at + 1]! / (lengthOf[a]! * lengthOf[b]!);
        out[3]![i] = Math.log(sums[at + 2]! + TINY);
        out[4]![i] = Math.log1p(sums[at + 3]!);
        out[5]![i] = Math.log1p(sums[at + 4]!);
      }
    },
  };
}
