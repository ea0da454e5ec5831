import type { Adjacency } from '../adjacency.ts';
import { rowCount } from '../incidence.ts';

/** These nodes, rising, and the ties between them; node `i` of the new graph is `nodes[i]` of the old. */
export function inducedSubgraph(adjacency: Adjacency, nodes: Uint32Array): Adjacency {
  const place = new Int32Array(rowCount(adjacency)).fill(-1);
  nodes.forEach((node, i) => {
    place[node] = i;
  });
  const entries = nodes.reduce((sum, node) => sum + adjacency.start[node + 1]! - adjacency.start[node]!, 0);
  const start = new Uint32Array(nodes.length + 1);
  const column = new Uint32Array(entries);
  const weight = new Float64Array(entries);
  let kept = 0;
  nodes.forEach((node, row) => {
    for (let i = adjacency.start[node]!; i < adjacency.start[node + 1]!; i++) {
      const other = place[adjacency.column[i]!]!;
      if (other < 0) continue;
      column[kept] = other;
      weight[kept++] = adjacency.weight[i]!;
    }
    start[row + 1] = kept;
  });
  return { start, column: column.slice(0, kept), weight: weight.slice(0, kept) };
}

/** The nodes that have a tie, rising. */
export function tiedNodes(adjacency: Adjacency): Uint32Array {
  const nodes = Uint32Array.from({ length: rowCount(adjacency) }, (_, node) => node);
  return nodes.filter((node) => adjacency.start[node + 1]! > adjacency.start[node]!);
}
