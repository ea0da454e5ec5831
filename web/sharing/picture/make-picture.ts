import type { Drawing } from '../../sigma/current-drawing.ts';
import { drawPicture, type PictureChoice, pictureSize } from './draw-picture.ts';
import { escapeXml } from './escape-xml.ts';
import { layeredCanvas } from './surface.ts';
import { asSurface, SvgSurface } from './svg-surface.ts';

export const SCALES = [1, 2, 3, 4] as const;
export type Scale = (typeof SCALES)[number];

/** Draws into a canvas of `scale` pixels for each one on screen. Throws where the browser can't make one so large. */
export function drawIntoCanvas(
  canvas: HTMLCanvasElement,
  drawing: Drawing,
  choice: PictureChoice,
  scale: number,
): void {
  const { width, height } = pictureSize(drawing, choice);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error(`This browser can't draw a picture of ${canvas.width} × ${canvas.height}.`);
  context.scale(scale, scale);
  drawPicture(layeredCanvas(context), drawing, choice);
}

export async function makePng(drawing: Drawing, choice: PictureChoice, scale: Scale): Promise<Blob> {
  const canvas = document.createElement('canvas');
  drawIntoCanvas(canvas, drawing, choice, scale);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture is too large for this browser; choose a smaller scale.');
  return blob;
}

/** Valid by itself: no link to anything, no script. */
export function makeSvg(drawing: Drawing, choice: PictureChoice): Blob {
  const meter = document.createElement('canvas').getContext('2d');
  if (!meter) throw new Error("This browser can't measure text.");
  const { width, height } = pictureSize(drawing, choice);
  const svg = new SvgSurface(meter);
  drawPicture(asSurface(svg), drawing, choice);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const title = escapeXml(choice.title || 'Lacuna');
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" ${size} role="img">`,
    `<title>${title}</title>`,
    `<desc>${escapeXml(choice.about)}</desc>`,
    ...svg.parts,
    '</svg>',
    '',
  ].join('\n');
  return new Blob([text], { type: 'image/svg+xml' });
}
