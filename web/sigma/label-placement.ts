/** Where labels go, so that none lies on another. Pure: boxes in, boxes out; the first come are the first served. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const SIDES = ['right', 'left', 'below', 'above'] as const;
export type Side = (typeof SIDES)[number];

export interface LabelRequest {
  readonly id: string;
  /** Middle of the node on screen. */
  readonly x: number;
  readonly y: number;
  /** Radius of the node on screen. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** What of the node itself no later label may cover; null for nodes too small to matter. */
  readonly solid: Box | null;
  /** Where the label was in the last frame: tried first, so that labels hold still while the map moves. */
  readonly side: Side | undefined;
}

export interface PlacedLabel {
  readonly id: string;
  readonly side: Side;
  readonly box: Box;
}

/** Between a node and its label, in pixels. */
const GAP = 4;
/** Between one label and the next, in pixels. */
export const CLEARANCE = 4;
const CELL = 64;

/** Taken places, found again by the cells of a coarse grid. */
export class TakenSpace {
  private readonly cells = new Map<number, Box[]>();

  take(box: Box): void {
    everyCell(box, (cell) => {
      const boxes = this.cells.get(cell);
      if (boxes) boxes.push(box);
      else this.cells.set(cell, [box]);
      return true;
    });
  }

  isFree(box: Box): boolean {
    const isApart = (taken: Box): boolean => !overlap(box, taken);
    return everyCell(box, (cell) => this.cells.get(cell)?.every(isApart) ?? true);
  }
}

/** Asked many thousand times a frame, so no generator. */
function everyCell(box: Box, holds: (cell: number) => boolean): boolean {
  const [bottom, right] = [Math.floor(box.bottom / CELL), Math.floor(box.right / CELL)];
  for (let column = Math.floor(box.left / CELL); column <= right; column++) {
    for (let row = Math.floor(box.top / CELL); row <= bottom; row++) {
      if (!holds(column * 100_003 + row)) return false;
    }
  }
  return true;
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function boxAt(
  request: Pick<LabelRequest, 'x' | 'y' | 'radius' | 'width' | 'height'>,
  side: Side,
): Box {
  const { x, y, radius, width, height } = request;
  const distance = radius + GAP;
  if (side === 'right') return box(x + distance, y - height / 2, width, height);
  if (side === 'left') return box(x - distance - width, y - height / 2, width, height);
  if (side === 'below') return box(x - width / 2, y + distance - 2, width, height);
  return box(x - width / 2, y - distance - height + 2, width, height);
}

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

/** `by` pixels to every side. */
export function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

export function within(inner: Box, frame: Box): boolean {
  return (
    inner.left >= frame.left &&
    inner.right <= frame.right &&
    inner.top >= frame.top &&
    inner.bottom <= frame.bottom
  );
}

/**
 * Places as many of `requests` as fit into `frame`, in order, up to `most`, and takes their space.
 * A label that fits on no side is left out; one that may choose keeps off the nodes that come later, too.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  space: TakenSpace,
  frame: Box,
  most: number,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const nodes = new TakenSpace();
  for (const { solid } of requests) if (solid) nodes.take(solid);
  for (const request of requests) {
    if (placed.length >= most) break;
    const sides = request.side ? [request.side, ...SIDES.filter((side) => side !== request.side)] : SIDES;
    const open = sides.filter((candidate) => {
      const candidateBox = boxAt(request, candidate);
      return within(candidateBox, frame) && space.isFree(candidateBox);
    });
    const side = open.find((candidate) => nodes.isFree(boxAt(request, candidate))) ?? open[0];
    if (request.solid) space.take(request.solid);
    if (!side) continue;
    const taken = boxAt(request, side);
    space.take(grow(taken, CLEARANCE));
    placed.push({ id: request.id, side, box: taken });
  }
  return placed;
}

/** Breaks a name into at most three lines of about `length` characters, at spaces. */
export function wrapName(name: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= 3) return lines;
  return [lines[0]!, lines[1]!, `${lines[2]} …`];
}

/** Themes are named by their most telling concepts, with commas between; from afar the first two must do, or one. */
export function themeLines(label: string, length: number): string[] {
  const concepts = label.split(', ');
  const two = wrapName(concepts.slice(0, 2).join(', '), length);
  return two.at(-1)?.endsWith('…') ? wrapName(concepts[0]!, length) : two;
}
