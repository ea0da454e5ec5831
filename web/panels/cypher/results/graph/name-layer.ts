/** Writes the names of a result's nodes beside them, never one on another. */
import { shorten } from '../../../../components/words.ts';
import {
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
  // Names that matter may lie on lesser nodes where there is no other room; all others keep off every node.
  const matters = ({ id }: LabelRequest) => scene.lit !== null || (scene.degrees.get(id) ?? 0) >= HUB;
  const first = placeLabels(requests.filter(matters), space, frame, MOST);
  for (const { solid } of requests) if (solid) space.take(solid);
  const others = requests
    .filter((request) => !matters(request))
    .map((request) => ({ ...request, solid: null }));
  const rest = placeLabels(others, space, frame, MOST - first.length);
  for (const { id, box } of [...first, ...rest]) {
    const { lines, lettering } = texts.get(id)!;
    lines.forEach((line, i) => {
      const y = box.top + (i + 0.5) * lettering.size * LEADING;
      writeLine(context, line, { x: box.left, y, align: 'left' }, lettering);
    });
  }
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
