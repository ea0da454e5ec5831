import { useEffect } from 'react';
import { useView } from '../../state/view.ts';
import type { MapScene } from '../map-scene.ts';

/** Share of the visible map that one press of an arrow key moves. */
const PAN = 0.1;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Arrow keys move the map while it has the focus; plus and minus zoom, 0 shows all. */
export function KeyController({ scene }: { scene: MapScene }) {
  useEffect(() => {
    const container = scene.sigma.getContainer();
    container.tabIndex = 0;

    function press(event: KeyboardEvent) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const { fly } = useView.getState();
      const arrow = ARROWS[event.key];
      if (arrow) {
        const camera = scene.sigma.getCamera();
        const { x, y, ratio } = camera.getState();
        camera.setState({ x: x + arrow[0] * PAN * ratio, y: y + arrow[1] * PAN * ratio });
      } else if (event.key === '+' || event.key === '=') fly({ to: 'nearer' });
      else if (event.key === '-') fly({ to: 'farther' });
      else if (event.key === '0') fly({ to: 'all' });
      else return;
      event.preventDefault();
    }

    container.addEventListener('keydown', press);
    return () => container.removeEventListener('keydown', press);
  }, [scene]);
  return null;
}
