/** What follows from the camera's moves: edges fade as it comes nearer, and wait while it moves over a large map. */
import { isHeld } from './held-point.ts';
import type { MapScene } from './map-scene.ts';

/** With more edges than this they are left out while the camera moves. */
const MANY_EDGES = 2000;
/** Milliseconds without a move after which the camera rests. */
const REST = 140;
/** The edges are painted anew when the distance has changed by a half of this root. */
const STEPS_PER_HALF = 2;

/** The distance in steps, so that not every move repaints; 1 at the whole map, less nearer. */
export function distanceStep(ratio: number): number {
  return 2 ** (Math.round(Math.log2(Math.min(1, ratio)) * STEPS_PER_HALF) / STEPS_PER_HALF);
}

/** Returns what ends the watch. */
export function watchCamera(scene: MapScene): () => void {
  const camera = scene.sigma.getCamera();
  let timer = 0;
  let { ratio, x, y } = camera.getState();
  const rest = () => {
    scene.moving = false;
    scene.repaint.ask(settle() ? 'edges' : 'view');
  };
  const settle = () => {
    const distance = distanceStep(camera.ratio);
    if (distance === scene.distance) return false;
    scene.distance = distance;
    return true;
  };
  const update = () => {
    const now = camera.getState();
    if (now.ratio === ratio && now.x === x && now.y === y) return;
    ({ ratio, x, y } = now);
    const many = scene.graph.size > MANY_EDGES;
    window.clearTimeout(timer);
    if (many && !isHeld(scene)) {
      scene.moving = true;
      timer = window.setTimeout(rest, REST);
    } else if (settle()) scene.repaint.ask('edges');
  };
  camera.on('updated', update);
  return () => {
    window.clearTimeout(timer);
    camera.off('updated', update);
  };
}
