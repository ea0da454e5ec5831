/** The map on paper: WebGL leaves nothing to print, so a picture of it is drawn just before. */
import { currentDrawing } from '../sigma/current-drawing.ts';
import { mapSize } from './picture/draw-map.ts';
import { drawIntoCanvas } from './picture/make-picture.ts';
import classes from './print.module.css';
import { drawnIds } from './scope.ts';
import { today, viewInWords } from './view-words.ts';

const SCALE = 2;
/** Pixels. */
const LEAST_WIDTH = 100;

/** From now on; the picture goes again after printing. */
export function printMap(page: Window): void {
  const canvas = page.document.createElement('canvas');
  canvas.className = classes.picture ?? '';
  page.addEventListener('beforeprint', () => {
    const drawing = currentDrawing();
    // A map that is hidden already has no size to be drawn in.
    if (!drawing?.scene.view || mapSize(drawing).width < LEAST_WIDTH) return;
    if (page.document.querySelector('[data-page="map"]') === null) return;
    const about = viewInWords(drawing.scene.view, drawnIds(drawing.scene).length);
    // Light letters would not be seen on paper.
    const background = drawing.scene.scheme === 'dark' ? ('map' as const) : ('none' as const);
    const choice = { title: '', legend: true, background, about: `${about} · ${today()}` };
    drawIntoCanvas(canvas, drawing, choice, SCALE);
    page.document.body.prepend(canvas);
  });
  page.addEventListener('afterprint', () => canvas.remove());
}
