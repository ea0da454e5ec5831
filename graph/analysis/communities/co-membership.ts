import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';

/** For each tie, in the order of the rows, the share of the runs in which its two ends are together. 0 to 1. */
export function coMembership(adjacency: Adjacency, runs: readonly Int32Array[]): Float64Array {
  const together = new Float64Array(adjacency.column.length);
  for (const run of runs) {
    for (let node = 0; node < rowCount(adjacency); node++) {
      for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
        if (run[node] === run[adjacency.column[i]!]) together[i]! += 1;
      }
    }
  }
  return together.map((count) => count / runs.length);
}
