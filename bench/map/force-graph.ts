import ForceGraph from 'force-graph';
import { frames, type MapMaker, moves } from './measured-map.ts';

interface Node {
  id: string;
  fx: number;
  fy: number;
}

/** force-graph on the positions that are there, its simulation off. It draws no labels of its own. */
export const forceGraph: MapMaker = (container, full) => {
  let hovered: Set<string> | null = null;
  const neighbours = new Map<string, string[]>(full.nodes.id.map((id) => [id, [id]]));
  full.edges.source.forEach((source, i) => {
    const [one, other] = [full.nodes.id[source]!, full.nodes.id[full.edges.target[i]!]!];
    neighbours.get(one)!.push(other);
    neighbours.get(other)!.push(one);
  });
  const drawing = new ForceGraph<Node>(container);
  let whole = 1;
  const middle = { x: 0, y: 0 };
  const size = { x: 1, y: 1 };
  const look = ({ x, y }: { x: number; y: number }, seen: number): void => {
    drawing.zoom(whole / seen);
    drawing.centerAt(middle.x + (x - 0.5) * size.x, middle.y + (y - 0.5) * size.y);
  };
  return {
    async start() {
      drawing
        .width(container.clientWidth)
        .height(container.clientHeight)
        .nodeRelSize(3)
        .nodeColor((node) => (hovered === null || hovered.has(node.id) ? '#1a73d5' : '#dddddd'))
        .linkColor(() => '#cccccc')
        .warmupTicks(0)
        .cooldownTicks(0)
        .graphData({
          nodes: full.nodes.id.map((id, i) => ({ id, fx: full.nodes.x[i]!, fy: full.nodes.y[i]! })),
          links: full.edges.source.map((source, i) => ({
            source: full.nodes.id[source]!,
            target: full.nodes.id[full.edges.target[i]!]!,
          })),
        });
      await frames(3);
      const box = drawing.getGraphBbox();
      [middle.x, size.x] = [(box.x[0] + box.x[1]) / 2, box.x[1] - box.x[0]];
      [middle.y, size.y] = [(box.y[0] + box.y[1]) / 2, box.y[1] - box.y[0]];
      whole = Math.min(container.clientWidth / size.x, container.clientHeight / size.y);
      look({ x: 0.5, y: 0.5 }, 1);
      await frames();
    },
    ...moves(look),
    async hover(turn) {
      hovered = turn % 2 === 0 ? new Set(neighbours.get(`n${turn * 37}`)) : null;
      drawing.nodeColor(drawing.nodeColor());
      await frames();
    },
  };
};
