import Graph from 'graphology';
import Sigma from 'sigma';
import type { GraphView } from '../../graph/contract.ts';
import { distance, frames, type MapMaker, place } from './measured-map.ts';

/** Sigma with its own labels and nothing else. */
export const plainSigma: MapMaker = (container, full, part) => {
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
};
