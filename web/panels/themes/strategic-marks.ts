/** Where the themes stand on the strategic map, in pixels. Pure. */
import type { MappedTheme } from '../../../graph/contract.ts';
import {
  type Box,
  boxAt,
  CLEARANCE,
  grow,
  SIDES,
  TakenSpace,
  themeLines,
  within,
} from '../../sigma/label-placement.ts';
import type { Axis } from './axis.ts';

/** A theme that has a place on the strategic map. */
export type PlacedTheme = MappedTheme & { centrality: number; density: number };

export function placedThemes(themes: readonly MappedTheme[]): PlacedTheme[] {
  return themes.filter(
    (theme): theme is PlacedTheme => theme.centrality !== null && theme.density !== null && theme.level === 0,
  );
}

export interface Mark {
  readonly theme: PlacedTheme;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Pixels; the area follows the papers. */
const RADIUS = { least: 4.5, most: 21 };
/** More themes than this are drawn smaller, as small as this share. */
const COMFORTABLE = 12;
const SMALLEST = 0.5;

/** The largest first, so that no disc hides a smaller one. */
export function marksOf(themes: readonly PlacedTheme[], axes: { x: Axis; y: Axis }, plot: Box): Mark[] {
  const most = Math.max(1, ...themes.map(({ paperCount }) => paperCount));
  const scale = Math.max(SMALLEST, Math.min(1, Math.sqrt(COMFORTABLE / Math.max(1, themes.length))));
  return themes
    .map((theme) => ({
      theme,
      x: plot.left + axes.x.place(theme.centrality) * (plot.right - plot.left),
      y: plot.bottom - axes.y.place(theme.density) * (plot.bottom - plot.top),
      radius: Math.max(RADIUS.least, RADIUS.most * scale * Math.sqrt(theme.paperCount / most)),
    }))
    .sort((one, other) => other.radius - one.radius || (one.theme.id < other.theme.id ? -1 : 1));
}

/** Letters to a line, about. */
const LINE_LENGTH = 24;
export const LABEL = { size: 12, weight: 560, leading: 14 } as const;

export interface MarkLabel {
  readonly id: string;
  readonly lines: readonly string[];
  readonly box: Box;
}

/**
 * Names beside their discs, on no disc and on no other name; where two concepts find no place, one may. What finds none
 * is left out. `taken` is kept free; `widthOf` measures a line.
 */
export function labelsOf(
  marks: readonly Mark[],
  frame: Box,
  taken: readonly Box[],
  widthOf: (line: string) => number,
): MarkLabel[] {
  const space = new TakenSpace();
  for (const box of [...taken, ...marks.map(discOf)]) space.take(box);
  return marks.flatMap((mark) => {
    const label = [2, 1]
      .flatMap((concepts) => candidates(mark, linesOf(mark.theme.label, concepts), frame, widthOf))
      .find(({ box }) => within(box, frame) && space.isFree(box));
    if (!label) return [];
    space.take(grow(label.box, CLEARANCE / 2));
    return [label];
  });
}

/** To each side of the disc; over and under it also moved into the frame. */
function candidates(mark: Mark, lines: string[], frame: Box, widthOf: (line: string) => number): MarkLabel[] {
  const width = Math.max(...lines.map(widthOf));
  const request = { ...mark, width, height: lines.length * LABEL.leading };
  const boxes = SIDES.map((side) => boxAt(request, side));
  const moved = boxes.slice(2).map(({ left, top, bottom }) => {
    const inside = Math.max(frame.left + 2, Math.min(left, frame.right - 2 - width));
    return { left: inside, right: inside + width, top, bottom };
  });
  return [...boxes, ...moved].map((box) => ({ id: mark.theme.id, lines, box }));
}

const discOf = ({ x, y, radius }: Mark): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

const linesOf = (label: string, concepts: number): string[] =>
  themeLines(label.split(', ').slice(0, concepts).join(', '), LINE_LENGTH);

/** Over the disc, or under it, whatever else lies there; within the frame. */
export function passingLabel(mark: Mark, frame: Box, widthOf: (line: string) => number): MarkLabel {
  const [under, over] = candidates(mark, linesOf(mark.theme.label, 2), frame, widthOf).slice(-2);
  return over!.box.top >= frame.top ? over! : under!;
}

/** The name of a quadrant and the place that it takes. */
export interface Corner extends Box {
  readonly name: string;
}

const CORNER = { inset: 7, height: 15 };

/** Names in the corners of the plot, row by row from the top left. */
export function cornersOf(names: readonly string[], plot: Box, widthOf: (line: string) => number): Corner[] {
  return names.map((name, i) => {
    const width = widthOf(name);
    const left = i % 2 === 0 ? plot.left + CORNER.inset : plot.right - CORNER.inset - width;
    const top = i < 2 ? plot.top + CORNER.inset - 2 : plot.bottom - CORNER.inset - CORNER.height;
    return { name, left, top, right: left + width, bottom: top + CORNER.height };
  });
}

/** Where an arrow key leads: left and right by centrality, up and down by density. Null where it leads nowhere. */
export function markStep(themes: readonly PlacedTheme[], from: string, key: string): string | null {
  const by = (measure: 'centrality' | 'density') =>
    [...themes].sort((one, other) => one[measure] - other[measure] || (one.id < other.id ? -1 : 1));
  const across = by('centrality');
  const up = by('density');
  const next = (order: readonly PlacedTheme[], step: number) =>
    order[order.findIndex(({ id }) => id === from) + step]?.id ?? null;
  if (key === 'ArrowRight') return next(across, 1);
  if (key === 'ArrowLeft') return next(across, -1);
  if (key === 'ArrowUp') return next(up, 1);
  if (key === 'ArrowDown') return next(up, -1);
  if (key === 'Home') return across[0]?.id ?? null;
  return key === 'End' ? (across.at(-1)?.id ?? null) : null;
}
