import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import type { GraphView } from '../../graph/contract.ts';
import { distance, frames, type MapMaker, place } from './measured-map.ts';

const elementsOf = (view: GraphView): ElementDefinition[] => [
  ...view.nodes.id.map((id, i) => ({
    data: { id, label: view.nodes.label[i]! },
    position: { x: view.nodes.x[i]!, y: view.nodes.y[i]! },
  })),
  ...view.edges.source.map((source, i) => ({
    data: { source: view.nodes.id[source]!, target: view.nodes.id[view.edges.target[i]!]! },
  })),
];

/** cytoscape.js as its guide to large graphs says: plain edges, labels from a readable size on. */
const make =
  (webgl: boolean): MapMaker =>
  (container, full) => {
    let cy: Core;
    let fitted = { zoom: 1, pan: { x: 0, y: 0 } };
    const look = ({ x, y }: { x: number; y: number }, seen: number): void => {
      const zoom = fitted.zoom / seen;
      const [width, height] = [container.clientWidth, container.clientHeight];
      // The middle of what is seen, in the map's own units.
      const at = {
        x: (width * x - fitted.pan.x) / fitted.zoom,
        y: (height * y - fitted.pan.y) / fitted.zoom,
      };
      cy.viewport({ zoom, pan: { x: width / 2 - at.x * zoom, y: height / 2 - at.y * zoom } });
    };
    const settings = {
      container,
      elements: elementsOf(full),
      layout: { name: 'preset' },
      pixelRatio: 1,
      renderer: { name: 'canvas', webgl },
      style: [
        {
          selector: 'node',
          style: {
            width: 6,
            height: 6,
            label: 'data(label)',
            'font-size': 8,
            'min-zoomed-font-size': 8,
            'background-color': '#1a73d5',
          },
        },
        { selector: 'edge', style: { width: 1, 'curve-style': 'haystack', 'line-color': '#cccccc' } },
        { selector: '.quiet', style: { opacity: 0.2 } },
      ],
    };
    return {
      async start() {
        cy = cytoscape(settings as cytoscape.CytoscapeOptions);
        cy.fit();
        fitted = { zoom: cy.zoom(), pan: { ...cy.pan() } };
        await frames(3);
      },
      async pan(turn) {
        look(place(turn), 1);
        await frames();
      },
      async zoom(turn) {
        look({ x: 0.5, y: 0.5 }, distance(turn));
        await frames();
      },
      async hover(turn) {
        cy.batch(() => {
          cy.elements().removeClass('quiet');
          if (turn % 2 === 0)
            cy.elements()
              .difference(cy.getElementById(`n${turn * 37}`).closedNeighborhood())
              .addClass('quiet');
        });
        await frames();
      },
    };
  };

export const cytoscapeCanvas = make(false);
/** Its newer way of drawing. */
export const cytoscapeWebgl = make(true);
