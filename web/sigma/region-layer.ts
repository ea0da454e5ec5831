/** Draws the land of each theme under the map. */
import { withAlpha } from '../theme/colour.ts';
import { themeColour } from '../theme/palette.ts';
import type { MapScene } from './map-scene.ts';

const FILL = { light: 0.075, dark: 0.085 };
const LINE = { light: 0.28, dark: 0.3 };
/** What is left of a land when another theme is shown alone. */
const STEPPED_BACK = 0.25;

export function contextOf(scene: MapScene, layer: string): CanvasRenderingContext2D | null {
  return scene.sigma.getCanvases()[layer]?.getContext('2d') ?? null;
}

export function drawRegions(scene: MapScene): void {
  const context = contextOf(scene, 'regions');
  if (!context) return;
  const { sigma, scheme, view, theme: alone } = scene;
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  if (!view) return;
  for (const { theme, outlines } of scene.regions) {
    const strength = alone >= 0 && alone !== theme ? STEPPED_BACK : 1;
    const colour = themeColour(view.themes[theme]!.colour, scheme);
    context.beginPath();
    for (const outline of outlines) {
      outline.forEach(([x, y], i) => {
        const point = sigma.graphToViewport({ x, y });
        if (i === 0) context.moveTo(point.x, point.y);
        else context.lineTo(point.x, point.y);
      });
      context.closePath();
    }
    context.fillStyle = withAlpha(colour, FILL[scheme] * strength);
    context.fill('evenodd');
    context.strokeStyle = withAlpha(colour, LINE[scheme] * strength);
    context.lineWidth = 1;
    context.stroke();
  }
}
