import type { EdgeType } from '../contract.ts';
import type { Edges } from './choose-edges.ts';
import type { Ties, TieType } from './ties.ts';

/** All ties of these types with both ends among the nodes, each once, between the places of the nodes in the list. */
export function edgesAmong(ties: Ties, types: readonly TieType[], nodes: ArrayLike<number>): Edges {
  const place = new Int32Array(ties.ids.length).fill(-1);
  for (let i = 0; i < nodes.length; i++) place[nodes[i]!] = i;
  const [source, target, weight]: number[][] = [[], [], []];
  const kinds: EdgeType[] = [];
  for (const type of types) {
    const rows = ties.of[type];
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      for (let at = rows.start[node]!; at < rows.start[node + 1]!; at++) {
        const other = place[rows.other[at]!]!;
        if (other < 0 || !rows.isOut[at]) continue;
        source!.push(i);
        target!.push(other);
        weight!.push(rows.weight[at]!);
        kinds.push(type);
      }
    }
  }
  return { source: source!, target: target!, weight: weight!, type: kinds };
}
