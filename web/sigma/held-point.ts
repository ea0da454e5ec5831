/** Keeps what was clicked under the pointer while panels open and close around the map. */
import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode } from './drawn-graph.ts';

export interface HeldPoint {
  /** Framed coordinates. */
  readonly x: number;
  readonly y: number;
  /** Where the pointer is in the window, in pixels. */
  readonly clientX: number;
  readonly clientY: number;
  /** `performance.now()` after which the map may move as it likes. */
  readonly until: number;
}

/** The part of the scene that is asked here. */
interface Holder {
  readonly sigma: Sigma<DrawnNode, DrawnEdge>;
  readonly held: HeldPoint | null;
}

/** Milliseconds in which a panel has opened. */
const HOLD = 700;
/** A point that would lie under a panel comes to stand this far inside the map, in pixels. */
const MARGIN = 56;

/** `x` and `y` from the left and top of the map, in pixels. */
export function holdPoint(scene: Pick<Holder, 'sigma'>, x: number, y: number): HeldPoint {
  const { left, top } = scene.sigma.getContainer().getBoundingClientRect();
  const point = scene.sigma.viewportToFramedGraph({ x, y });
  return { ...point, clientX: left + x, clientY: top + y, until: performance.now() + HOLD };
}

export function isHeld({ held }: Pick<Holder, 'held'>): boolean {
  return held !== null && performance.now() <= held.until;
}

/** Moves the camera so that the held point is under the pointer again; to be called once the map has its new size. */
export function keepPoint(scene: Holder): void {
  const { sigma, held } = scene;
  if (!held || !isHeld(scene)) return;
  const { left, top } = sigma.getContainer().getBoundingClientRect();
  const { width, height } = sigma.getDimensions();
  const camera = sigma.getCamera();
  const cameraState = camera.getState();
  const wanted = { x: inside(held.clientX - left, width), y: inside(held.clientY - top, height) };
  const there = sigma.viewportToFramedGraph(wanted, { cameraState });
  camera.setState({ x: cameraState.x + held.x - there.x, y: cameraState.y + held.y - there.y });
}

function inside(value: number, size: number): number {
  const margin = Math.min(MARGIN, size / 4);
  return Math.min(size - margin, Math.max(margin, value));
}
