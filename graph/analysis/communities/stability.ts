import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';
import { coMembership } from './co-membership.ts';
import { membersOf } from './network.ts';

/**
 * For each community the mean, over all pairs of its nodes, of the share of runs in which the two were together. 0
 * to 1; 1 for a community of a single node. Through counts of how its nodes spread over each run's communities,
 * so linear in nodes times runs.
 */
export function communityStability(
  communityOf: Int32Array,
  communities: number,
  runs: readonly Int32Array[],
): Float64Array {
  const { start, nodes } = membersOf(communityOf, communities);
  const stability = new Float64Array(communities);
  for (let community = 0; community < communities; community++) {
    const members = nodes.subarray(start[community]!, start[community + 1]!);
    const pairs = (members.length * (members.length - 1)) / 2;
    let together = 0;
    for (const run of runs) {
      const counts = new Map<number, number>();
      for (const node of members) {
        const earlier = counts.get(run[node]!) ?? 0;
        together += earlier;
        counts.set(run[node]!, earlier + 1);
      }
    }
    stability[community] = pairs === 0 || runs.length === 0 ? 1 : together / (pairs * runs.length);
  }
  return stability;
}

/**
 * How unsure each node's community is: the mean of 4 v (1 - v) over its ties, weighted by them, where v is the share of
 * runs in which both ends were together. 0 where every run agrees, 1 where each tie is inside in half of the runs; 0
 * without ties.
 */
export function nodeAmbiguity(adjacency: Adjacency, runs: readonly Int32Array[]): Float64Array {
  const shares = coMembership(adjacency, runs);
  const ambiguity = new Float64Array(rowCount(adjacency));
  for (let node = 0; node < ambiguity.length; node++) {
    let sum = 0;
    let weight = 0;
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      sum += adjacency.weight[i]! * 4 * shares[i]! * (1 - shares[i]!);
      weight += adjacency.weight[i]!;
    }
    ambiguity[node] = weight === 0 ? 0 : sum / weight;
  }
  return ambiguity;
}
