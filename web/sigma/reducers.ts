/** Emphasis and paint to Sigma's display data. */
import type { EdgeDisplayData } from 'sigma/types';
import { premultiplied, withAlpha } from '../theme/colour.ts';
import { GROUNDS } from '../theme/palette.ts';
import { type DrawnEdge, type DrawnGraph, type DrawnNode, FADES } from './drawn-graph.ts';
import type { Emphasis, Level } from './emphasis.ts';
import type { ShapeDisplayData } from './node-shape-program.ts';
import type { Paint } from './paint.ts';

/** How much of its colour a node keeps. */
const NODE_ALPHA: Readonly<Record<Level, number>> = { focus: 1, near: 1, plain: 1, faint: 0.3, hidden: 0 };
const HOVER_FAINT = 0.14;
/** Pixels. */
const FOCUS_RIM = 2.2;
const PICKED_RIM = 2.6;
const RIM = 1;
/** Focused nodes are no smaller, in pixels. */
const FOCUS_RADIUS = 6;

/** Pixels. */
const LIT_WIDTH = 2.4;
const EDGE_ALPHA = { lit: 0.62, plain: 0.3, faint: 0.045 };
/** Past so many edges the plain ones fade, so that they never add up to a tangle. */
const EASY_EDGES = 900;
/** What edges between themes keep of that: they are the long ones, which lie over everything else. */
const CROSSING = 0.5;
/** Near, they only pass through: their alpha goes with the distance to this power. */
const NEARNESS = 0.6;
/** Links between themes are few, and what their lens is about. */
const LINK_ALPHA = 0.34;

export function nodeReducer(emphasis: Emphasis, paint: Paint, marksUnsure: boolean) {
  const { scheme } = paint;
  const ground = GROUNDS[scheme];
  const rims = { plain: withAlpha(ground.map, 0.9), none: withAlpha(ground.map, 0) };
  return (node: string, data: DrawnNode): Partial<ShapeDisplayData> => {
    const going = data.fade === FADES.goes;
    const level = going ? 'plain' : emphasis.level(node);
    const colour = paint.nodeColour(data);
    const alpha = level === 'faint' && emphasis.hovering ? HOVER_FAINT : NODE_ALPHA[level];
    const focused = level === 'focus';
    const picked = emphasis.picked(node);
    const radius = paint.radius(data);
    return {
      x: data.x,
      y: data.y,
      type: data.type,
      shape: data.shape,
      label: null,
      color: alpha === 1 ? colour : withAlpha(colour, alpha),
      size: focused ? Math.max(radius * 1.25, FOCUS_RADIUS) : radius,
      rim: picked ? PICKED_RIM : focused ? FOCUS_RIM : RIM,
      rimColor: picked || focused ? ground.ink : level === 'faint' ? rims.none : rims.plain,
      holeColor: ground.map,
      dashed: marksUnsure && data.unsure && level !== 'hidden' ? 1 : 0,
      // Papers step back from afar, but not those that are looked at.
      recedes: data.kind === 'Paper' && (level === 'plain' || level === 'faint') && !picked ? 1 : 0,
      fade: data.fade,
      hidden: level === 'hidden',
      zIndex: focused ? 3 : level === 'near' || picked ? 2 : data.kind === 'Paper' ? 0 : 1,
    };
  };
}

/** `distance` from 0 to 1, as `MapScene` has it. */
export function edgeReducer(emphasis: Emphasis, graph: DrawnGraph, paint: Paint, distance: number) {
  const crowd = Math.min(1, Math.sqrt(EASY_EDGES / Math.max(1, graph.size)));
  const fade = {
    within: crowd,
    crossing: crowd * CROSSING * distance ** NEARNESS,
  };
  const quiet = emphasis.active ? EDGE_ALPHA.faint : EDGE_ALPHA.plain;
  const blend = blender();
  return (edge: string, data: DrawnEdge): Partial<EdgeDisplayData> => {
    const source = graph.source(edge);
    const target = graph.target(edge);
    const one = emphasis.level(source);
    const other = emphasis.level(target);
    if (one === 'hidden' || other === 'hidden' || emphasis.cut(data.relation))
      return { type: data.type, label: null, size: data.size, color: '#0000', hidden: true, zIndex: 0 };
    const lit = emphasis.lit(source, target);
    const shared = !emphasis.active || (one !== 'faint' && other !== 'faint');
    const linked = data.relation === 'LINKS';
    const plain = shared ? EDGE_ALPHA.plain : quiet;
    const alpha = lit
      ? EDGE_ALPHA.lit
      : linked
        ? plain * (LINK_ALPHA / EDGE_ALPHA.plain)
        : plain * (data.crossing ? fade.crossing : fade.within);
    return {
      type: data.type,
      label: null,
      size: lit ? Math.max(LIT_WIDTH, data.size) : data.size,
      color: blend(paint.edgeColour(data), alpha),
      hidden: false,
      zIndex: lit ? 1 : 0,
    };
  };
}

/** As `premultiplied`, which is asked for the same few colours by every edge. */
function blender(): typeof premultiplied {
  const known = new Map<number, Map<string, string>>();
  return (hex, alpha) => {
    let colours = known.get(alpha);
    if (!colours) {
      colours = new Map();
      known.set(alpha, colours);
    }
    let colour = colours.get(hex);
    if (colour === undefined) {
      colour = premultiplied(hex, alpha);
      colours.set(hex, colour);
    }
    return colour;
  };
}
