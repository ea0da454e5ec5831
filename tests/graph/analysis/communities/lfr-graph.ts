import type { Adjacency } from '../../../../graph/analysis/adjacency.ts';
import type { Random } from '../../../../graph/analysis/random.ts';
import { shuffled } from '../graphs.ts';
import { adjacencyOfEdges } from './plain-graphs.ts';

export interface LfrSettings {
  nodes: number;
  /** Of a node's ties this share leaves its community. 0 to 1. */
  mixing: number;
  degree: [least: number, most: number];
  size: [least: number, most: number];
}

export const LFR: LfrSettings = { nodes: 400, mixing: 0.3, degree: [6, 40], size: [15, 60] };

/**
 * A benchmark graph after Lancichinetti, Fortunato and Radicchi 2008: degrees and sizes of communities follow power
 * laws (exponents 2.5 and 1.5), stubs are joined at random inside communities and between them. Loops and repeats
 * are dropped, so real degrees are a little lower.
 */
export function lfrGraph(
  settings: LfrSettings,
  random: Random,
): { adjacency: Adjacency; communityOf: Int32Array } {
  const power = ([least, most]: [number, number], exponent: number): number => {
    const e = 1 - exponent;
    return Math.floor((least ** e + random() * (most ** e - least ** e)) ** (1 / e));
  };
  const communityOf = new Int32Array(settings.nodes);
  for (let node = 0, community = 0; node < settings.nodes; community++) {
    const end = node + power(settings.size, 1.5);
    // A rest too small for a community stays with the last one.
    const last = end + settings.size[0] > settings.nodes ? settings.nodes : end;
    communityOf.fill(community, node, last);
    node = last;
  }
  const stubs = new Map<number, number[]>();
  const add = (pool: number, node: number, count: number): void => {
    const list = stubs.get(pool) ?? [];
    for (let i = 0; i < count; i++) list.push(node);
    stubs.set(pool, list);
  };
  for (let node = 0; node < settings.nodes; node++) {
    const degree = power(settings.degree, 2.5);
    const out = Math.round(degree * settings.mixing);
    add(communityOf[node]!, node, degree - out);
    add(-1, node, out);
  }
  const edges: [number, number][] = [];
  for (const [pool, list] of stubs) {
    const mixed = shuffled(list, random);
    for (let i = 0; i + 1 < mixed.length; i += 2) {
      const [a, b] = [mixed[i]!, mixed[i + 1]!];
      if (a !== b && (pool >= 0 || communityOf[a] !== communityOf[b])) edges.push([a, b]);
    }
  }
  return { adjacency: adjacencyOfEdges(settings.nodes, edges), communityOf };
}
