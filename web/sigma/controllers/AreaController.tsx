import { useEffect, useState } from 'react';
import { useMapTool } from '../../state/map-tool.ts';
import { useView } from '../../state/view.ts';
import { boxOutline, isInside, type Spot } from '../area.ts';
import classes from '../MapCanvas.module.css';
import type { MapScene } from '../map-scene.ts';
import { swallowClick } from '../swallow-click.ts';

/** Pixels; a shorter drag is a click. */
const THRESHOLD = 4;
/** Pixels between two corners of a lasso. */
const STEP = 3;

/** Picks what a box or a lasso is drawn around: with the tool, or with Shift (box) or Alt (lasso) held. Shift and a click picks one. */
export function AreaController({ scene }: { scene: MapScene }) {
  const [outline, setOutline] = useState<readonly Spot[]>([]);
  const tool = useMapTool((state) => state.tool);

  useEffect(() => {
    const container = scene.sigma.getContainer();
    container.dataset.tool = tool;
    return () => {
      delete container.dataset.tool;
    };
  }, [scene, tool]);

  useEffect(() => {
    const container = scene.sigma.getContainer();
    let shape: 'box' | 'lasso' | null = null;
    let corners: Spot[] = [];
    let adding = false;
    let node: string | null = null;

    const spotOf = ({ clientX, clientY }: PointerEvent): Spot => {
      const { left, top } = container.getBoundingClientRect();
      return { x: clientX - left, y: clientY - top };
    };
    const drawn = () =>
      shape === 'box' && corners.length > 1 ? boxOutline(corners[0]!, corners.at(-1)!) : corners;
    const end = () => {
      shape = null;
      corners = [];
      setOutline([]);
    };
    const down = (event: PointerEvent) => {
      const { tool: inHand } = useMapTool.getState();
      const { shiftKey, altKey } = event;
      if (event.button !== 0 || (inHand === 'hand' && !shiftKey && !altKey)) return;
      shape = inHand === 'lasso' || altKey ? 'lasso' : 'box';
      adding = shiftKey && inHand !== 'hand';
      corners = [spotOf(event)];
      node = useView.getState().hovered;
      useMapTool.getState().closeMenu();
      event.stopPropagation();
    };
    const move = (event: PointerEvent) => {
      if (!shape) return;
      const spot = spotOf(event);
      const last = corners.at(-1)!;
      if (shape === 'box') corners = [corners[0]!, spot];
      else if (Math.hypot(spot.x - last.x, spot.y - last.y) >= STEP) corners.push(spot);
      setOutline([...drawn()]);
    };
    const up = () => {
      if (!shape) return;
      const { pick, togglePicked, picked } = useView.getState();
      const [first, ...rest] = corners;
      const far = rest.some((spot) => Math.hypot(spot.x - first!.x, spot.y - first!.y) > THRESHOLD);
      if (far) {
        const within = nodesWithin(scene, drawn());
        pick(adding ? [...picked, ...within] : within);
        container.focus({ preventScroll: true });
      } else if (node) togglePicked(node);
      swallowClick();
      end();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      const { tool: inHand, take } = useMapTool.getState();
      if (!shape && inHand === 'hand') return;
      event.preventDefault();
      event.stopPropagation();
      if (shape) end();
      else take('hand');
    };
    // What is drawn here must not move the map.
    const keep = (event: Event) => {
      if (shape) event.stopPropagation();
    };

    container.addEventListener('pointerdown', down, { capture: true });
    container.addEventListener('mousedown', keep, { capture: true });
    container.addEventListener('touchstart', keep, { capture: true });
    container.addEventListener('touchmove', keep, { capture: true });
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', press, { capture: true });
    return () => {
      container.removeEventListener('pointerdown', down, { capture: true });
      container.removeEventListener('mousedown', keep, { capture: true });
      container.removeEventListener('touchstart', keep, { capture: true });
      container.removeEventListener('touchmove', keep, { capture: true });
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', press, { capture: true });
    };
  }, [scene]);

  if (outline.length < 2) return null;
  return (
    <svg className={classes.outline} aria-hidden="true">
      <polygon points={outline.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  );
}

function nodesWithin({ sigma, graph, emphasis }: MapScene, outline: readonly Spot[]): string[] {
  return graph.filterNodes(
    (id, node) => emphasis.level(id) !== 'hidden' && isInside(sigma.graphToViewport(node), outline),
  );
}
