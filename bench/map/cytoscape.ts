import cytoscape, { type Core, type CytoscapeOptions, type ElementDefinition } from 'cytoscape';
import type { GraphView } from '../../graph/contract.ts';
import { frames, type MapMaker, moves } from './measured-map.ts';

const elementsOf = (view: GraphView): ElementDefinition[] => [
  ...view.nodes.id.map((id, i) => ({
    data: { id, label: view.nodes.label[i]! },
    position: { x: view.nodes.x[i]!, y: view.nodes.y[i]! },
  })),
  ...view.edges.source.map((source, i) => ({
    data: { source: view.nodes.id[source]!, target: view.nodes.id[view.edges.target[i]!]! },
  })),
];

/** What its renderer keeps, of which its types tell nothing: what its mouse sets while it drags, and does when it lets go. */
interface Renderer {
  hoverData: { dragging: boolean };
  redrawHint(group: 'eles', isDue: boolean): void;
  redraw(): void;
}

/**
 * cytoscape.js with what its guide to large graphs says: edges as haystacks, one pixel to a pixel, labels only from a readable
 * size on, and in two of its four ways one of the guide's two savings while the map moves.
 */
const make =
  (webgl: boolean, saving: Pick<CytoscapeOptions, 'hideEdgesOnViewport' | 'textureOnViewport'>): MapMaker =>
  (container, full) => {
    let cy: Core;
    const renderer = () => (cy as unknown as { renderer(): Renderer }).renderer();
    const saves = Object.keys(saving).length > 0;
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
      ...saving,
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
      ...moves(
        look,
        (isHeld) => {
          if (saves) renderer().hoverData.dragging = isHeld;
        },
        () => {
          if (!saves) return;
          renderer().redrawHint('eles', true);
          renderer().redraw();
        },
      ),
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

export const cytoscapeCanvas = make(false, {});
export const cytoscapeWithoutEdges = make(false, { hideEdgesOnViewport: true });
export const cytoscapeTexture = make(false, { textureOnViewport: true });
/** Its newer way of drawing, which knows neither saving. */
export const cytoscapeWebgl = make(true, {});
