import { useEffect } from 'react';
import { hideNodes, isPinned, pinNodes, unpinNodes } from '../../map-actions.ts';
import { openTarget, targetOf } from '../../navigation.ts';
import { useMapTool } from '../../state/map-tool.ts';
import { nodesOf, useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';
import { currentDrawing } from '../current-drawing.ts';
import type { MapScene } from '../map-scene.ts';

/** Share of the visible map that one press of an arrow key moves. */
const PAN = 0.1;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What is picked, else what is selected. */
function meant(): readonly string[] {
  const { picked } = useView.getState();
  const { current } = useSelection.getState();
  return picked.size > 0 ? [...picked] : current ? nodesOf(current) : [];
}

function openHovered(): void {
  const { hovered } = useView.getState();
  const graph = currentDrawing()?.scene.graph;
  if (hovered === null || !graph?.hasNode(hovered)) return;
  openTarget(targetOf(graph.getNodeAttribute(hovered, 'kind'), hovered), { read: true });
}

function hideMeant(): void {
  const ids = meant();
  if (ids.length === 0) return;
  hideNodes(ids);
  useSelection.getState().select(null);
}

function pinMeant(): void {
  const ids = meant();
  if (ids.length === 0) return;
  if (ids.every(isPinned)) unpinNodes(ids);
  else pinNodes(ids);
}

/** By key; what a letter does that no field takes. */
const COMMANDS: Readonly<Record<string, () => void>> = {
  '+': () => useView.getState().fly({ to: 'nearer' }),
  '=': () => useView.getState().fly({ to: 'nearer' }),
  '-': () => useView.getState().fly({ to: 'farther' }),
  '0': () => useView.getState().fly({ to: 'all' }),
  b: () => useMapTool.getState().take('box'),
  l: () => useMapTool.getState().take('lasso'),
  Enter: openHovered,
  h: hideMeant,
  p: pinMeant,
};

/** Keys while the map has the focus: arrows move it, plus and minus zoom, 0 shows all, B and L pick by box and lasso, H hides, P pins, the menu key opens the selected node's menu. */
export function KeyController({ scene }: { scene: MapScene }) {
  useEffect(() => {
    const container = scene.sigma.getContainer();
    container.tabIndex = 0;

    function openMenu(): boolean {
      const [id] = meant();
      if (id === undefined || !scene.graph.hasNode(id)) return false;
      const { left, top } = container.getBoundingClientRect();
      const { x, y } = scene.sigma.graphToViewport(scene.graph.getNodeAttributes(id));
      useMapTool.getState().openMenu({ id, x: left + x, y: top + y });
      return true;
    }
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key, shiftKey } = event;
      const arrow = ARROWS[key];
      const command = COMMANDS[key.length === 1 ? key.toLowerCase() : key];
      if (arrow) {
        const camera = scene.sigma.getCamera();
        const { x, y, ratio } = camera.getState();
        scene.byHand = true;
        camera.setState({ x: x + arrow[0] * PAN * ratio, y: y + arrow[1] * PAN * ratio });
      } else if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
        if (!openMenu()) return;
      } else if (command) command();
      else return;
      event.preventDefault();
    }
    // The browser's own menu has nothing to say about the map.
    const noMenu = (event: Event) => event.preventDefault();

    container.addEventListener('keydown', press);
    container.addEventListener('contextmenu', noMenu);
    return () => {
      container.removeEventListener('keydown', press);
      container.removeEventListener('contextmenu', noMenu);
    };
  }, [scene]);
  return null;
}
