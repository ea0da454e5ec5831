import { type RefObject, useEffect, useState } from 'react';
import Sigma from 'sigma';
import { useAppearance } from '../state/appearance.ts';
import { useMarks } from '../state/marks.ts';
import { watchCamera } from './camera-watch.ts';
import type { DrawnEdge, DrawnNode } from './drawn-graph.ts';
import { edgePrograms } from './edge-programs.ts';
import { keepPoint } from './held-point.ts';
import { LabelLayer } from './label-layer.ts';
import { emptyGraph, levelsOf, type MapScene, plainEmphasis, plainPaint } from './map-scene.ts';
import { type Moment, nodeProgram } from './node-shape-program.ts';
import { edgeReducer, nodeReducer } from './reducers.ts';
import { drawRegions } from './region-layer.ts';
import { Repaint } from './repaint.ts';

const CAMERA_RATIO = { least: 0.03, most: 1.6 };
const STAGE_PADDING = 44;
/** Nodes grow more slowly than the map does when the camera comes nearer. */
const SIZE_POWER = 0.55;
/** Radii are meant for a map that measures this much on its shorter side, in pixels; smaller maps have smaller nodes. */
const USUAL_SIDE = 660;
const SIDE_SCALE = { least: 0.45, most: 1.3 };

/** NOTE: asked for each node of each frame, so it must not ask the page for its layout. */
function sizeRatio(dimensions: () => { width: number; height: number }) {
  return (ratio: number) => {
    const { width, height } = dimensions();
    const side = Math.min(width, height) / USUAL_SIDE;
    return ratio ** SIZE_POWER / Math.min(SIDE_SCALE.most, Math.max(SIDE_SCALE.least, side));
  };
}

/** Sigma's, of which nothing is drawn here; shown, each would still take its part of every frame. */
const UNUSED_LAYERS = ['labels', 'edgeLabels', 'hovers'];

export interface SigmaHandle {
  scene: MapScene | null;
  labels: LabelLayer | null;
  /** True where the browser can draw no WebGL. */
  failed: boolean;
}

/** Sigma in `container` for as long as the component lives. */
export function useSigma(container: RefObject<HTMLDivElement | null>): SigmaHandle {
  const [handle, setHandle] = useState<SigmaHandle>({ scene: null, labels: null, failed: false });

  useEffect(() => {
    if (!container.current) return;
    let sigma: Sigma<DrawnNode, DrawnEdge>;
    const started: { scene?: MapScene } = {};
    try {
      sigma = createSigma(
        container.current,
        () => !started.scene?.moving,
        () =>
          started.scene
            ? { papers: levelsOf(started.scene).papers, fade: started.scene.fade }
            : { papers: 1, fade: 1 },
      );
    } catch {
      setHandle({ scene: null, labels: null, failed: true });
      return;
    }
    const graph = sigma.getGraph() as MapScene['graph'];
    const scene: MapScene = {
      sigma,
      graph,
      view: null,
      renewed: false,
      frame: null,
      regions: [],
      bands: [],
      emphasis: plainEmphasis(graph),
      paint: plainPaint(graph, useAppearance.getState().scheme),
      get scheme() {
        return scene.paint.scheme;
      },
      marksUnsure: useMarks.getState().unsure,
      theme: -1,
      labelOrder: [],
      distance: 1,
      moving: false,
      fade: 1,
      papersOnly: false,
      held: null,
      byHand: false,
      repaint: new Repaint({ sigma, graph }),
    };
    started.scene = scene;
    const labels = new LabelLayer(scene);
    const reducers = currentReducers(scene);
    sigma.setSettings({
      nodeReducer: (node, data) => reducers.node(node, data),
      edgeReducer: (edge, data) => reducers.edge(edge, data),
    });
    sigma.on('afterRender', () => {
      drawRegions(scene);
      labels.draw();
    });
    const observer = new ResizeObserver(() => {
      sigma.resize();
      keepPoint(scene);
      scene.repaint.now();
    });
    observer.observe(container.current);
    const unwatch = watchCamera(scene);
    // The typeface comes in parts, each when a letter of it is first drawn.
    const typefaceCame = () => labels.forgetWidths();
    document.fonts.addEventListener('loadingdone', typefaceCame);
    let alive = true;
    void document.fonts.ready.then(() => alive && labels.forgetWidths());
    setHandle({ scene, labels, failed: false });
    return () => {
      alive = false;
      document.fonts.removeEventListener('loadingdone', typefaceCame);
      observer.disconnect();
      unwatch();
      labels.stop();
      scene.repaint.stop();
      sigma.kill();
      setHandle({ scene: null, labels: null, failed: false });
    };
  }, [container]);

  return handle;
}

/** Reducers for the scene as it is; made anew only after it changed, not for each node. */
function currentReducers(scene: MapScene) {
  let made: readonly unknown[] = [];
  let node = nodeReducer(scene.emphasis, scene.paint, scene.marksUnsure);
  let edge = edgeReducer(scene.emphasis, scene.graph, scene.paint, scene.distance);
  const renew = () => {
    const { emphasis, paint, marksUnsure, distance, graph } = scene;
    const now = [emphasis, paint, marksUnsure, distance, graph.size];
    if (now.every((part, i) => part === made[i])) return;
    made = now;
    node = nodeReducer(emphasis, paint, marksUnsure);
    edge = edgeReducer(emphasis, graph, paint, distance);
  };
  return {
    node: (id: string, data: DrawnNode) => {
      renew();
      return node(id, data);
    },
    edge: (id: string, data: DrawnEdge) => {
      renew();
      return edge(id, data);
    },
  };
}

function createSigma(
  container: HTMLElement,
  resting: () => boolean,
  moment: () => Moment,
): Sigma<DrawnNode, DrawnEdge> {
  const program = nodeProgram(moment);
  const made: { sigma?: Sigma<DrawnNode, DrawnEdge> } = {};
  const whole = { width: container.offsetWidth, height: container.offsetHeight };
  const sigma = new Sigma<DrawnNode, DrawnEdge>(emptyGraph(), container, {
    renderLabels: false,
    renderEdgeLabels: false,
    defaultDrawNodeHover: () => {},
    nodeProgramClasses: { shape: program as never },
    nodeHoverProgramClasses: { shape: program as never },
    edgeProgramClasses: edgePrograms(resting) as never,
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    zIndex: true,
    stagePadding: STAGE_PADDING,
    minCameraRatio: CAMERA_RATIO.least,
    maxCameraRatio: CAMERA_RATIO.most,
    zoomToSizeRatioFunction: sizeRatio(() => made.sigma?.getDimensions() ?? whole),
    zoomDuration: 150,
    doubleClickZoomingDuration: 180,
    minEdgeThickness: 0.8,
    allowInvalidContainer: true,
  });
  made.sigma = sigma;
  sigma.createCanvasContext('regions', { beforeLayer: 'edges' } as never);
  sigma.createCanvasContext('names', { afterLayer: 'nodes' } as never);
  sigma.resize(true);
  const canvases = sigma.getCanvases();
  for (const layer of UNUSED_LAYERS) canvases[layer]!.style.display = 'none';
  return sigma;
}
