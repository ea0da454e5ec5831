/** The page that `map-frames.ts` measures: the map as it is, or plain Sigma with its own labels, on the same view. */
import Graph from 'graphology';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Sigma from 'sigma';
import type { GraphView } from '../graph/contract.ts';
import { currentDrawing } from '../web/sigma/current-drawing.ts';
import { MapCanvas } from '../web/sigma/MapCanvas.tsx';
import { useView } from '../web/state/view.ts';

/** What can be done to either map; each is over when the next frame has been drawn. */
export interface MeasuredMap {
  start(): Promise<void>;
  hover(turn: number): Promise<void>;
  pan(turn: number): Promise<void>;
  zoom(turn: number): Promise<void>;
  colour(turn: number): Promise<void>;
  /** A filter that takes every tenth node away, or brings it back. */
  filter(turn: number): Promise<void>;
  refresh(turn: number): Promise<void>;
}

const frames = async (number = 2): Promise<void> => {
  for (let i = 0; i < number; i++) await new Promise((done) => requestAnimationFrame(done));
};
const place = (turn: number) => ({ x: 0.5 + 0.1 * Math.sin(turn), y: 0.5 + 0.1 * Math.cos(turn) });
const distance = (turn: number) => 0.25 + 0.2 * Math.sin(turn / 3);
const full: GraphView = await (await fetch('/view.json')).json();

/** Without every tenth node. */
const part: GraphView = (() => {
  const kept = full.nodes.id.map((_, i) => i).filter((i) => i % 10 !== 0);
  const at = new Map(kept.map((node, i) => [node, i]));
  const links = full.edges.source
    .map((_, i) => i)
    .filter((i) => at.has(full.edges.source[i]!) && at.has(full.edges.target[i]!));
  const column = <Value>(values: readonly Value[]) => kept.map((i) => values[i]!);
  const { nodes, edges } = full;
  return {
    ...full,
    nodes: {
      id: column(nodes.id),
      kind: column(nodes.kind),
      label: column(nodes.label),
      x: column(nodes.x),
      y: column(nodes.y),
      theme: column(nodes.theme),
      weight: column(nodes.weight),
      year: column(nodes.year),
      ambiguity: column(nodes.ambiguity),
      betweenness: column(nodes.betweenness),
      fresh: column(nodes.fresh),
    },
    edges: {
      source: links.map((i) => at.get(edges.source[i]!)!),
      target: links.map((i) => at.get(edges.target[i]!)!),
      type: links.map((i) => edges.type[i]!),
      weight: links.map((i) => edges.weight[i]!),
    },
  };
})();

function ours(container: HTMLElement): MeasuredMap {
  const root = createRoot(container);
  const show = (view: GraphView) => root.render(createElement(MapCanvas, { base: view, view }));
  const sigma = () => currentDrawing()!.scene.sigma;
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
    async pan(turn) {
      sigma().getCamera().setState(place(turn));
      await frames();
    },
    async zoom(turn) {
      sigma()
        .getCamera()
        .setState({ ratio: distance(turn) });
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
}

function plain(container: HTMLElement): MeasuredMap {
  const build = (view: GraphView) => {
    const graph = new Graph({ multi: true });
    view.nodes.id.forEach((id, i) => {
      graph.addNode(id, {
        x: view.nodes.x[i],
        y: view.nodes.y[i],
        size: 3,
        label: view.nodes.label[i],
        color: '#1a73d5',
      });
    });
    view.edges.source.forEach((source, i) => {
      graph.addEdge(view.nodes.id[source]!, view.nodes.id[view.edges.target[i]!]!, { color: '#cccccc' });
    });
    return graph;
  };
  let sigma: Sigma;
  let hovered: string | null = null;
  return {
    async start() {
      sigma = new Sigma(build(full), container, {
        nodeReducer: (node, data) =>
          hovered === null || node === hovered ? data : { ...data, color: '#dddddd' },
      });
      await frames(3);
    },
    async hover(turn) {
      hovered = turn % 2 === 0 ? `n${turn * 37}` : null;
      sigma.refresh({ skipIndexation: true });
      await frames();
    },
    async pan(turn) {
      sigma.getCamera().setState(place(turn));
      await frames();
    },
    async zoom(turn) {
      sigma.getCamera().setState({ ratio: distance(turn) });
      await frames();
    },
    async colour() {
      sigma.refresh({ skipIndexation: true });
      await frames();
    },
    async filter(turn) {
      sigma.setGraph(build(turn % 2 === 0 ? part : full));
      await frames(3);
    },
    async refresh() {
      sigma.refresh();
      await frames();
    },
  };
}

/** NOTE: what a debugger evaluates is not counted as script; what a timer runs is. */
function timed(map: MeasuredMap): MeasuredMap {
  const later = (name: keyof MeasuredMap) => async (turn: number) => {
    await new Promise<void>((done) => {
      setTimeout(() => void map[name](turn).then(done));
    });
  };
  return {
    start: () => later('start')(0),
    hover: later('hover'),
    pan: later('pan'),
    zoom: later('zoom'),
    colour: later('colour'),
    filter: later('filter'),
    refresh: later('refresh'),
  };
}

const root = document.getElementById('root')!;
const map = new URL(location.href).searchParams.get('map') === 'plain' ? plain(root) : ours(root);
(window as unknown as { measured: MeasuredMap }).measured = timed(map);
