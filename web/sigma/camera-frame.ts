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
/** Share of the neighbours that must be in sight. */
const MOST_NEIGHBOURS = 0.8;
/** Air around a group of nodes. */
const MARGIN = 1.35;
const NEAREST = 0.16;

/** The place from which all `points` are seen; null when there are none. */
export function frameAround(points: readonly FramedPoint[], current: CameraPlace): CameraPlace | null {
  if (points.length === 0) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  if (points.length === 1) return { ...middle, ratio: Math.min(current.ratio, NODE_RATIO.usual) };
  const ratio = Math.max(right - left, bottom - top) * MARGIN;
  return { ...middle, ratio: Math.min(1, Math.max(NEAREST, ratio)) };
}

/** The place from which a node is seen in the middle of its neighbours. */
export function frameNode(
  node: FramedPoint,
  neighbours: readonly FramedPoint[],
  current: CameraPlace,
): CameraPlace {
  if (neighbours.length === 0) return frameAround([node], current)!;
  const distances = neighbours
    .map(({ x, y }) => Math.max(Math.abs(x - node.x), Math.abs(y - node.y)))
    .sort((one, other) => one - other);
  const reach = distances[Math.floor((distances.length - 1) * MOST_NEIGHBOURS)]!;
  const ratio = Math.min(NODE_RATIO.farthest, Math.max(NODE_RATIO.nearest, 2 * reach * MARGIN));
  return { x: node.x, y: node.y, ratio };
}
