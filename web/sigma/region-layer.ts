/** Draws the land of each theme under the map, and from afar the links between them. */
import { mix, withAlpha } from '../theme/colour.ts';
import { themeColour } from '../theme/palette.ts';
import type { Point } from './contours.ts';
import { levelsOf, type MapScene } from './map-scene.ts';
import type { ThemeBand } from './theme-bands.ts';

/** From afar the lands are what is to be read, near they are ground. */
const FILL = { light: { far: 0.12, near: 0.055 }, dark: { far: 0.14, near: 0.065 } };
const LINE = { light: 0.28, dark: 0.3 };
/** What is left of a land when another theme is shown alone. */
const STEPPED_BACK = 0.25;
/** And where the colours of nodes mean something else. */
const OTHER_COLOURS = 0.45;
const BAND_ALPHA = { light: 0.3, dark: 0.34 };
/** Pixels, the weakest and the strongest. */
const BAND_WIDTH = { least: 1.5, most: 15 };

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
  const { themes, bands } = levelsOf(scene);
  const meant = scene.paint.colouring === 'theme' ? 1 : OTHER_COLOURS;
  const fill = FILL[scheme].near + (FILL[scheme].far - FILL[scheme].near) * themes;
  for (const { theme, outlines } of scene.regions) {
    const strength = alone >= 0 && alone !== theme ? STEPPED_BACK : meant;
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
    context.fillStyle = withAlpha(colour, fill * strength);
    context.fill('evenodd');
    context.strokeStyle = withAlpha(colour, LINE[scheme] * strength);
    context.lineWidth = 1;
    context.stroke();
  }
  if (bands > 0) for (const band of scene.bands) drawBand(context, scene, band, bands);
}

function drawBand(
  context: CanvasRenderingContext2D,
  scene: MapScene,
  band: ThemeBand,
  presence: number,
): void {
  const { sigma, scheme, theme: alone, emphasis } = scene;
  const themes = scene.view!.themes;
  const apart = alone >= 0 && alone !== band.source && alone !== band.target;
  const strength = (apart || emphasis.onNodes ? STEPPED_BACK : 1) * presence * BAND_ALPHA[scheme];
  const place = ([x, y]: Point) => sigma.graphToViewport({ x, y });
  const [from, to, bend] = [place(band.from), place(band.to), place(band.bend)];
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
  const [one, other] = [band.source, band.target].map((theme) => themeColour(themes[theme]!.colour, scheme));
  context.strokeStyle = withAlpha(mix(one!, other!, 0.5), strength);
  context.lineCap = 'round';
  context.lineWidth = BAND_WIDTH.least + (BAND_WIDTH.most - BAND_WIDTH.least) * band.share;
  context.stroke();
}
