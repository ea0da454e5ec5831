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

/** A single node is shown with this much of the map around it, or nearer if the camera is nearer already. */
const NODE_RATIO = 0.34;
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
  if (points.length === 1) return { ...middle, ratio: Math.min(current.ratio, NODE_RATIO) };
  const ratio = Math.max(right - left, bottom - top) * MARGIN;
  return { ...middle, ratio: Math.min(1, Math.max(NEAREST, ratio)) };
}
