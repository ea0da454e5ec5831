import { useEffect } from 'react';
import type { GraphView } from '../../../graph/contract.ts';
import { buildGraph } from '../drawn-graph.ts';
import { labelOrder, type MapScene, plainEmphasis } from '../map-scene.ts';
import { themeRegions } from '../theme-regions.ts';

/** Puts the graph on the map; the frame stays that of `base`, so that an expansion moves nothing. */
export function GraphController({
  scene,
  base,
  view,
}: {
  scene: MapScene;
  base: GraphView;
  view: GraphView;
}) {
  useEffect(() => {
    const graph = buildGraph(view);
    scene.view = view;
    scene.graph = graph;
    scene.regions = themeRegions(base);
    scene.emphasis = plainEmphasis(graph);
    scene.labelOrder = labelOrder(graph, scene.emphasis);
    const xs = base.nodes.x;
    const ys = base.nodes.y;
    if (xs.length > 0) scene.sigma.setCustomBBox({ x: extent(xs), y: extent(ys) });
    scene.sigma.setGraph(graph);
  }, [scene, base, view]);
  return null;
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
