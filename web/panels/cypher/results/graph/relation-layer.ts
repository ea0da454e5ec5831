/** Draws the relations of a result under its nodes: arrows, beside each other where two nodes share several, with their types. */
import { EDGE_TYPES, type EdgeType } from '../../../../../graph/contract.ts';
import { type Box, grow, TakenSpace } from '../../../../sigma/label-placement.ts';
import { TextMeter, writeLine } from '../../../../sigma/lettering.ts';
import { withAlpha } from '../../../../theme/colour.ts';
import { GROUNDS, type Scheme } from '../../../../theme/palette.ts';
import { relationColour } from '../../../../theme/relation-colours.ts';
import type { CellRelation } from '../../cell.ts';
import type { GraphScene } from './graph-scene.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A relation on the screen: from the rim of one node by `bend` to the rim of the other. */
interface Stroke {
  readonly relation: CellRelation;
  readonly start: Spot;
  readonly bend: Spot;
  readonly end: Spot;
  readonly loop: boolean;
}

/** Pixels. */
const WIDTH = { plain: 1.2, lit: 2.2 };
const ARROW = { length: 7, half: 3 };
const SPREAD = 26;
const LOOP = 15;
const REACH = 6;
const CAPTION = { size: 10, weight: 450, room: 8 };
const ALPHA = { plain: 0.55, faint: 0.07, lit: 0.95 };
/** Past so many, plain relations fade, so that they add up to no tangle. */
const EASY = 300;
/** Past so many, only what is looked at has captions: the legend tells the rest. */
const CAPTIONED = 120;

const meter = new TextMeter();

/** The colour of a type, as on the map where that knows it. */
export function typeColour(type: string, scheme: Scheme): string {
  const known = EDGE_TYPES.find((name): name is EdgeType => name === type);
  return known ? relationColour(known, scheme) : GROUNDS[scheme].edge;
}

/** Returns the places that captions took, which names keep off. */
export function drawRelations(scene: GraphScene): TakenSpace {
  const space = new TakenSpace();
  const context = scene.sigma.getCanvases().relations?.getContext('2d');
  if (!context) return space;
  const { width, height } = scene.sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  const crowd = Math.min(1, Math.sqrt(EASY / Math.max(1, scene.part.relations.length)));
  const drawn: { stroke: Stroke; lit: boolean }[] = [];
  for (const stroke of strokesOf(scene)) {
    if (!isSeen(stroke, width, height)) continue;
    const { relation } = stroke;
    const lit = isLit(scene, relation);
    const alpha = lit ? ALPHA.lit : scene.lit ? ALPHA.faint : ALPHA.plain * crowd;
    const colour = withAlpha(typeColour(relation.type, scene.scheme), alpha);
    drawStroke(context, stroke, colour, lit ? WIDTH.lit : WIDTH.plain);
    if (lit || (!scene.lit && scene.part.relations.length <= CAPTIONED)) drawn.push({ stroke, lit });
  }
  drawn.sort((one, other) => Number(other.lit) - Number(one.lit));
  for (const { stroke, lit } of drawn) drawCaption(context, scene, stroke, lit, space);
  return space;
}

/** The relation at this place of the screen, or null. */
export function relationAt(scene: GraphScene, { x, y }: Spot): string | null {
  let nearest: string | null = null;
  let least = REACH;
  for (const stroke of strokesOf(scene)) {
    for (let i = 1; i < 20; i++) {
      const point = pointOn(stroke, i / 20);
      const next = pointOn(stroke, (i + 1) / 20);
      const distance = toSegment({ x, y }, point, next);
      if (distance < least) {
        least = distance;
        nearest = stroke.relation.ref;
      }
    }
  }
  return nearest;
}

function* strokesOf({ sigma, part, bends }: GraphScene): Generator<Stroke> {
  const graph = sigma.getGraph();
  const places = new Map<string, Spot & { radius: number }>();
  const placeOf = (ref: string) => {
    let place = places.get(ref);
    if (!place) {
      const node = graph.getNodeAttributes(ref);
      place = { ...sigma.graphToViewport(node), radius: sigma.scaleSize(node.size) };
      places.set(ref, place);
    }
    return place;
  };
  for (const [i, relation] of part.relations.entries()) {
    const one = placeOf(relation.from);
    const other = placeOf(relation.to);
    if (relation.from === relation.to) {
      const size = LOOP + Math.abs(bends[i]!) * 8 + one.radius;
      yield {
        relation,
        start: { x: one.x - one.radius * 0.7, y: one.y - one.radius * 0.7 },
        bend: { x: one.x, y: one.y - size * 2 },
        end: { x: one.x + one.radius * 0.7, y: one.y - one.radius * 0.7 },
        loop: true,
      };
      continue;
    }
    const length = Math.hypot(other.x - one.x, other.y - one.y) || 1;
    const normal = { x: -(other.y - one.y) / length, y: (other.x - one.x) / length };
    const off = bends[i]! * Math.min(SPREAD, length / 3) * 2;
    const bend = {
      x: (one.x + other.x) / 2 + normal.x * off,
      y: (one.y + other.y) / 2 + normal.y * off,
    };
    yield {
      relation,
      start: towards(one, bend, one.radius),
      bend,
      end: towards(other, bend, other.radius + 2),
      loop: false,
    };
  }
}

