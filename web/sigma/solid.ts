import type { Box } from './label-placement.ts';

/** Nodes with at least this radius on screen keep labels off themselves. */
const SOLID_RADIUS = 4.5;
/** How much of its width a label must keep off. */
const CORE = 0.8;

/** The part of a node that no label should cover; null for nodes too small to matter. Pixels. */
export function solidOf(x: number, y: number, radius: number): Box | null {
  if (radius < SOLID_RADIUS) return null;
  const half = radius * CORE;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}
