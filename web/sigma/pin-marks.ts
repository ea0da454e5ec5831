/** The marks of what was put in its place by hand. */
import { withAlpha } from '../theme/colour.ts';
import { GROUNDS, themeColour } from '../theme/palette.ts';
import { levelsOf, type MapScene } from './map-scene.ts';
import { RECEDED } from './node-shape-program.ts';

/** Pixels. */
const RADIUS = 3;
const HOLE = 1.1;
/** Share of a node's radius by which its mark stands to the right of and above its middle. */
const ASIDE = 0.75;

/** A pin at each pinned node that lies on the map. */
export function drawPins(context: CanvasRenderingContext2D, scene: MapScene): void {
  const { sigma, graph, emphasis, labelOrder, scheme } = scene;
  const ground = GROUNDS[scheme];
  const { width, height } = sigma.getDimensions();
  const receded = RECEDED.size + (1 - RECEDED.size) * levelsOf(scene).papers;
  for (const id of labelOrder) {
    if (!emphasis.pinned(id) || !graph.hasNode(id)) continue;
    const { x, y } = sigma.graphToViewport(graph.getNodeAttributes(id));
    if (x < 0 || x > width || y < 0 || y > height) continue;
    const look = sigma.getNodeDisplayData(id) as { size: number; recedes?: number } | undefined;
    const radius = sigma.scaleSize((look?.size ?? RADIUS) * (look?.recedes ? receded : 1));
    const [left, top] = [x + radius * ASIDE, y - radius * ASIDE];
    context.beginPath();
    context.moveTo(left, top);
    context.lineTo(left - RADIUS, top + RADIUS * 2);
    context.arc(left, top, RADIUS, 0, 2 * Math.PI);
    context.fillStyle = ground.ink;
    context.strokeStyle = withAlpha(ground.map, 0.9);
    context.lineWidth = 1.5;
    context.stroke();
    context.fill();
    context.beginPath();
    context.arc(left, top, HOLE, 0, 2 * Math.PI);
    context.fillStyle = themeColour(1, scheme === 'light' ? 'dark' : 'light');
    context.fill();
  }
}
