/** What follows from the camera's moves: edges fade as it comes nearer, and wait while it moves over a large map. */
import { isHeld } from './held-point.ts';
import type { MapScene } from './map-scene.ts';

/** With more edges than this they are left out while the camera moves. */
const MANY_EDGES = 2000;
/** Milliseconds without a move, after the last one was seen, until the camera rests. */
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
  let frame = 0;
  const { edges, hoverNodes } = scene.sigma.getCanvases();
  let { ratio, x, y } = camera.getState();
  // A canvas that is shown is put together with the others in each frame, though it be empty. What is pointed at is among the
  // other nodes too.
  const setMoving = (moving: boolean) => {
    scene.moving = moving;
    for (const canvas of [edges!, hoverNodes!]) canvas.style.display = moving ? 'none' : '';
  };
  const rest = () => {
    setMoving(false);
    scene.repaint.ask(settle() ? 'edges' : 'view');
  };
  const stop = () => {
    window.clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  // The frame after the one that draws this move: where frames are slow, the time to draw one is no rest, and all the
  // edges in the middle of a drag would make the next ones slower still.
  const restLater = () => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = window.setTimeout(rest, REST);
      });
    });
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
    stop();
    // What moves already goes on to its rest, though a panel opens or most of the map goes meanwhile.
    if (scene.moving || (many && !isHeld(scene))) {
      setMoving(true);
      restLater();
    } else if (settle()) scene.repaint.ask('edges');
  };
  camera.on('updated', update);
  return () => {
    stop();
    camera.off('updated', update);
  };
}
