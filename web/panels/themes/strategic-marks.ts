/** Where the themes stand on the strategic map, in pixels. Pure. */
import type { MappedTheme } from '../../../graph/contract.ts';
import {
  type Box,
  type LabelRequest,
  placeLabels,
  TakenSpace,
  themeLines,
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
const RADIUS = { least: 5, most: 21 };

/** The largest first, so that no disc hides a smaller one. */
export function marksOf(themes: readonly PlacedTheme[], axes: { x: Axis; y: Axis }, plot: Box): Mark[] {
  const most = Math.max(1, ...themes.map(({ paperCount }) => paperCount));
  return themes
    .map((theme) => ({
      theme,
      x: plot.left + axes.x.place(theme.centrality) * (plot.right - plot.left),
      y: plot.bottom - axes.y.place(theme.density) * (plot.bottom - plot.top),
      radius: Math.max(RADIUS.least, RADIUS.most * Math.sqrt(theme.paperCount / most)),
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
  const placed = new Map<string, MarkLabel>();
  for (const concepts of [2, 1]) {
    const left = marks.filter(({ theme }) => !placed.has(theme.id));
    const lines = new Map(left.map(({ theme }) => [theme.id, linesOf(theme.label, concepts)]));
    const requests = left.map(
      ({ theme, x, y, radius }): LabelRequest => ({
        id: theme.id,
        x,
        y,
        radius,
        width: Math.max(...lines.get(theme.id)!.map(widthOf)),
        height: lines.get(theme.id)!.length * LABEL.leading,
        solid: null,
        side: undefined,
      }),
    );
    for (const { id, box } of placeLabels(requests, space, frame, requests.length))
      placed.set(id, { id, box, lines: lines.get(id)! });
  }
  return [...placed.values()];
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
  const lines = themeLines(mark.theme.label, LINE_LENGTH);
  const width = Math.max(...lines.map(widthOf));
  const height = lines.length * LABEL.leading;
  const above = mark.y - mark.radius - 6 - height;
  const top = above >= frame.top ? above : mark.y + mark.radius + 6;
  const left = Math.max(frame.left + 2, Math.min(mark.x - width / 2, frame.right - 2 - width));
  return {
    id: mark.theme.id,
    lines,
    box: { left, top, right: left + width, bottom: top + height },
  };
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
