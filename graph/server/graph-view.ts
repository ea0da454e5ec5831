import type { Cypher, GraphView, Lens } from '../contract.ts';
import type { StoreReader } from '../store/store.ts';
import type { Catalogue, ConceptOutline, PaperOutline } from './catalogue.ts';
import { chooseEdges, type Edge } from './choose-edges.ts';
import { type Candidate, chooseFairly } from './choose-nodes.ts';
import type { ServerConfig } from './config.ts';
import { mapStatement } from './panel-statements.ts';
import { readEdges } from './read-edges.ts';

export interface MapRequest {
  lens: Lens;
  /** Only members of this theme. */
  theme: string | null;
  /** At most so many nodes. */
  limit: number;
}

/** A concept of a single paper ties nothing together, so it comes last. */
const TYING_PAPERS = 2;

/** The part of the graph that a map shows. */
export async function drawMap(
  store: StoreReader,
  catalogue: Catalogue,
  request: MapRequest,
  config: ServerConfig,
): Promise<GraphView> {
  const isIn = ({ theme, subTheme }: PaperOutline | ConceptOutline): boolean =>
    request.theme === null || theme === request.theme || subTheme === request.theme;
  const papers = request.lens === 'concepts' ? [] : [...catalogue.papers.values()].filter(isIn);
  const concepts = request.lens === 'papers' ? [] : [...catalogue.concepts.values()].filter(isIn);
  const ids = chooseNodes(papers, concepts, request.limit, config.smallMap);
  const edges = await readEdges(store, ids, EDGES_OF_LENS[request.lens], config);
  const chosen = chooseEdges(edges, { total: config.mapEdges, perNode: config.mapEdgesPerNode });
  const of = papers.length + concepts.length;
  return toView(catalogue, ids, chosen, { of, cap: request.limit }, mapStatement(request));
}

const EDGES_OF_LENS = {
  all: ['MENTIONS'],
  concepts: ['CO_OCCURS'],
  papers: ['SHARES'],
  themes: ['CO_OCCURS'],
  ego: ['MENTIONS'],
} as const;

/** Ids of the nodes to draw: papers and tying concepts share the room, the rest fills a small map. */
function chooseNodes(
  papers: readonly PaperOutline[],
  concepts: readonly ConceptOutline[],
  limit: number,
  smallMap: number,
): string[] {
  const tying = concepts.filter(({ paperCount }) => paperCount >= TYING_PAPERS).map(toCandidate);
  const lone = concepts.filter(({ paperCount }) => paperCount < TYING_PAPERS).map(toCandidate);
  const room = Math.max(Math.ceil(limit / 2), limit - papers.length);
  const chosenConcepts = chooseFairly(tying, Math.min(room, limit));
  const chosenPapers = chooseFairly(papers, limit - chosenConcepts.length);
  const drawn = chosenConcepts.length + chosenPapers.length;
  const chosenLone = chooseFairly(lone, Math.max(0, Math.min(limit, smallMap) - drawn));
  return [...chosenConcepts, ...chosenPapers, ...chosenLone].map(({ id }) => id);
}

const toCandidate = ({ id, theme, paperCount }: ConceptOutline): Candidate => ({
  id,
  theme,
  weight: paperCount,
});

/** Columns, ready to draw. Ids that are no paper or concept are left out, and edges to them. */
export function toView(
  catalogue: Catalogue,
  ids: readonly string[],
  edges: readonly Edge[],
  shown: { of: number; cap: number },
  cypher: Cypher,
): GraphView {
  const nodes = ids.flatMap((id) => toNode(catalogue, id) ?? []);
  const drawnThemes = new Set(nodes.map(({ theme }) => theme));
  const themes = [...catalogue.themes.values()].filter(({ id }) => drawnThemes.has(id));
  const themeIndex = new Map(themes.map(({ id }, i) => [id, i]));
  const nodeIndex = new Map(nodes.map(({ id }, i) => [id, i]));
  const drawn = edges.filter(({ source, target }) => nodeIndex.has(source) && nodeIndex.has(target));
  return {
    nodes: {
      id: nodes.map(({ id }) => id),
      kind: nodes.map(({ kind }) => kind),
      label: nodes.map(({ label }) => label),
      x: nodes.map(({ x }, i) => x ?? spiral(i).x),
      y: nodes.map(({ y }, i) => y ?? spiral(i).y),
      theme: nodes.map(({ theme }) => (theme === null ? -1 : (themeIndex.get(theme) ?? -1))),
      weight: nodes.map(({ weight }) => weight),
      year: nodes.map(({ year }) => year),
      ambiguity: nodes.map(({ ambiguity }) => ambiguity ?? 0),
      betweenness: nodes.map(() => 0),
      fresh: nodes.map(() => false),
    },
    edges: {
      source: drawn.map(({ source }) => nodeIndex.get(source)!),
      target: drawn.map(({ target }) => nodeIndex.get(target)!),
      type: drawn.map(({ type }) => type),
      weight: drawn.map(({ weight }) => weight),
    },
    themes,
    themeLinks: [],
    shown: { nodes: nodes.length, most: shown.cap, ...shown },
    years: [],
    cypher,
  };
}

function toNode(catalogue: Catalogue, id: string) {
  const paper = catalogue.papers.get(id);
  if (paper) return { ...paper, kind: 'Paper' as const, ambiguity: 0 };
  const concept = catalogue.concepts.get(id);
  if (!concept) return null;
  return { ...concept, label: concept.name, weight: concept.paperCount, year: null };
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SPIRAL_STEP = 10;

/** A place for what has none yet: sunflower order, so that nothing lies on another. */
function spiral(i: number): { x: number; y: number } {
  const radius = SPIRAL_STEP * Math.sqrt(i + 1);
  return { x: radius * Math.cos(i * GOLDEN_ANGLE), y: radius * Math.sin(i * GOLDEN_ANGLE) };
}
