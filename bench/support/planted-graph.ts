import { type Incidence, incidenceOf } from '../../graph/analysis/incidence.ts';
import { seededRandom } from '../../graph/analysis/random.ts';

export interface PlantedGraph {
  adjacency: Incidence;
  /** For each node the group that it was planted in. */
  groupOf: Int32Array;
}

const TIES_A_NODE = 10;
/** Of a node's ties this share leads anywhere. */
const MIXING = 0.55;
const NODES_IN_GROUP = 400;
/** Above 1: some groups are many times larger than others, as themes are. */
const SKEW = 1.6;

/**
 * A weighted graph with groups of uneven size, ten ties a node and uneven degrees, drawn by the seed alone: what the
 * concept graph of a literature is like, at any size. Repeats are dropped, so there are a little fewer edges than asked for.
 */
export function plantedGraph(edges: number, seed = 1): PlantedGraph {
  const random = seededRandom(seed);
  const nodes = Math.round(edges / TIES_A_NODE);
  const groups = Math.max(4, Math.round(nodes / NODES_IN_GROUP));
  const first = new Uint32Array(groups + 1);
  for (let group = 1; group <= groups; group++) first[group] = Math.round(nodes * (group / groups) ** SKEW);
  const groupOf = new Int32Array(nodes);
  for (let group = 0; group < groups; group++) groupOf.fill(group, first[group], first[group + 1]);
  const row = new Uint32Array(2 * edges);
  const column = new Uint32Array(2 * edges);
  const weight = new Float64Array(2 * edges);
  // The square draws the first nodes of a group more often: its hubs.
  const inside = (group: number): number =>
    first[group]! + Math.floor((first[group + 1]! - first[group]!) * random() ** 2);
  let filled = 0;
  while (filled < 2 * edges) {
    const source = Math.floor(random() * nodes);
    const target = random() < MIXING ? Math.floor(random() * nodes) : inside(groupOf[source]!);
    if (source === target) continue;
    row[filled] = column[filled + 1] = source;
    column[filled] = row[filled + 1] = target;
    weight[filled] = weight[filled + 1] = 0.5 + random();
    filled += 2;
  }
  return { adjacency: incidenceOf(nodes, nodes, row, column, weight), groupOf };
}
