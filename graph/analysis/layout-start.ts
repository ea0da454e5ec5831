import { forceAtlas } from './force-atlas.ts';
import type { LayoutGraph, Point, Positions } from './layout-graph.ts';
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
 * the members in it on a sunflower (the heaviest in the middle). What has no theme starts all around. Themes that were
 * there before start from where they did, so that the map grows instead of turning over.
 */
export async function startPositions(
  graph: LayoutGraph,
  members: readonly number[],
  links: readonly ThemeLink[],
  random: Random,
): Promise<{ positions: Positions; anchors: Point[] }> {
  const byTheme = Array.from({ length: graph.themes }, (): number[] => []);
  const without: number[] = [];
  for (const node of members) (byTheme[graph.theme[node]!] ?? without).push(node);
  const discs = Float64Array.from(byTheme, (nodes) => MEMBER_SPACE * Math.sqrt(Math.max(1, nodes.length)));
  const anchors = await anchorsOf(graph.anchors ?? [], discs, links);
  const centres = await partedThemes(anchors, discs);
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
  return { positions: graph.start ? resumed(graph, graph.start, { x, y }) : { x, y }, anchors };
}

/** Known nodes where they were; another in the middle of its known neighbours in its theme, else of the theme, a little aside. */
function resumed({ edges, theme, themes }: LayoutGraph, start: Positions, fresh: Positions): Positions {
  const order = start.x.length;
  const isKnown = (node: number): boolean => !Number.isNaN(start.x[node]!);
  const near = { x: new Float64Array(order), y: new Float64Array(order), weight: new Float64Array(order) };
  const own = { x: new Float64Array(themes), y: new Float64Array(themes), weight: new Float64Array(themes) };
  const add = (to: typeof near, i: number, node: number, weight: number): void => {
    to.x[i]! += weight * start.x[node]!;
    to.y[i]! += weight * start.y[node]!;
    to.weight[i]! += weight;
  };
  edges.source.forEach((source, e) => {
    const target = edges.target[e]!;
    if (theme[source] !== theme[target]) return;
    if (isKnown(source)) add(near, target, source, edges.weight[e]!);
    if (isKnown(target)) add(near, source, target, edges.weight[e]!);
  });
  for (let node = 0; node < order; node++) {
    if (isKnown(node) && theme[node]! >= 0) add(own, theme[node]!, node, 1);
  }
  const place = (axis: 'x' | 'y', aside: (angle: number) => number) =>
    Float64Array.from(start[axis], (at, node) => {
      if (isKnown(node)) return at;
      const beside = MEMBER_SPACE * aside(node * GOLDEN_ANGLE);
      if (near.weight[node]! > 0) return near[axis][node]! / near.weight[node]! + beside;
      const of = theme[node]!;
      return of >= 0 && own.weight[of]! > 0 ? own[axis][of]! / own.weight[of]! + beside : fresh[axis][node]!;
    });
  return { x: place('x', Math.cos), y: place('y', Math.sin) };
}

/** Where each theme sets out from: where it did before; a new one in the middle of those that it is tied to. */
async function anchorsOf(
  before: readonly (Point | null)[],
  discs: Float64Array,
  links: readonly ThemeLink[],
): Promise<Point[]> {
  if (!before.some((anchor) => anchor !== null)) return placeThemes(discs, links);
  const anchors = Array.from(discs, (_, theme) => before[theme] ?? null);
  return anchors.map((anchor, theme) => anchor ?? besideLinked(theme, anchors, discs, links));
}

function besideLinked(
  theme: number,
  anchors: readonly (Point | null)[],
  discs: Float64Array,
  links: readonly ThemeLink[],
): Point {
  let weights = 0;
  const middle = { x: 0, y: 0 };
  for (const { source, target, weight } of links) {
    if (source !== theme && target !== theme) continue;
    const other = anchors[source === theme ? target : source];
    if (!other) continue;
    weights += weight;
    middle.x += weight * other.x;
    middle.y += weight * other.y;
  }
  // A little aside, each new one another way, so that no two lie upon each other.
  const angle = theme * GOLDEN_ANGLE;
  return {
    x: middle.x / (weights || 1) + discs[theme]! * Math.cos(angle),
    y: middle.y / (weights || 1) + discs[theme]! * Math.sin(angle),
  };
}

/** Far enough from each other for discs that may have grown. */
async function partedThemes(anchors: readonly Point[], discs: Float64Array): Promise<Positions> {
  const centres = {
    x: Float64Array.from(anchors, ({ x }) => x),
    y: Float64Array.from(anchors, ({ y }) => y),
  };
  if (discs.length < 3) return centres;
  await removeOverlaps(centres, discs, { margin: meanOf(discs) / 4, maxIterations: OVERLAP_ITERATIONS });
  return centres;
}

/** A small layout of the themes alone: on a golden-angle spiral, drawn together by their links. */
async function placeThemes(discs: Float64Array, links: readonly ThemeLink[]): Promise<Point[]> {
  const themes = discs.length;
  const step = meanOf(discs);
  const spiral = {
    x: Float64Array.from(discs, (_, i) => 1.5 * step * Math.sqrt(i) * Math.cos(i * GOLDEN_ANGLE)),
    y: Float64Array.from(discs, (_, i) => 1.5 * step * Math.sqrt(i) * Math.sin(i * GOLDEN_ANGLE)),
  };
  if (themes < 3) return pointsOf(spiral);
  const heaviest = links.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  const edges = {
    source: Uint32Array.from(links, ({ source }) => source),
    target: Uint32Array.from(links, ({ target }) => target),
    weight: Float64Array.from(links, ({ weight }) => weight / heaviest),
  };
  const mass = new Float64Array(themes).fill(1);
  const settings = { iterations: THEME_ITERATIONS, scaling: step, gravity: 0.05, theta: 1.2 };
  return pointsOf(await forceAtlas(spiral, mass, edges, settings));
}

const pointsOf = ({ x, y }: Positions): Point[] => Array.from(x, (at, i) => ({ x: at, y: y[i]! }));

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
