import type { FoundPath, PathSearch } from './found-path.ts';
import { forEachTie } from './ties.ts';

/**
 * The paths of the fewest steps, of these the most telling first: those through concepts that few papers name (least sum
 * of ln(1 + papers) over the concepts between the ends). Searched breadth first from one end, then back over what lies
 * on a shortest path, keeping the best few ways at each node, so that of all shortest paths these are the best.
 */
export async function shortestPaths(search: PathSearch): Promise<FoundPath[]> {
  const { ties, types, from, to, limit, steps, reach, breathe } = search;
  const distance = new Int32Array(ties.ids.length).fill(-1);
  distance[from] = 0;
  const queue = [from];
  for (let head = 0; head < queue.length && head < reach; head++) {
    const node = queue[head]!;
    if (distance[to]! >= 0 && distance[node]! >= distance[to]!) break;
    if (distance[node]! >= steps) break;
    forEachTie(ties, types, node, (other) => {
      if (distance[other]! >= 0) return;
      distance[other] = distance[node]! + 1;
      queue.push(other);
    });
    await breathe();
  }
  if (distance[to]! < 0) return [];
  const ways = new Map<number, FoundPath[]>([[from, [{ nodes: [from], types: [], length: 0, cost: 0 }]]]);
  const onTheWay = await backFrom(search, distance);
  for (const node of onTheWay) {
    if (node === from) continue;
    const best: FoundPath[] = [];
    const seen = new Set<number>();
    forEachTie(ties, types, node, (before, type) => {
      if (distance[before] !== distance[node]! - 1 || seen.has(before)) return;
      seen.add(before);
      for (const way of ways.get(before) ?? []) {
        best.push({
          nodes: [...way.nodes, node],
          types: [...way.types, type],
          length: way.length + 1,
          cost: way.cost + (node === to ? 0 : search.commonness(node)),
        });
      }
    });
    best.sort((a, b) => a.cost - b.cost || compareNodes(a.nodes, b.nodes));
    ways.set(node, best.slice(0, limit));
    await breathe();
  }
  return ways.get(to) ?? [];
}

/** All nodes from which the target is one step nearer each time, nearest to the start first. */
async function backFrom({ ties, types, to, breathe }: PathSearch, distance: Int32Array): Promise<number[]> {
  const found = new Set([to]);
  for (const node of found) {
    forEachTie(ties, types, node, (before) => {
      if (distance[before] === distance[node]! - 1) found.add(before);
    });
    await breathe();
  }
  return [...found].sort((a, b) => distance[a]! - distance[b]!);
}

function compareNodes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
