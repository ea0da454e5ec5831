/** The map on paper: WebGL leaves nothing to print, so a picture of it is drawn just before. */
import { currentDrawing } from '../sigma/current-drawing.ts';
import { drawIntoCanvas } from './picture/make-picture.ts';
import classes from './print.module.css';
import { drawnIds } from './scope.ts';
import { today, viewInWords } from './view-words.ts';

const SCALE = 2;

/** From now on; the picture goes again after printing. */
export function printMap(page: Window): void {
  const canvas = page.document.createElement('canvas');
  canvas.className = classes.picture ?? '';
  page.addEventListener('beforeprint', () => {
    const drawing = currentDrawing();
    if (!drawing?.scene.view || page.document.querySelector('[data-page="map"]') === null) return;
    const about = viewInWords(drawing.scene.view, drawnIds(drawing.scene).length);
    const choice = { title: '', legend: true, background: 'none' as const, about: `${about} · ${today()}` };
    drawIntoCanvas(canvas, drawing, choice, SCALE);
    page.document.body.append(canvas);
  });
  page.addEventListener('afterprint', () => canvas.remove());
}
