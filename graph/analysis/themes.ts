import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { ConceptGraph } from './concept-graph.ts';
import { modularity } from './modularity.ts';
import { compareIds } from './paper-concept-graph.ts';
import type { Random } from './random.ts';

export interface ThemeSettings {
  /** Above 1 more and smaller themes, below 1 fewer and larger ones. */
  resolution: number;
  /** Communities with fewer concepts join the one they are tied to most, or none. */
  minConcepts: number;
  /** Louvain starts so many times from different nodes; the partition of the best modularity stays. */
  runs: number;
}

export const DEFAULT_THEMES: ThemeSettings = { resolution: 1, minConcepts: 3, runs: 10 };

export interface ThemePartition {
  /** From concept id to theme, 0 for the largest; concepts without a theme are missing. */
  themeOf: Map<string, number>;
  count: number;
  /** Newman's, of this partition at resolution 1, so that runs at different resolutions can be compared. */
  modularity: number;
}

/**
 * Themes by Louvain's method (Blondel et al. 2008). The same graph and the same random draws give the same
 * themes, in whatever order the graph was built.
 */
export function findThemes(
  graph: ConceptGraph,
  random: Random,
  settings: ThemeSettings = DEFAULT_THEMES,
): ThemePartition {
  const sorted = inOrderOfIds(graph);
  let best = new Map<string, number>();
  let bestModularity = Number.NEGATIVE_INFINITY;
  for (let run = 0; run < settings.runs && sorted.size > 0; run++) {
    const communities = louvain(sorted, {
      resolution: settings.resolution,
      rng: random,
      getEdgeWeight: 'weight',
    });
    const partition = new Map(Object.entries(communities));
    const quality = modularity(sorted, partition, settings.resolution);
    if (quality <= bestModularity) continue;
    best = partition;
    bestModularity = quality;
  }
  const themeOf = numbered(withoutSmall(sorted, best, settings.minConcepts));
  return {
    themeOf,
    count: new Set(themeOf.values()).size,
    modularity: modularity(sorted, themeOf),
  };
}

function inOrderOfIds(graph: ConceptGraph): ConceptGraph {
  const sorted: ConceptGraph = new UndirectedGraph();
  for (const id of graph.nodes().sort(compareIds)) sorted.addNode(id);
  const edges = graph.mapEdges((_, { weight }, a, b) => (a < b ? { a, b, weight } : { a: b, b: a, weight }));
  edges.sort((e, f) => compareIds(e.a, f.a) || compareIds(e.b, f.b));
  for (const { a, b, weight } of edges) sorted.addUndirectedEdge(a, b, { weight });
  return sorted;
}

/** Smallest first, each small community joins its heaviest neighbour; without one, its concepts drop out. */
function withoutSmall(graph: ConceptGraph, partition: Map<string, number>, min: number): Map<string, number> {
  const members = new Map<number, string[]>();
  for (const [id, community] of partition) {
    const list = members.get(community);
    if (list) list.push(id);
    else members.set(community, [id]);
  }
  const themeOf = new Map(partition);
  const small = [...members].filter(([, ids]) => ids.length < min).map(([community]) => community);
  small.sort((a, b) => members.get(a)!.length - members.get(b)!.length || a - b);
  for (const community of small) {
    const ids = members.get(community)!;
    // It may have grown past the limit by taking in a smaller one.
    if (ids.length >= min) continue;
    const neighbour = heaviestNeighbour(graph, ids, community, themeOf);
    members.delete(community);
    for (const id of ids) {
      if (neighbour === null) themeOf.delete(id);
      else themeOf.set(id, neighbour);
    }
    if (neighbour !== null) members.get(neighbour)!.push(...ids);
  }
  return themeOf;
}

function heaviestNeighbour(
  graph: ConceptGraph,
  ids: readonly string[],
  own: number,
  themeOf: ReadonlyMap<string, number>,
): number | null {
  const weights = new Map<number, number>();
  for (const id of ids) {
    graph.forEachNeighbor(id, (other) => {
      const community = themeOf.get(other);
      if (community === undefined || community === own) return;
      const weight = graph.getUndirectedEdgeAttribute(id, other, 'weight');
      weights.set(community, (weights.get(community) ?? 0) + weight);
    });
  }
  const [heaviest] = [...weights].sort(([a, v], [b, w]) => w - v || a - b);
  return heaviest ? heaviest[0] : null;
}

/** Numbers by size, the largest 0; of two of one size the one with the lowest id first. */
function numbered(partition: ReadonlyMap<string, number>): Map<string, number> {
  const size = new Map<number, number>();
  const lowest = new Map<number, string>();
  for (const [id, community] of partition) {
    size.set(community, (size.get(community) ?? 0) + 1);
    const low = lowest.get(community);
    if (low === undefined || id < low) lowest.set(community, id);
  }
  const order = [...size.keys()].sort(
    (a, b) => size.get(b)! - size.get(a)! || compareIds(lowest.get(a)!, lowest.get(b)!),
  );
  const number = new Map(order.map((community, index) => [community, index]));
  return new Map([...partition].map(([id, community]) => [id, number.get(community)!]));
}
