import { UndirectedGraph } from 'graphology';
import type { ConceptGraph } from '../../../graph/analysis/concept-graph.ts';
import { type PaperConceptGraph, paperConceptGraph } from '../../../graph/analysis/paper-concept-graph.ts';
import type { Random } from '../../../graph/analysis/random.ts';

type Edge = [source: string, target: string, weight?: number];

export function graphOf(edges: readonly Edge[]): ConceptGraph {
  const graph: ConceptGraph = new UndirectedGraph();
  for (const [a, b, weight = 1] of edges) {
    graph.mergeNode(a);
    graph.mergeNode(b);
    graph.addUndirectedEdge(a, b, { weight });
  }
  return graph;
}

/** Zachary's karate club (1977): for each member those of a higher number that he met outside the club. */
const KARATE: Record<number, number[]> = {
  1: [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32],
  2: [3, 4, 8, 14, 18, 20, 22, 31],
  3: [4, 8, 9, 10, 14, 28, 29, 33],
  4: [8, 13, 14],
  5: [7, 11],
  6: [7, 11, 17],
  7: [17],
  9: [31, 33, 34],
  10: [34],
  14: [34],
  15: [33, 34],
  16: [33, 34],
  19: [33, 34],
  20: [34],
  21: [33, 34],
  23: [33, 34],
  24: [26, 28, 30, 33, 34],
  25: [26, 28, 32],
  26: [32],
  27: [30, 34],
  28: [34],
  29: [32, 34],
  30: [33, 34],
  31: [33, 34],
  32: [33, 34],
  33: [34],
};

const member = (number: number): string => String(number).padStart(2, '0');

export function karateClub(): ConceptGraph {
  return graphOf(
    Object.entries(KARATE).flatMap(([from, others]) =>
      others.map((to): Edge => [member(Number(from)), member(to)]),
    ),
  );
}

/** `cliques` complete graphs of `size` nodes, each tied to the next by one edge; node `i-j` is in clique i. */
export function ringOfCliques(cliques: number, size: number): ConceptGraph {
  const edges: Edge[] = [];
  for (let i = 0; i < cliques; i++) {
    for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) edges.push([`${i}-${k}`, `${i}-${j}`]);
    edges.push([`${i}-0`, `${(i + 1) % cliques}-1`]);
  }
  return graphOf(edges);
}

/** Node `g-i` is in group g; an edge inside a group has probability `inside`, between groups `between`. */
export function plantedPartition(
  groups: number,
  size: number,
  inside: number,
  between: number,
  random: Random,
): ConceptGraph {
  const edges: Edge[] = [];
  for (let a = 0; a < groups * size; a++) {
    for (let b = 0; b < a; b++) {
      const [g, h] = [Math.floor(a / size), Math.floor(b / size)];
      if (random() < (g === h ? inside : between)) edges.push([`${h}-${b}`, `${g}-${a}`]);
    }
  }
  return graphOf(edges);
}

export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** From lines such as `p1: a b*0.5 c`: the paper, then its concepts, each with a salience other than 1 after a star. */
export function papersOf(...lines: string[]): PaperConceptGraph {
  const mentions = lines.flatMap((line) => {
    const [paperId, rest] = line.split(':') as [string, string];
    return rest
      .split(' ')
      .filter(Boolean)
      .map((item) => {
        const [conceptId, salience] = item.split('*') as [string, string?];
        return { paperId, conceptId, salience: Number(salience ?? 1) };
      });
  });
  const concepts = mentions.map(({ conceptId }) => ({
    id: conceptId,
    name: conceptId,
    kind: 'Term' as const,
  }));
  return paperConceptGraph(
    lines.map((line) => line.split(':')[0]!),
    concepts,
    mentions,
  );
}

export const conceptIndex = (graph: PaperConceptGraph, id: string): number =>
  graph.concepts.findIndex((concept) => concept.id === id);

/** The parts of a partition as sorted lists, in an order of their own: equal for equal partitions. */
export function partsOf(themeOf: ReadonlyMap<string, number>): string[][] {
  const parts = new Map<number, string[]>();
  for (const [id, theme] of themeOf) parts.set(theme, [...(parts.get(theme) ?? []), id]);
  return [...parts.values()].map((ids) => ids.sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
