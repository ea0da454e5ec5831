/** The whole picture: title above, map, legend beside it, and below what is shown and when it was made. */
import { shorten } from '../../components/words.ts';
import type { Drawing } from '../../sigma/current-drawing.ts';
import { GROUNDS } from '../../theme/palette.ts';
import { drawMap, mapSize } from './draw-map.ts';
import { drawLegend, LEGEND_WIDTH, legendHeight } from './picture-legend.ts';
import { font } from './picture-lettering.ts';
import type { Surface } from './surface.ts';

export const BACKGROUNDS = ['map', 'none'] as const;
export type Background = (typeof BACKGROUNDS)[number];

export interface PictureChoice {
  /** One line; empty for none. */
  readonly title: string;
  /** What is shown, in a line. */
  readonly about: string;
  readonly legend: boolean;
  /** That of the map, or none. */
  readonly background: Background;
}

const HEAD = 46;
const FOOT = 30;
const PADDING = 16;

export interface PictureSize {
  /** Pixels at a scale of 1. */
  readonly width: number;
  readonly height: number;
}

export function pictureSize(drawing: Drawing, { title, legend }: PictureChoice): PictureSize {
  const map = mapSize(drawing);
  const body = Math.max(map.height, legend ? legendHeight(drawing.scene) : 0);
  return {
    width: map.width + (legend ? LEGEND_WIDTH : 0),
    height: (title ? HEAD : 0) + body + FOOT,
  };
}

export function drawPicture(surface: Surface, drawing: Drawing, choice: PictureChoice): void {
  const { width, height } = pictureSize(drawing, choice);
  const map = mapSize(drawing);
  const ground = GROUNDS[drawing.scene.scheme];
  const top = choice.title ? HEAD : 0;
  if (choice.background === 'map') {
    surface.fillStyle = ground.map;
    surface.fillRect(0, 0, width, height);
  }
  surface.textBaseline = 'middle';
  surface.textAlign = 'left';
  if (choice.title) {
    surface.font = font(18, 650);
    surface.fillStyle = ground.ink;
    surface.fillText(shorten(choice.title, Math.floor(width / 10)), PADDING, HEAD / 2 + 2);
  }
  surface.save();
  surface.translate(0, top);
  drawMap(surface, drawing);
  surface.restore();
  if (choice.legend) {
    surface.save();
    surface.translate(map.width, top);
    drawLegend(surface, drawing.scene);
    surface.restore();
  }
  surface.font = font(11, 420);
  surface.fillStyle = ground.quiet;
  surface.textBaseline = 'middle';
  surface.textAlign = 'left';
  surface.fillText(shorten(choice.about, Math.floor(width / 6)), PADDING, height - FOOT / 2);
}
