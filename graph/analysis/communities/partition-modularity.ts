import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';

/** Each node's summed weight of ties. */
export function strengthsOf(adjacency: Adjacency): Float64Array {
  const strength = new Float64Array(rowCount(adjacency));
  for (let node = 0; node < strength.length; node++) {
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      strength[node]! += adjacency.weight[i]!;
    }
  }
  return strength;
}

/**
 * Modularity of a partition (Newman 2006) with its null model times `resolution` (Reichardt and Bornholdt 2006):
 *
 *     Q = sum over communities c of  W_c / m - resolution (K_c / 2m)^2
 *
 * where W_c is the weight of the ties inside c, K_c the summed strength of its nodes and m the weight of all ties.
 * Nodes with a community below 0 stand alone. 0 for a graph without ties.
 */
export function partitionModularity(
  adjacency: Adjacency,
  communityOf: ArrayLike<number>,
  resolution = 1,
): number {
  const strength = strengthsOf(adjacency);
  const inCommunity = new Map<number, number>();
  let total = 0;
  let inside = 0;
  for (let node = 0; node < strength.length; node++) {
    const own = communityOf[node]!;
    const community = own < 0 ? -1 - node : own;
    inCommunity.set(community, (inCommunity.get(community) ?? 0) + strength[node]!);
    total += strength[node]!;
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      if (own >= 0 && communityOf[adjacency.column[i]!] === own) inside += adjacency.weight[i]!;
    }
  }
  if (total === 0) return 0;
  let expected = 0;
  for (const degree of inCommunity.values()) expected += (degree / total) ** 2;
  return inside / total - resolution * expected;
}
