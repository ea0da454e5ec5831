import { rowLength } from './incidence.ts';
import type { PaperConceptGraph } from './paper-concept-graph.ts';
import type { ThemeMembership } from './theme-membership.ts';

/** In columns: entry `i` belongs to node `i`. */
export interface Positions {
  x: Float64Array;
  y: Float64Array;
}

export interface Point {
  x: number;
  y: number;
}

/** Undirected, in columns. */
export interface Edges {
  source: Uint32Array;
  target: Uint32Array;
  weight: Float64Array;
}

/** What is laid out: nodes by index, papers first, then concepts, each in the order of its graph. */
export interface LayoutGraph {
  edges: Edges;
  /** Each node's theme, -1 for none. */
  theme: Int32Array;
  themes: number;
  /** How large the map draws each node, relative to the others. */
  radius: Float64Array;
  /** Where the layout before set each theme out from, in its own units; null for a theme that is new. None where there was none. */
  anchors?: readonly (Point | null)[];
  /** Where nodes start in place of that; NaN for those that are new. */
  start?: Positions | null;
  /** For a node with one tie the other end, round which it is placed; else -1. */
  hub: Int32Array;
}

/** Papers are drawn by what their concepts weigh, concepts by their papers; both relative to these. */
const PAPER_RADIUS = 1;
const CONCEPT_RADIUS = 0.7;
const LARGEST_RADIUS = 3;
/** What a mention across themes pulls, of one inside: leaves air between the themes. */
const ACROSS_THEMES = 0.5;

/**
 * Mentions as edges, weighted salience * ln(1 + N / n_c) / ln(1 + N), with n_c of N papers that have the
 * concept: what everybody mentions should not pull everything into one heap. Mentions
 * across themes pull less.
 */
export function layoutGraph(
  graph: PaperConceptGraph,
  membership: ThemeMembership,
  themes: number,
): LayoutGraph {
  const papers = graph.paperIds.length;
  const order = papers + graph.concepts.length;
  const mentions = graph.byPaper.column.length;
  const edges = {
    source: new Uint32Array(mentions),
    target: new Uint32Array(mentions),
    weight: new Float64Array(mentions),
  };
  const theme = new Int32Array(order).fill(-1);
  const radius = new Float64Array(order);
  const hub = new Int32Array(order).fill(-1);
  const scale = Math.log(1 + papers);
  membership.ofPaper.forEach((shares, p) => {
    theme[p] = shares[0]?.theme ?? -1;
  });
  membership.ofConcept.forEach((of, c) => {
    theme[papers + c] = of?.theme ?? -1;
  });
  for (let p = 0; p < papers; p++) {
    let salience = 0;
    for (let i = graph.byPaper.start[p]!; i < graph.byPaper.start[p + 1]!; i++) {
      const concept = graph.byPaper.column[i]!;
      const idf = Math.log(1 + papers / rowLength(graph.byConcept, concept));
      salience += graph.byPaper.weight[i]!;
      edges.source[i] = p;
      edges.target[i] = papers + concept;
      const across = theme[p] === theme[papers + concept] ? 1 : ACROSS_THEMES;
      edges.weight[i] = (across * graph.byPaper.weight[i]! * idf) / scale;
    }
    radius[p] = Math.min(LARGEST_RADIUS, PAPER_RADIUS * (1 + Math.log1p(salience) / 6));
  }
  for (let c = 0; c < graph.concepts.length; c++) {
    const count = rowLength(graph.byConcept, c);
    radius[papers + c] = Math.min(LARGEST_RADIUS, CONCEPT_RADIUS * Math.max(1, count) ** 0.4);
    if (count === 1) hub[papers + c] = graph.byConcept.column[graph.byConcept.start[c]!]!;
  }
  return { edges, theme, themes, radius, hub };
}
