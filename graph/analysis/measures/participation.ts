import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';

/**
 * Participation coefficient P_i = 1 - sum_s (k_is / k_i)^2, where k_is is the weight of i's ties to the
 * members of s (Guimera and Amaral 2005). 0 where all ties go to one theme, towards 1 - 1/themes where they
 * are spread evenly; 0 for a node without a tie. `partition` gives each node's theme; ties to nodes below 0,
 * which have none, don't count.
 */
export function participation({ start, column, weight }: Adjacency, partition: Int32Array): Float64Array {
  const nodes = rowCount({ start, column, weight });
  const coefficient = new Float64Array(nodes);
  const toTheme = new Map<number, number>();
  for (let node = 0; node < nodes; node++) {
    toTheme.clear();
    let total = 0;
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const theme = partition[column[i]!]!;
      if (theme < 0) continue;
      toTheme.set(theme, (toTheme.get(theme) ?? 0) + weight[i]!);
      total += weight[i]!;
    }
    coefficient[node] = spread(toTheme.values(), total);
  }
  return coefficient;
}

/** 1 - sum of squared parts of `total`: the same measure for any shares. 0 for a total of 0. */
export function spread(weights: Iterable<number>, total: number): number {
  if (total === 0) return 0;
  let squares = 0;
  for (const weight of weights) squares += (weight / total) ** 2;
  return Math.max(0, 1 - squares);
}
