import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { GraphView } from '../../graph/contract.ts';
import { currentDrawing } from '../../web/sigma/current-drawing.ts';
import { MapCanvas } from '../../web/sigma/MapCanvas.tsx';
import { useView } from '../../web/state/view.ts';
import { frames, type MapMaker, moves } from './measured-map.ts';

const LOOK_AGAIN_MS = 20;

/** The map as the explorer draws it: regions, names without overlaps, shapes by kind. */
export const lacuna: MapMaker = (container, full, part) => {
  const root = createRoot(container);
  const show = (view: GraphView) => root.render(createElement(MapCanvas, { base: view, view }));
  const sigma = () => currentDrawing()!.scene.sigma;
  const moving = moves((at, ratio) => {
    sigma()
      .getCamera()
      .setState({ ...at, ratio });
  });
  return {
    async start() {
      show(full);
      while (!currentDrawing()) await frames(1);
      await frames(3);
    },
    async hover(turn) {
      useView.getState().hover(turn % 2 === 0 ? `n${turn * 37}` : null);
      await frames();
    },
    ...moving,
    async rest(turn) {
      await moving.rest(turn);
      // It leaves its edges out until the camera has rested for a while.
      while (currentDrawing()!.scene.moving) await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
      await frames();
    },
    async colour(turn) {
      useView.getState().choose({ colouring: turn % 2 === 0 ? 'year' : 'theme' });
      await frames();
    },
    async filter(turn) {
      show(turn % 2 === 0 ? part : full);
      await frames(3);
    },
    async refresh() {
      sigma().refresh();
      await frames();
    },
  };
};
