/** Writes the names of a result's nodes beside them, never one on another. */
import { shorten } from '../../../../components/words.ts';
import {
  type Box,
  type LabelRequest,
  placeLabels,
  type TakenSpace,
  wrapName,
} from '../../../../sigma/label-placement.ts';
import { LEADING, type Lettering, TextMeter, writeLine } from '../../../../sigma/lettering.ts';
import { solidOf } from '../../../../sigma/solid.ts';
import { GROUNDS } from '../../../../theme/palette.ts';
import type { GraphScene } from './graph-scene.ts';

/** Names at most, and how many are tried for each. */
const MOST = 140;
const TRIED = 4;
/** Relations of a node whose name matters. */
const HUB = 3;
/** Letters. */
const LENGTH = { plain: 40, focus: 110, line: 24, focusLine: 40 };
const EDGE = 3;
/** What the buttons take in the corner below. Pixels. */
const TOOLS = { width: 44, height: 108 };
/** A ring of neighbours at most, in pixels, that a name stands under. */
const RING = 110;
/** Pixels. */
const SIZE = { plain: 11.5, focus: 12.5 };

const meter = new TextMeter();
void document.fonts.ready.then(() => meter.forget());

export function drawNames(scene: GraphScene, space: TakenSpace): void {
  const context = scene.sigma.getCanvases().names?.getContext('2d');
  if (!context) return;
  const { sigma } = scene;
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  const requests: LabelRequest[] = [];
  const texts = new Map<string, { lines: string[]; lettering: Lettering }>();
  for (const ref of inOrder(scene)) {
    if (requests.length >= MOST * TRIED) break;
    const node = sigma.getGraph().getNodeAttributes(ref);
    const { x, y } = sigma.graphToViewport(node);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const focus = isFocus(scene, ref);
    const lettering = letteringOf(scene, focus);
    const name = shorten(scene.byRef.get(ref)!.name, focus ? LENGTH.focus : LENGTH.plain);
    const lines = wrapName(name, focus ? LENGTH.focusLine : LENGTH.line);
    const radius = sigma.scaleSize(node.size);
    texts.set(ref, { lines, lettering });
    requests.push({
      id: ref,
      x,
      y,
      radius,
      width: Math.max(...lines.map((line) => meter.widthOf(context, line, lettering))),
      height: lines.length * lettering.size * LEADING,
      solid: solidOf(x, y, radius),
      side: undefined,
    });
  }
  const frame = { left: EDGE, top: EDGE, right: width - EDGE, bottom: height - EDGE };
  space.take({ left: width - TOOLS.width, top: height - TOOLS.height, right: width, bottom: height });
  const focused = requests.filter(({ id }) => isFocus(scene, id));
  // What is looked at is named whatever it lies on; all others keep off every node that is not faint.
  const first = placeLabels([...focused, ...requests], space, frame, focused.length);
  const solids = scene.lit ? requests : everyNode(scene, width, height);
  for (const { solid } of solids) if (solid) space.take(solid);
  const others = requests
    .filter(({ id }) => !isFocus(scene, id))
    .map((request) => ({ ...request, solid: null }));
  const hubs = others.filter(({ id }) => (scene.degrees.get(id) ?? 0) >= HUB);
  const beside = placeLabels(hubs, space, frame, MOST);
  const named = new Set(beside.map(({ id }) => id));
  // One that stands in a ring of others is named under the ring.
  const around = hubs
    .filter(({ id }) => !named.has(id))
    .map((hub) => ({ ...hub, radius: ringOf(scene, hub), side: 'below' as const }))
    .filter(({ radius }) => radius <= RING);
  const under = placeLabels(around, space, frame, MOST);
  const lesser = others.filter(({ id }) => (scene.degrees.get(id) ?? 0) < HUB);
  const rest = placeLabels(lesser, space, frame, MOST - first.length - beside.length - under.length);
  for (const { id, box } of [...first, ...beside, ...under, ...rest]) {
    const { lines, lettering } = texts.get(id)!;
    lines.forEach((line, i) => {
      const y = box.top + (i + 0.5) * lettering.size * LEADING;
      writeLine(context, line, { x: box.left, y, align: 'left' }, lettering);
    });
  }
}

function everyNode({ sigma, part }: GraphScene, width: number, height: number): { solid: Box | null }[] {
  const graph = sigma.getGraph();
  return part.nodes.flatMap(({ ref }) => {
    const node = graph.getNodeAttributes(ref);
    const { x, y } = sigma.graphToViewport(node);
    const seen = x > -RING && y > -RING && x < width + RING && y < height + RING;
    return seen ? [{ solid: solidOf(x, y, sigma.scaleSize(node.size)) }] : [];
  });
}

/** Pixels from a node to the far side of its neighbours. */
function ringOf({ sigma, part }: GraphScene, { id, x, y }: Pick<LabelRequest, 'id' | 'x' | 'y'>): number {
  const graph = sigma.getGraph();
  let farthest = 0;
  for (const { from, to } of part.relations) {
    if ((from !== id && to !== id) || from === to) continue;
    const node = graph.getNodeAttributes(from === id ? to : from);
    const place = sigma.graphToViewport(node);
    farthest = Math.max(farthest, Math.hypot(place.x - x, place.y - y) + sigma.scaleSize(node.size));
  }
  return farthest;
}

/** Those that are looked at and their neighbours alone, or all, those with most relations first. */
function inOrder(scene: GraphScene): string[] {
  const { lit, nameOrder } = scene;
  const near = lit ? nameOrder.filter((ref) => lit.has(ref)) : nameOrder;
  const focused = near.filter((ref) => isFocus(scene, ref));
  return [...focused, ...near.filter((ref) => !isFocus(scene, ref))];
}

function isFocus({ hovered, selected }: GraphScene, ref: string): boolean {
  return [hovered, selected].some((spot) => spot?.type === 'node' && spot.ref === ref);
}

function letteringOf({ scheme }: GraphScene, focus: boolean): Lettering {
  const ground = GROUNDS[scheme];
  return {
    size: focus ? SIZE.focus : SIZE.plain,
    weight: focus ? 650 : 480,
    colour: ground.ink,
    ground: ground.map,
    halo: 3.5,
    presence: 1,
  };
}
