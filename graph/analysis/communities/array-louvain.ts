import type { Random } from '../random.ts';
import { moveNodes } from './move-nodes.ts';
import { aggregate, eachAlone, type Network, renumber } from './network.ts';

/**
 * Louvain's method (Blondel et al. 2008) over typed arrays, its local moves from a queue: a community for each node,
 * numbered from 0 in the order of their first nodes. It does what the library does, without a graph of objects, which at a
 * million ties takes the library most of its time to build. Communities may fall apart inside.
 */
export function runArrayLouvain(network: Network, resolution: number, random: Random): Int32Array {
  const communityOf = eachAlone(network.nodes);
  let level = network;
  while (level.total > 0) {
    const ofLevel = eachAlone(level.nodes);
    const moved = moveNodes(level, ofLevel, resolution, random);
    const communities = renumber(ofLevel);
    for (let node = 0; node < communityOf.length; node++) communityOf[node] = ofLevel[communityOf[node]!]!;
    if (!moved || communities === level.nodes) break;
    level = aggregate(level, ofLevel, communities);
  }
  return communityOf;
}
