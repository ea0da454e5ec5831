/** The page that `map.bench.ts` measures: one contender's map of one view. */
import type { GraphView } from '../../graph/contract.ts';
import { cytoscapeCanvas, cytoscapeTexture, cytoscapeWebgl, cytoscapeWithoutEdges } from './cytoscape.ts';
import { forceGraph } from './force-graph.ts';
import { lacuna } from './lacuna.ts';
import type { MapMaker, MeasuredMap } from './measured-map.ts';
import { partOf } from './part-of.ts';
import { plainSigma, plainSigmaWithoutEdges } from './plain-sigma.ts';

const MAKERS: Readonly<Record<string, MapMaker>> = {
  lacuna,
  'plain-sigma': plainSigma,
  'plain-sigma-saving': plainSigmaWithoutEdges,
  cytoscape: cytoscapeCanvas,
  'cytoscape-saving': cytoscapeWithoutEdges,
  'cytoscape-texture': cytoscapeTexture,
  'cytoscape-webgl': cytoscapeWebgl,
  'force-graph': forceGraph,
};

/** NOTE: what a debugger evaluates is not counted as script; what a timer runs is. */
function timed(map: MeasuredMap): Record<string, (turn: number) => Promise<void>> {
  return Object.fromEntries(
    Object.entries(map).map(([name, step]: [string, (turn: number) => Promise<void>]) => [
      name,
      (turn: number) =>
        new Promise<void>((done, failed) => {
          setTimeout(() => void step(turn).then(done, failed));
        }),
    ]),
  );
}

const full: GraphView = await (await fetch('/view.json')).json();
const maker = MAKERS[new URL(location.href).searchParams.get('map') ?? 'lacuna']!;
const map = maker(document.getElementById('root')!, full, partOf(full));
Object.assign(window, { measured: timed(map) });
