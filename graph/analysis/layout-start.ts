import { forceAtlas } from './force-atlas.ts';
import type { LayoutGraph, Positions } from './layout-graph.ts';
import { removeOverlaps } from './overlap.ts';
import type { Random } from './random.ts';
import type { ThemeLink } from './theme-links.ts';

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Room that a member takes up in its theme's disc, in the layout's own units. */
const MEMBER_SPACE = 6;
const THEME_ITERATIONS = 300;
const OVERLAP_ITERATIONS = 200;

/**
 * Where the forces start from: each theme a disc as large as its members need, tied themes near each other,
 * the members in it on a sunflower (the heaviest in the middle). What has no theme starts all around.
 */
export async function startPositions(
  graph: LayoutGraph,
  members: readonly number[],
  links: readonly ThemeLink[],
  random: Random,
): Promise<Positions> {
  const byTheme = Array.from({ length: graph.themes }, (): number[] => []);
  const without: number[] = [];
  for (const node of members) (byTheme[graph.theme[node]!] ?? without).push(node);
  const discs = Float64Array.from(byTheme, (nodes) => MEMBER_SPACE * Math.sqrt(Math.max(1, nodes.length)));
  const centres = await placeThemes(discs, links);
  const x = new Float64Array(graph.theme.length);
  const y = new Float64Array(graph.theme.length);
  const spread = (nodes: number[], radius: number, centreX: number, centreY: number) => {
    nodes.sort((a, b) => graph.radius[b]! - graph.radius[a]! || a - b);
    nodes.forEach((node, i) => {
      const distance = radius * Math.sqrt((i + random()) / nodes.length);
      x[node] = centreX + distance * Math.cos(i * GOLDEN_ANGLE);
      y[node] = centreY + distance * Math.sin(i * GOLDEN_ANGLE);
    });
  };
  byTheme.forEach((nodes, theme) => {
    spread(nodes, discs[theme]!, centres.x[theme]!, centres.y[theme]!);
  });
  const reach = discs.reduce(
    (most, disc, theme) => Math.max(most, disc + Math.hypot(centres.x[theme]!, centres.y[theme]!)),
    MEMBER_SPACE * Math.sqrt(Math.max(1, without.length)),
  );
  spread(without, reach, 0, 0);
  return { x, y };
}

/** A small layout of the themes alone: on a golden-angle spiral, drawn together by their links, parted. */
async function placeThemes(discs: Float64Array, links: readonly ThemeLink[]): Promise<Positions> {
  const themes = discs.length;
  const step = discs.reduce((sum, disc) => sum + disc, 0) / Math.max(1, themes);
  const spiral = {
    x: Float64Array.from(discs, (_, i) => 1.5 * step * Math.sqrt(i) * Math.cos(i * GOLDEN_ANGLE)),
    y: Float64Array.from(discs, (_, i) => 1.5 * step * Math.sqrt(i) * Math.sin(i * GOLDEN_ANGLE)),
  };
  if (themes < 3) return spiral;
  const heaviest = links.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  const edges = {
    source: Uint32Array.from(links, ({ source }) => source),
    target: Uint32Array.from(links, ({ target }) => target),
    weight: Float64Array.from(links, ({ weight }) => weight / heaviest),
  };
  const mass = new Float64Array(themes).fill(1);
  const settings = { iterations: THEME_ITERATIONS, scaling: step, gravity: 0.05, theta: 1.2 };
  const placed = await forceAtlas(spiral, mass, edges, settings);
  await removeOverlaps(placed, discs, { margin: step / 4, maxIterations: OVERLAP_ITERATIONS });
  return placed;
}
