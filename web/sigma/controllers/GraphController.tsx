import { useEffect, useState } from 'react';
import type { GraphView } from '../../../graph/contract.ts';
import { useView } from '../../state/view.ts';
import { updateGraph } from '../drawn-graph.ts';
import { nextFrame, toCamera, toLayout } from '../map-frame.ts';
import type { MapScene } from '../map-scene.ts';
import { Motion } from '../motion.ts';
import { themeBands } from '../theme-bands.ts';
import { renumbered, themeRegions } from '../theme-regions.ts';

interface Props {
  scene: MapScene;
  /** What the server sent for the lens. */
  base: GraphView;
  /** The same with what was laid over it. */
  view: GraphView;
}

/** More nodes than this come at once. */
const FADING = 1500;

/** Brings the graph on the map in step with the view: by difference, and with the camera held still. */
export function GraphController({ scene, base, view }: Props) {
  const pins = useView((state) => state.pins);
  // What a statement returned is all that is to be seen; the land of themes would pass for more of it.
  const landed = useView((state) => state.lens !== 'query');
  const [motion] = useState(() => new Motion(scene));

  useEffect(() => () => motion.end(), [motion]);
  useEffect(() => {
    motion.end();
    const first = scene.view === null;
    reframe(scene, base, first);
    const { come, gone, moved } = updateGraph(scene.graph, view, pins);
    scene.view = view;
    scene.papersOnly = view.nodes.kind.every((kind) => kind === 'Paper');
    showRegions(scene, view, landed);
    if (first || come.length > FADING) motion.fade([], gone);
    else motion.fade(come, gone);
    motion.move(moved);
    // NOTE: the emphasis of the new graph follows in the same turn, and with it the drawing.
    scene.renewed = true;
  }, [scene, motion, base, view, pins, landed]);
  return null;
}

/** Widens the frame where that is needed; what is seen stays where it is. */
function reframe(scene: MapScene, base: GraphView, first: boolean): void {
  const { frame: before, sigma } = scene;
  const frame = nextFrame(before, base);
  if (!frame || frame === before) return;
  scene.frame = frame;
  landsOf(frame.view);
  const camera = sigma.getCamera();
  if (before && !first && !isWhole(camera)) {
    const screen = sigma.getDimensions();
    const place = toLayout(camera.getState(), before.box, screen);
    sigma.setCustomBBox(frame.box);
    camera.setState(toCamera(place, frame.box, screen));
  } else sigma.setCustomBBox(frame.box);
}

function isWhole({ x, y, ratio }: { x: number; y: number; ratio: number }): boolean {
  return x === 0.5 && y === 0.5 && ratio === 1;
}

const lands = new WeakMap<GraphView, ReturnType<typeof themeRegions>>();

/** The outlines of a view, which take a while, are drawn up once. */
function landsOf(view: GraphView) {
  let regions = lands.get(view);
  if (!regions) {
    regions = themeRegions(view);
    lands.set(view, regions);
  }
  return regions;
}

function showRegions(scene: MapScene, view: GraphView, landed: boolean): void {
  const { frame } = scene;
  const themesOnly = view.nodes.kind.every((kind) => kind === 'Theme');
  scene.regions = landed && frame && !themesOnly ? renumbered(landsOf(frame.view), frame.view, view) : [];
  scene.bands = themeBands(view, scene.regions);
}
