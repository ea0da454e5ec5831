/** The outlines of kinds, as `node-shape-program.ts` draws them: in units of the radius, down is positive. */
import type { Surface } from './surface.ts';

/** Code of a shape to its corners; what is not here is a circle. */
const CORNERS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [
    [-0.84, -0.84],
    [0.84, -0.84],
    [0.84, 0.84],
    [-0.84, 0.84],
  ],
  2: [
    [0, -1.08],
    [1.04, 0.74],
    [-1.04, 0.74],
  ],
  3: [
    [0, -1.14],
    [1.14, 0],
    [0, 1.14],
    [-1.14, 0],
  ],
  4: [
    [0, 1.08],
    [1.04, -0.74],
    [-1.04, -0.74],
  ],
  5: [
    [0, -1.016],
    [0.88, -0.508],
    [0.88, 0.508],
    [0, 1.016],
    [-0.88, 0.508],
    [-0.88, -0.508],
  ],
};
export const RING = 6;
const DISC_RADIUS = 0.96;
const RING_RADIUS = 0.86;
/** How wide a ring is, and at least, in pixels. */
const RING_WIDTH = { share: 0.42, least: 1.2 };

/** Lays the path of a shape; `grown` pixels beyond its edge. */
export function traceNode(
  surface: Surface,
  shape: number,
  { x, y, radius }: { x: number; y: number; radius: number },
  grown = 0,
): void {
  const corners = CORNERS[shape];
  surface.beginPath();
  if (!corners) {
    const own = (shape === RING ? RING_RADIUS : DISC_RADIUS) * radius;
    surface.arc(x, y, own + grown, 0, 2 * Math.PI);
  } else {
    const reach = radius + grown * 1.2;
    corners.forEach(([dx, dy], i) => {
      if (i === 0) surface.moveTo(x + dx * reach, y + dy * reach);
      else surface.lineTo(x + dx * reach, y + dy * reach);
    });
  }
  surface.closePath();
}

/** Of the hole in a ring; 0 where it would close. */
export function holeRadius(radius: number): number {
  return Math.max(0, RING_RADIUS * radius - Math.max(RING_WIDTH.share * radius, RING_WIDTH.least));
}