function towards(from: Spot, to: Spot, distance: number): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.min(1, distance / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function pointOn({ start, bend, end }: Stroke, t: number): Spot {
  const u = 1 - t;
  return {
    x: u * u * start.x + 2 * u * t * bend.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * bend.y + t * t * end.y,
  };
}

function toSegment(point: Spot, one: Spot, other: Spot): number {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const share = ((point.x - one.x) * dx + (point.y - one.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, share));
  return Math.hypot(point.x - one.x - dx * t, point.y - one.y - dy * t);
}

function isSeen({ start, bend, end }: Stroke, width: number, height: number): boolean {
  const xs = [start.x, bend.x, end.x];
  const ys = [start.y, bend.y, end.y];
  return Math.max(...xs) > 0 && Math.min(...xs) < width && Math.max(...ys) > 0 && Math.min(...ys) < height;
}

function isLit({ hovered, selected }: GraphScene, { ref, from, to }: CellRelation): boolean {
  const spot = hovered ?? selected;
  if (!spot) return false;
  return spot.type === 'relation' ? spot.ref === ref : spot.ref === from || spot.ref === to;
}

function drawStroke(context: CanvasRenderingContext2D, stroke: Stroke, colour: string, width: number): void {
  const { start, bend, end } = stroke;
  const back = towards(end, bend, ARROW.length);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.quadraticCurveTo(bend.x, bend.y, back.x, back.y);
  context.stroke();
  const length = Math.hypot(end.x - back.x, end.y - back.y) || 1;
  const across = {
    x: (-(end.y - back.y) / length) * (ARROW.half + width / 2),
    y: ((end.x - back.x) / length) * (ARROW.half + width / 2),
  };
  context.beginPath();
  context.moveTo(end.x, end.y);
  context.lineTo(back.x + across.x, back.y + across.y);
  context.lineTo(back.x - across.x, back.y - across.y);
  context.closePath();
  context.fill();
}

/** The type along the line, where there is room for it. */
function drawCaption(
  context: CanvasRenderingContext2D,
  scene: GraphScene,
  stroke: Stroke,
  lit: boolean,
  space: TakenSpace,
): void {
  const text = stroke.relation.type;
  const width = meter.widthOf(context, text, CAPTION);
  const [one, other] = [pointOn(stroke, 0.4), pointOn(stroke, 0.6)];
  const length = Math.hypot(stroke.end.x - stroke.start.x, stroke.end.y - stroke.start.y);
  if (!stroke.loop && length < width + CAPTION.room) return;
  let angle = stroke.loop ? 0 : Math.atan2(other.y - one.y, other.x - one.x);
  // Never upside down.
  if (Math.abs(angle) > Math.PI / 2) angle += Math.PI;
  const middle = pointOn(stroke, 0.5);
  const boxes = boxesAlong(middle, angle, width);
  if (!boxes.every((box) => space.isFree(box))) return;
  for (const box of boxes) space.take(box);
  const ground = GROUNDS[scene.scheme];
  context.save();
  context.translate(middle.x, middle.y);
  context.rotate(angle);
  writeLine(
    context,
    text,
    { x: 0, y: 0, align: 'center' },
    { ...CAPTION, colour: lit ? ground.ink : ground.quiet, ground: ground.map, halo: 3.5, presence: 1 },
  );
  context.restore();
}

/** A slanted line of text as a row of small boxes. */
function boxesAlong({ x, y }: Spot, angle: number, width: number): Box[] {
  const parts = Math.max(1, Math.ceil(width / CAPTION.size));
  return Array.from({ length: parts }, (_, i) => {
    const at = ((i + 0.5) / parts - 0.5) * width;
    const spot = { x: x + Math.cos(angle) * at, y: y + Math.sin(angle) * at };
    return grow({ left: spot.x, right: spot.x, top: spot.y, bottom: spot.y }, CAPTION.size * 0.6);
  });
}
