/** Where the camera has to be. Coordinates are Sigma's framed ones: the whole map is about 0 to 1. */

export interface CameraPlace {
  x: number;
  y: number;
  /** 1 shows the whole map, less is nearer. */
  ratio: number;
}

interface FramedPoint {
  readonly x: number;
  readonly y: number;
}

/** How near a single node is shown: with most of its neighbours, but neither from afar nor alone. */
const NODE_RATIO = { nearest: 0.24, usual: 0.34, farthest: 0.7 };
/** Air around a group of nodes. */
const MARGIN = 1.35;
const NEAREST = 0.16;
/** Pixels along the edges of the map that the lens and filters, the tools and the status lie over. */
const COVERED = { top: 56, right: 56, bottom: 44, left: 16 };
/** What is left of the map counts as at least this share of a side. */
const LEAST_FREE = 0.4;
const FARTHEST = 1.6;
/** Pixels around a node's middle for the node itself. */
const NODE_ROOM = 14;

/** The map on the screen. */
export interface Screen {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels that a framed unit measures at a ratio of 1. */
  readonly unit: number;
}

/** As `place`, but with `points` in the part of the map that nothing lies over. */
export function inFreePart(
  place: CameraPlace,
  points: readonly FramedPoint[],
  { width, height, unit }: Screen,
): CameraPlace {
  const { top, right, bottom, left } = COVERED;
  const free = {
    x: Math.max(width * LEAST_FREE, width - left - right) / 2 - NODE_ROOM,
    y: Math.max(height * LEAST_FREE, height - top - bottom) / 2 - NODE_ROOM,
  };
  const needed = points.map(({ x, y }) =>
    Math.max((Math.abs(x - place.x) * unit) / free.x, (Math.abs(y - place.y) * unit) / free.y),
  );
  const ratio = Math.max(place.ratio, Math.min(FARTHEST, Math.max(0, ...needed)));
  const aside = { x: (left - right) / 2, y: (top - bottom) / 2 };
  // NOTE: framed coordinates go up, those of the screen down.
  return { x: place.x - (aside.x * ratio) / unit, y: place.y + (aside.y * ratio) / unit, ratio };
}

function edgesOf(points: readonly FramedPoint[]): [left: number, right: number, top: number, bottom: number] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

/** The ratio from which all of them are seen. */
function spanOf(points: readonly FramedPoint[]): number {
  const [left, right, top, bottom] = edgesOf(points);
  return Math.max(right - left, bottom - top) * MARGIN;
}

/** The place from which all `points` are seen; null when there are none. */
export function frameAround(points: readonly FramedPoint[], current: CameraPlace): CameraPlace | null {
  if (points.length === 0) return null;
  const [left, right, top, bottom] = edgesOf(points);
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  if (points.length === 1) return { ...middle, ratio: Math.min(current.ratio, NODE_RATIO.usual) };
  return { ...middle, ratio: Math.min(1, Math.max(NEAREST, spanOf(points))) };
}

/** The nearest of a node's neighbours, as many as can be in sight with it. */
export function seenWith(node: FramedPoint, neighbours: readonly FramedPoint[]): readonly FramedPoint[] {
  const distance = ({ x, y }: FramedPoint) => Math.max(Math.abs(x - node.x), Math.abs(y - node.y));
  const nearest = [...neighbours].sort((one, other) => distance(one) - distance(other));
  const beyond = nearest.findIndex(
    (_, i) => spanOf([node, ...nearest.slice(0, i + 1)]) > NODE_RATIO.farthest,
  );
  return beyond < 0 ? nearest : nearest.slice(0, beyond);
}

/** The place from which a node is seen amid its neighbours, as many of them as `seenWith` says. */
export function frameNode(
  node: FramedPoint,
  neighbours: readonly FramedPoint[],
  current: CameraPlace,
): CameraPlace {
  const place = frameAround([node, ...seenWith(node, neighbours)], current)!;
  return { ...place, ratio: Math.max(Math.min(current.ratio, NODE_RATIO.nearest), place.ratio) };
}
