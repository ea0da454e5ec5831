import { type CandidateRow, conceptCount } from './candidates.ts';
import type { ConceptTraits } from './concept-traits.ts';
import type { Snapshot } from './snapshot.ts';

/** Rankings that need no training; what a learned one must beat. */
export const BASELINES = [
  'preferentialAttachment',
  'commonNeighbours',
  'adamicAdar',
  'resourceAllocation',
  'recentPopularity',
] as const;
export type Baseline = (typeof BASELINES)[number];

/** The score of each candidate of a row, one array a baseline; written over by the next row. */
export type BaselineRows = Record<Baseline, Float32Array>;

/**
 * - preferential attachment: product of degrees (Barabási 2002);
 * - common neighbours (Liben-Nowell and Kleinberg 2007);
 * - Adamic-Adar: sum of 1 / ln degree over common neighbours (Adamic and Adar 2003);
 * - resource allocation: sum of 1 / degree over them (Zhou 2009);
 * - recent popularity: product of the papers of the recent years.
 *
 * A common neighbour has met both, so its degree is at least 2.
 */
export function baselineRows(snapshot: Snapshot, traits: ConceptTraits): (row: CandidateRow) => BaselineRows {
  const concepts = conceptCount(snapshot);
  const { start, other } = snapshot.ties;
  const { degree, recentPapers } = traits;
  const common = new Float64Array(concepts);
  const adamicAdar = new Float64Array(concepts);
  const allocation = new Float64Array(concepts);
  const rows: BaselineRows = {
    preferentialAttachment: new Float32Array(concepts),
    commonNeighbours: new Float32Array(concepts),
    adamicAdar: new Float32Array(concepts),
    resourceAllocation: new Float32Array(concepts),
    recentPopularity: new Float32Array(concepts),
  };
  return ({ a, others, count }) => {
    common.fill(0);
    adamicAdar.fill(0);
    allocation.fill(0);
    for (let i = start[a]!; i < start[a + 1]!; i++) {
      const z = other[i]!;
      const logarithm = 1 / Math.log(degree[z]!);
      const share = 1 / degree[z]!;
      for (let j = start[z]!; j < start[z + 1]!; j++) {
        const b = other[j]!;
        if (b <= a) continue;
        common[b]! += 1;
        adamicAdar[b]! += logarithm;
        allocation[b]! += share;
      }
    }
    for (let i = 0; i < count; i++) {
      const b = others[i]!;
      rows.preferentialAttachment[i] = degree[a]! * degree[b]!;
      rows.commonNeighbours[i] = common[b]!;
      rows.adamicAdar[i] = adamicAdar[b]!;
      rows.resourceAllocation[i] = allocation[b]!;
      rows.recentPopularity[i] = recentPapers[a]! * recentPapers[b]!;
    }
    return rows;
  };
}
