import type { FoundPath, PathSearch } from './found-path.ts';
import { MinHeap } from './min-heap.ts';
import { forEachTie, type TieType } from './ties.ts';

/** What is known from one end. */
interface Spread {
  /** Of each node that was settled, how far it is, and over which tie it was reached. */
  distance: Float64Array;
  steps: Uint8Array;
  before: Int32Array;
  type: (TieType | null)[];
  settled: number[];
}

/**
 * The paths whose steps have the largest product of strengths, that is the least sum of -ln(strength): the most
 * reliable path. Dijkstra (1959) from both ends; through each node that both have settled leads one best path, and the
 * best of these that pass no node twice are answered ("via-node" alternatives; Abraham et al. 2013), which holds the
 * strongest of all and, of those that differ from it, the strongest through any node.
 */
export async function strongestPaths(search: PathSearch): Promise<FoundPath[]> {
  const { from, to, limit, steps, breathe } = search;
  const forth = await spread(search, from, to);
  if (!Number.isFinite(forth.distance[to]!)) return [];
  const back = await spread(search, to, from);
  const vias = forth.settled
    .filter((node) => Number.isFinite(back.distance[node]!))
    .map((node) => ({ node, length: forth.distance[node]! + back.distance[node]! }))
    .sort((a, b) => a.length - b.length || a.node - b.node);
  const paths: FoundPath[] = [];
  const seen = new Set<string>();
  for (const { node, length } of vias) {
    if (paths.length >= limit) break;
    await breathe();
    const path = through(node, forth, back, length);
    const key = path.nodes.join();
    if (seen.has(key) || path.types.length > steps || new Set(path.nodes).size < path.nodes.length) continue;
    seen.add(key);
    paths.push(path);
  }
  return paths;
}

async function spread(
  { ties, types, reach, steps: most, breathe }: PathSearch,
  start: number,
  end: number,
): Promise<Spread> {
  const nodes = ties.ids.length;
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const steps = new Uint8Array(nodes);
  const before = new Int32Array(nodes).fill(-1);
  const type: (TieType | null)[] = [];
  const isSettled = new Uint8Array(nodes);
  const settled: number[] = [];
  const heap = new MinHeap();
  distance[start] = 0;
  heap.push(start, 0);
  let farthest = Number.POSITIVE_INFINITY;
  for (let next = heap.pop(); next !== undefined && settled.length < reach; next = heap.pop()) {
    if (isSettled[next]) continue;
    isSettled[next] = 1;
    // Farther than the other end and half as far again lies no alternative that anybody would want.
    if (distance[next]! > farthest) break;
    settled.push(next);
    if (next === end) farthest = distance[next]! * DETOUR;
    if (next === end || steps[next]! >= most) continue;
    const node = next;
    forEachTie(ties, types, node, (other, kind, at, { strength }) => {
      const length = distance[node]! - Math.log(strength[at]!);
      if (isSettled[other] || length >= distance[other]!) return;
      distance[other] = length;
      steps[other] = steps[node]! + 1;
      before[other] = node;
      type[other] = kind;
      heap.push(other, length);
    });
    await breathe();
  }
  // What was seen but not settled may be nearer still.
  const certain = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  for (const node of settled) certain[node] = distance[node]!;
  return { distance: certain, steps, before, type, settled };
}

/** How much longer than the best path an alternative may be. */
const DETOUR = 1.5;

function through(via: number, forth: Spread, back: Spread, length: number): FoundPath {
  const nodes: number[] = [via];
  const types: TieType[] = [];
  for (let node = via; forth.before[node]! >= 0; node = forth.before[node]!) {
    nodes.unshift(forth.before[node]!);
    types.unshift(forth.type[node]!);
  }
  for (let node = via; back.before[node]! >= 0; node = back.before[node]!) {
    nodes.push(back.before[node]!);
    types.push(back.type[node]!);
  }
  return { nodes, types, length, cost: length };
}
