import { breather } from '../analyse/breather.ts';
import { adjacencyOf } from '../analysis/adjacency.ts';
import { betweenness } from '../analysis/measures/betweenness.ts';
import { seededRandom } from '../analysis/random.ts';
import type { Cypher, DrawnKind, GraphView } from '../contract.ts';
import type { Catalogue } from './catalogue.ts';
import type { Edges } from './choose-edges.ts';
import type { ServerConfig } from './config.ts';
import { strongestOfEach, themeTies } from './theme-ties.ts';
import type { Ties } from './ties.ts';

/** A node as it is drawn. */
export interface DrawnNode {
  id: string;
  kind: DrawnKind;
  label: string;
  /** Null for what has no place yet. */
  x: number | null;
  y: number | null;
  theme: string | null;
  weight: number;
  year: number | null;
  ambiguity: number | null;
  isFresh: boolean;
}

export interface DrawnParts {
  nodes: readonly DrawnNode[];
  /** Between the places of the nodes. */
  edges: Edges;
  shown: { of: number; cap: number; most: number };
  years: GraphView['years'];
  cypher: Cypher;
}

/** Columns, ready to draw. Lets others get their turn between its steps. */
export async function toView(
  ties: Ties,
  catalogue: Catalogue,
  { nodes, edges, shown, years, cypher }: DrawnParts,
  config: Pick<ServerConfig, 'betweennessSteps' | 'themeLinks'>,
  breathe: () => Promise<void> | void = breather(),
): Promise<GraphView> {
  const drawnThemes = new Set(nodes.map(({ theme }) => theme));
  const themes = [...catalogue.themes.values()].filter(({ id }) => drawnThemes.has(id));
  const themeIndex = new Map(themes.map(({ id }, i) => [id, i]));
  const links = themeTies(
    ties,
    catalogue,
    themes.map(({ id }) => id),
  );
  await breathe();
  const between = shareBetween(nodes.length, edges, config.betweennessSteps);
  await breathe();
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
      betweenness: between,
      fresh: nodes.map(({ isFresh }) => isFresh),
    },
    edges: {
      source: [...edges.source],
      target: [...edges.target],
      type: [...edges.type],
      weight: [...edges.weight],
    },
    themes,
    themeLinks: strongestOfEach(links, config.themeLinks),
    shown: { nodes: nodes.length, ...shown },
    years,
    cypher,
  };
}

/** Any number: the same picture has the same figures each time. */
const SEED = 1;
const DIGITS = 4;

/** Betweenness by the largest, 0 to 1; from as many nodes as `steps` allow, and from all where that is enough. */
function shareBetween(nodes: number, { source, target }: Edges, steps: number): number[] {
  const ties = source.map((one, i) => ({ source: one, target: target[i]!, weight: 1 }));
  // Each search looks at every node once, and at every edge from both ends, out and back.
  const samples = Math.max(1, Math.floor(steps / (nodes + 4 * source.length + 1)));
  const through = betweenness(adjacencyOf(nodes, ties), seededRandom(SEED), { samples });
  let most = 0;
  for (const share of through) if (share > most) most = share;
  return Array.from(through, (share) => (most === 0 ? 0 : Number((share / most).toFixed(DIGITS))));
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SPIRAL_STEP = 10;

/** A place for what has none yet: sunflower order, so that nothing lies on another. */
function spiral(i: number): { x: number; y: number } {
  const radius = SPIRAL_STEP * Math.sqrt(i + 1);
  return { x: radius * Math.cos(i * GOLDEN_ANGLE), y: radius * Math.sin(i * GOLDEN_ANGLE) };
}
