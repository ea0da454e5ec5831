import type { Random } from '../random.ts';
import { connectedParts } from './connected-parts.ts';
import { moveNodes } from './move-nodes.ts';
import { aggregate, eachAlone, type Network, renumber } from './network.ts';
import { refine } from './refine.ts';

export interface LeidenSettings {
  /** How much chance there is in the refinement: gains are compared in so many mean ties. Above 0. */
  theta: number;
  /** It stops earlier, when an iteration changes nothing any more. */
  maxIterations: number;
}

export const DEFAULT_LEIDEN: LeidenSettings = { theta: 0.01, maxIterations: 50 };

/**
 * Leiden (Traag, Waltman and van Eck 2019, "From Louvain to Leiden: guaranteeing well-connected communities") for
 * modularity with a resolution, iterated until nothing changes: a community for each node, numbered from 0 in
 * the order of their first nodes. Every community is connected; nodes without ties stand alone.
 */
export function runLeiden(
  network: Network,
  resolution: number,
  random: Random,
  settings: LeidenSettings = DEFAULT_LEIDEN,
): Int32Array {
  let communityOf: Int32Array = eachAlone(network.nodes);
  if (network.total === 0) return communityOf;
  for (let done = 0; done < settings.maxIterations; done++) {
    const next = iterate(network, communityOf, resolution, settings.theta, random);
    if (isSame(next, communityOf)) break;
    communityOf = next;
  }
  return communityOf;
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  let node = 0;
  while (node < one.length && one[node] === other[node]) node++;
  return node === one.length;
}

/** From one partition to a better one, or the same; numbered as above. */
function iterate(
  network: Network,
  startAt: Int32Array,
  resolution: number,
  theta: number,
  random: Random,
): Int32Array {
  /** For each node of the first network its node on this level. */
  const levelNode = eachAlone(network.nodes);
  let level = network;
  let communityOf: Int32Array = startAt.slice();
  for (;;) {
    moveNodes(level, communityOf, resolution, random);
    if (renumber(communityOf) === level.nodes) break;
    const partOf = refine(level, communityOf, resolution, theta, random);
    const parts = renumber(partOf);
    // By chance every node may have stayed alone; then there is nothing to go up to.
    if (parts === level.nodes) break;
    const ofPart = new Int32Array(parts);
    for (let node = 0; node < level.nodes; node++) ofPart[partOf[node]!] = communityOf[node]!;
    for (let node = 0; node < levelNode.length; node++) levelNode[node] = partOf[levelNode[node]!]!;
    level = aggregate(level, partOf, parts);
    communityOf = ofPart;
  }
  // The levels leave connected communities unless the refinement stopped them early; to split never costs quality.
  for (let node = 0; node < levelNode.length; node++) levelNode[node] = communityOf[levelNode[node]!]!;
  return connectedParts(network, levelNode);
}
