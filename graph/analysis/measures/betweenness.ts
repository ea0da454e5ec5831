import type { Adjacency } from '../adjacency.ts';
import { rowCount, rowLength } from '../incidence.ts';
import type { Random } from '../random.ts';

export interface BetweennessSettings {
  /** Shortest paths start from so many nodes, drawn without repeats; from all if there are no more. */
  samples: number;
}

export const DEFAULT_BETWEENNESS: BetweennessSettings = { samples: 256 };

/**
 * Betweenness: the share of all pairs of other nodes whose shortest paths go through a node, pairs with
 * several shortest paths by part (Freeman 1977), by Brandes' accumulation (2001). 0 to 1. From sampled sources
 * it is scaled by nodes / samples, an unbiased estimate (Brandes and Pich 2007); exact where `samples` is at
 * least the number of nodes. "Nodes" are those with a tie: of all concepts of a corpus most have none.
 *
 * Paths are counted in steps, whatever the ties weigh: the ties of the concept graph are the strongest of each
 * concept already, and sums of 1/weight hardly ever tie, so that one path out of many nearly equal ones would
 * take all.
 */
export function betweenness(
  graph: Adjacency,
  random: Random,
  { samples }: BetweennessSettings = DEFAULT_BETWEENNESS,
): Float64Array {
  const through = new Float64Array(rowCount(graph));
  const tied = Uint32Array.from(through.keys()).filter((node) => rowLength(graph, node) > 0);
  const nodes = tied.length;
  if (nodes < 3) return through;
  const sources = sample(tied, samples, random);
  const walk = new Walk(through.length);
  for (const source of sources) walk.accumulate(graph, source, through);
  const scale = nodes / sources.length / ((nodes - 1) * (nodes - 2));
  return through.map((sum) => sum * scale);
}

/** The arrays of one breadth-first search, kept between sources. */
class Walk {
  readonly #queue: Uint32Array;
  readonly #distance: Int32Array;
  /** How many shortest paths lead there. */
  readonly #paths: Float64Array;
  readonly #dependency: Float64Array;

  constructor(nodes: number) {
    this.#queue = new Uint32Array(nodes);
    this.#distance = new Int32Array(nodes);
    this.#paths = new Float64Array(nodes);
    this.#dependency = new Float64Array(nodes);
  }

  /** Adds to `through` each node's dependency of this source. */
  accumulate({ start, column }: Adjacency, source: number, through: Float64Array): void {
    const queue = this.#queue;
    const distance = this.#distance.fill(-1);
    const paths = this.#paths.fill(0);
    const dependency = this.#dependency.fill(0);
    let reached = 1;
    queue[0] = source;
    distance[source] = 0;
    paths[source] = 1;
    for (let head = 0; head < reached; head++) {
      const node = queue[head]!;
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const next = column[i]!;
        if (distance[next]! < 0) {
          distance[next] = distance[node]! + 1;
          queue[reached++] = next;
        }
        if (distance[next] === distance[node]! + 1) paths[next]! += paths[node]!;
      }
    }
    for (let head = reached - 1; head > 0; head--) {
      const node = queue[head]!;
      const part = (1 + dependency[node]!) / paths[node]!;
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const before = column[i]!;
        if (distance[before] === distance[node]! - 1) dependency[before]! += paths[before]! * part;
      }
      through[node]! += dependency[node]!;
    }
  }
}

/** All nodes, or `count` of them without repeats. */
function sample(nodes: Uint32Array, count: number, random: Random): Uint32Array {
  if (count >= nodes.length) return nodes;
  const drawn = nodes.slice();
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (nodes.length - i));
    [drawn[i], drawn[j]] = [drawn[j]!, drawn[i]!];
  }
  return drawn.subarray(0, count);
}
