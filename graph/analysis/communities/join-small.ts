import type { Adjacency } from '../adjacency.ts';
import { membersOf, renumber } from './network.ts';

/**
 * Communities of fewer than `least` nodes, smallest first, join the one that they are tied to most, of equals the one
 * with the lower number; without any tie out, their nodes get -1. Numbered from 0 in the order of their first
 * nodes.
 */
export function joinSmall(adjacency: Adjacency, communityOf: Int32Array, least: number): Int32Array {
  const joined = communityOf.slice();
  const communities = renumber(joined);
  const { start, nodes } = membersOf(joined, communities);
  const members = Array.from({ length: communities }, (_, c) => [
    ...nodes.subarray(start[c]!, start[c + 1]!),
  ]);
  const small = members.flatMap((own, community) => (own.length < least ? [community] : []));
  small.sort((a, b) => members[a]!.length - members[b]!.length || a - b);
  for (const community of small) {
    const own = members[community]!;
    // It may have grown past the limit by taking in a smaller one.
    if (own.length >= least) continue;
    const neighbour = heaviestNeighbour(adjacency, own, community, joined);
    for (const node of own) joined[node] = neighbour;
    if (neighbour >= 0) members[neighbour]!.push(...own);
    members[community] = [];
  }
  renumber(joined);
  return joined;
}

function heaviestNeighbour(
  { start, column, weight }: Adjacency,
  members: readonly number[],
  own: number,
  communityOf: Int32Array,
): number {
  const weights = new Map<number, number>();
  for (const node of members) {
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const community = communityOf[column[i]!]!;
      if (community < 0 || community === own) continue;
      weights.set(community, (weights.get(community) ?? 0) + weight[i]!);
    }
  }
  let heaviest = -1;
  let most = 0;
  for (const [community, sum] of weights) {
    if (sum > most || (sum === most && community < heaviest)) {
      heaviest = community;
      most = sum;
    }
  }
  return heaviest;
}
