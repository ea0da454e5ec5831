import Graph from 'graphology';
import Sigma from 'sigma';
import type { GraphView } from '../../graph/contract.ts';
import { frames, type MapMaker, moves } from './measured-map.ts';

/** Sigma with its own labels and nothing else; with or without its own saving while the map moves. */
const make =
  (hideEdgesOnMove: boolean): MapMaker =>
  (container, full, part) => {
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
          hideEdgesOnMove,
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
      ...moves(
        (at, ratio) => sigma.getCamera().setState({ ...at, ratio }),
        // What its mouse sets while it drags, and does when it lets go.
        (isHeld) => {
          if (hideEdgesOnMove) sigma.getMouseCaptor().isMoving = isHeld;
        },
        () => {
          if (hideEdgesOnMove) sigma.refresh();
        },
      ),
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

export const plainSigma = make(false);
export const plainSigmaWithoutEdges = make(true);
