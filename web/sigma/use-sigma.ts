import { type RefObject, useEffect, useState } from 'react';
import Sigma from 'sigma';
import { useAppearance } from '../state/appearance.ts';
import { useMarks } from '../state/marks.ts';
import { watchCamera } from './camera-watch.ts';
import type { DrawnEdge, DrawnNode } from './drawn-graph.ts';
import { edgePrograms } from './edge-programs.ts';
import { keepPoint } from './held-point.ts';
import { LabelLayer } from './label-layer.ts';
import { emptyGraph, type MapScene, plainEmphasis } from './map-scene.ts';
import { NodeShapeProgram } from './node-shape-program.ts';
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

function sizeRatio(container: HTMLElement) {
  return (ratio: number) => {
    const side = Math.min(container.offsetWidth, container.offsetHeight) / USUAL_SIDE;
    return ratio ** SIZE_POWER / Math.min(SIDE_SCALE.most, Math.max(SIDE_SCALE.least, side));
  };
}

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
    const moving: { scene?: MapScene } = {};
    try {
      sigma = createSigma(container.current, () => !moving.scene?.moving);
    } catch {
      setHandle({ scene: null, labels: null, failed: true });
      return;
    }
    const graph = sigma.getGraph() as MapScene['graph'];
    const scene: MapScene = {
      sigma,
      graph,
      view: null,
      regions: [],
      emphasis: plainEmphasis(graph),
      scheme: useAppearance.getState().scheme,
      marksUnsure: useMarks.getState().unsure,
      theme: -1,
      labelOrder: [],
      distance: 1,
      moving: false,
      held: null,
      repaint: new Repaint({
        sigma,
        get graph() {
          return scene.graph;
        },
      }),
    };
    moving.scene = scene;
    const labels = new LabelLayer(scene);
    sigma.setSettings({
      nodeReducer: (node, data) => nodeReducer(scene.emphasis, scene.scheme, scene.marksUnsure)(node, data),
      edgeReducer: (edge, data) =>
        edgeReducer(scene.emphasis, scene.graph, scene.scheme, scene.distance)(edge, data),
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
    let alive = true;
    void document.fonts.ready.then(() => alive && labels.forgetWidths());
    setHandle({ scene, labels, failed: false });
    return () => {
      alive = false;
      observer.disconnect();
      unwatch();
      scene.repaint.stop();
      sigma.kill();
      setHandle({ scene: null, labels: null, failed: false });
    };
  }, [container]);

  return handle;
}

function createSigma(container: HTMLElement, resting: () => boolean): Sigma<DrawnNode, DrawnEdge> {
  const sigma = new Sigma<DrawnNode, DrawnEdge>(emptyGraph(), container, {
    renderLabels: false,
    renderEdgeLabels: false,
    defaultDrawNodeHover: () => {},
    nodeProgramClasses: { shape: NodeShapeProgram as never },
    nodeHoverProgramClasses: { shape: NodeShapeProgram as never },
    edgeProgramClasses: edgePrograms(resting) as never,
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    zIndex: true,
    stagePadding: STAGE_PADDING,
    minCameraRatio: CAMERA_RATIO.least,
    maxCameraRatio: CAMERA_RATIO.most,
    zoomToSizeRatioFunction: sizeRatio(container),
    zoomDuration: 150,
    doubleClickZoomingDuration: 180,
    minEdgeThickness: 0.8,
    allowInvalidContainer: true,
  });
  sigma.createCanvasContext('regions', { beforeLayer: 'edges' } as never);
  sigma.createCanvasContext('names', { afterLayer: 'nodes' } as never);
  sigma.resize(true);
  return sigma;
}
