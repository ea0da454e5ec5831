import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';
import { strengthsOf } from './partition-modularity.ts';

/** A graph whose nodes may stand for many nodes of another: what Leiden works on, level by level. */
export interface Network {
  nodes: number;
  /** Ties between different nodes; those inside a node are only in `strength`. */
  start: Uint32Array;
  column: Uint32Array;
  weight: Float64Array;
  /** Each node's summed weight of ties, those inside it counted twice. */
  strength: Float64Array;
  /** Of all nodes: twice the weight of the graph. */
  total: number;
}

export function networkOf(adjacency: Adjacency): Network {
  const strength = strengthsOf(adjacency);
  const total = strength.reduce((sum, value) => sum + value, 0);
  const { start, column, weight } = adjacency;
  return { nodes: rowCount(adjacency), start, column, weight, strength, total };
}

/** The partition that everything starts from: node `i` is community `i`. */
export function eachAlone(nodes: number): Int32Array {
  const communityOf = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) communityOf[node] = node;
  return communityOf;
}

/** Each community becomes a node; they are numbered from 0 to `communities` - 1, none empty. */
export function aggregate(network: Network, communityOf: Int32Array, communities: number): Network {
  const members = membersOf(communityOf, communities);
  const start = new Uint32Array(communities + 1);
  const column = new Uint32Array(network.column.length);
  const weight = new Float64Array(network.column.length);
  const strength = new Float64Array(communities);
  const at = new Int32Array(communities).fill(-1);
  let filled = 0;
  for (let community = 0; community < communities; community++) {
    const first = filled;
    for (let m = members.start[community]!; m < members.start[community + 1]!; m++) {
      const node = members.nodes[m]!;
      strength[community]! += network.strength[node]!;
      for (let i = network.start[node]!; i < network.start[node + 1]!; i++) {
        const other = communityOf[network.column[i]!]!;
        if (other === community) continue;
        if (at[other]! < first) {
          at[other] = filled;
          column[filled++] = other;
        }
        weight[at[other]!]! += network.weight[i]!;
      }
    }
    start[community + 1] = filled;
  }
  return {
    nodes: communities,
    start,
    column: column.slice(0, filled),
    weight: weight.slice(0, filled),
    strength,
    total: network.total,
  };
}

/** The nodes community by community; those of `c` from `start[c]` up to `start[c + 1]`, rising. */
export function membersOf(
  communityOf: Int32Array,
  communities: number,
): { start: Uint32Array; nodes: Uint32Array } {
  const start = new Uint32Array(communities + 1);
  for (const community of communityOf) if (community >= 0) start[community + 1]! += 1;
  for (let c = 0; c < communities; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const nodes = new Uint32Array(start[communities]!);
  communityOf.forEach((community, node) => {
    if (community >= 0) nodes[next[community]!++] = node;
  });
  return { start, nodes };
}

/** Numbers communities from 0 in the order of their first nodes, in place; nodes below 0 stay. Returns how many there are. */
export function renumber(communityOf: Int32Array): number {
  let most = -1;
  for (let node = 0; node < communityOf.length; node++) most = Math.max(most, communityOf[node]!);
  const number = new Int32Array(most + 1).fill(-1);
  let count = 0;
  for (let node = 0; node < communityOf.length; node++) {
    const community = communityOf[node]!;
    if (community < 0) continue;
    if (number[community] === -1) number[community] = count++;
    communityOf[node] = number[community]!;
  }
  return count;
}
