import type { ConceptGraph } from './concept-graph.ts';

/**
 * Newman's modularity of a partition: for each community its inner weight over the whole, less what degree
 * alone would give (Newman 2006), that null model times `resolution` (Reichardt and Bornholdt 2006). Nodes
 * that the partition doesn't name stand alone. -0.5 to 1; 0 for a graph without weight.
 */
export function modularity(
  graph: ConceptGraph,
  partition: ReadonlyMap<string, number>,
  resolution = 1,
): number {
  const inner = new Map<number | string, number>();
  const degree = new Map<number | string, number>();
  let total = 0;
  graph.forEachEdge((_, { weight }, source, target) => {
    const a = partition.get(source) ?? source;
    const b = partition.get(target) ?? target;
    total += weight;
    if (a === b) add(inner, a, weight);
    add(degree, a, weight);
    add(degree, b, weight);
  });
  if (total === 0) return 0;
  let sum = 0;
  for (const [community, k] of degree) {
    sum += (inner.get(community) ?? 0) / total - resolution * (k / (2 * total)) ** 2;
  }
  return sum;
}

function add<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
