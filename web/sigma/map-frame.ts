/**
 * The frame of the map: the part of the layout that fills it when all is shown, and the lands of the themes in it.
 * It is that of the widest view seen so far, so that no filter moves anything. Pure.
 */
import type { GraphView } from '../../graph/contract.ts';
import type { CameraSight } from '../state/camera-address.ts';
import type { Position } from '../state/view.ts';
import type { CameraPlace } from './camera-frame.ts';

type Extent = [least: number, most: number];

export interface FrameBox {
  x: Extent;
  y: Extent;
}

export interface MapFrame {
  /** The widest view. */
  readonly view: GraphView;
  readonly box: FrameBox;
}

/** Shared nodes that are looked at to tell whether the layout is another. */
const SAMPLE = 300;

/** `current` itself where `base` neither reaches farther nor is laid out anew. */
export function nextFrame(current: MapFrame | null, base: GraphView): MapFrame | null {
  if (base.nodes.id.length === 0) return current;
  if (!current || isAnother(current.view, base)) return { view: base, box: boxOf(base) };
  const wider = base.nodes.id.length > current.view.nodes.id.length;
  return wider ? { view: base, box: union(current.box, boxOf(base)) } : current;
}

function isAnother(known: GraphView, base: GraphView): boolean {
  const themes = new Set(known.themes.map(({ id }) => id));
  if (!base.themes.some(({ id }) => themes.has(id)) && themes.size > 0 && base.themes.length > 0) return true;
  const at = new Map(base.nodes.id.map((id, i) => [id, i]));
  let compared = 0;
  let moved = 0;
  for (let i = 0; i < known.nodes.id.length && compared < SAMPLE; i++) {
    const j = at.get(known.nodes.id[i]!);
    if (j === undefined) continue;
    compared++;
    if (known.nodes.x[i] !== base.nodes.x[j] || known.nodes.y[i] !== base.nodes.y[j]) moved++;
  }
  return moved > compared / 2;
}

function boxOf({ nodes }: GraphView): FrameBox {
  return { x: extent(nodes.x), y: extent(nodes.y) };
}

function union(one: FrameBox, other: FrameBox): FrameBox {
  const joined = (name: 'x' | 'y'): Extent => [
    Math.min(one[name][0], other[name][0]),
    Math.max(one[name][1], other[name][1]),
  ];
  return { x: joined('x'), y: joined('y') };
}

export function extent(values: readonly number[]): Extent {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

interface Dimensions {
  readonly width: number;
  readonly height: number;
}

const middle = ([least, most]: Extent): number => (least + most) / 2;
const size = ([least, most]: Extent): number => most - least || 1;

/** Layout units. */
export const extentsOf = ({ x, y }: FrameBox): Dimensions => ({ width: size(x), height: size(y) });

/** Layout units that a camera ratio of 1 is worth, as Sigma normalises and fits the box into the window. */
function scaleOf({ x, y }: FrameBox, { width, height }: Dimensions): number {
  const side = Math.max(size(x), size(y));
  const graph = size(y) / size(x);
  const screen = height / width;
  const across = (screen < 1 && graph > 1) || (screen > 1 && graph < 1);
  const fit = across ? 1 : Math.min(Math.max(graph, 1 / graph), Math.max(1 / screen, screen));
  return side / fit;
}

/** As Sigma normalises: the longer side of the box is 0 to 1. */
export function framedIn({ x, y }: FrameBox, place: Position): Position {
  const side = Math.max(size(x), size(y));
  return { x: 0.5 + (place.x - middle(x)) / side, y: 0.5 + (place.y - middle(y)) / side };
}

/** A place of the camera that holds for any frame and window. */
export function toLayout(place: CameraPlace, box: FrameBox, screen: Dimensions): CameraSight {
  const side = Math.max(size(box.x), size(box.y));
  return {
    x: middle(box.x) + (place.x - 0.5) * side,
    y: middle(box.y) + (place.y - 0.5) * side,
    span: place.ratio * scaleOf(box, screen),
  };
}

/** The inverse of `toLayout`. */
export function toCamera({ x, y, span }: CameraSight, box: FrameBox, screen: Dimensions): CameraPlace {
  return { ...framedIn(box, { x, y }), ratio: span / scaleOf(box, screen) };
}
