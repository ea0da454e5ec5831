/** Emphasis and colour scheme to Sigma's display data. */
import type { EdgeDisplayData } from 'sigma/types';
import { mix, premultiplied, withAlpha } from '../theme/colour.ts';
import { GROUNDS, type Scheme, themeColour } from '../theme/palette.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';
import type { Emphasis, Level } from './emphasis.ts';
import type { ShapeDisplayData } from './node-shape-program.ts';

/** How much of its colour a node keeps. */
const NODE_ALPHA: Readonly<Record<Level, number>> = { focus: 1, near: 1, plain: 1, faint: 0.3, hidden: 0 };
const HOVER_FAINT = 0.14;
/** Papers are drawn a little towards the ground, so that concepts lead. */
const PAPER_FADE = 0.28;

/** Pixels. */
const LIT_WIDTH = 2.4;
const EDGE_ALPHA = { lit: 0.62, plain: 0.3, faint: 0.045 };
/** Past so many edges the plain ones fade, so that they never add up to a tangle. */
const EASY_EDGES = 900;
/** What edges between themes keep of that: they are the long ones, which lie over everything else. */
const CROSSING = 0.5;
/** Near, they only pass through: their alpha goes with the distance to this power. */
const NEARNESS = 0.6;

export function nodeReducer(emphasis: Emphasis, scheme: Scheme, marksUnsure: boolean) {
  const ground = GROUNDS[scheme];
  return (node: string, data: DrawnNode): Partial<ShapeDisplayData> => {
    const level = emphasis.level(node);
    const full = themeColour(data.colour, scheme);
    const colour = data.kind === 'Paper' ? mix(full, ground.map, PAPER_FADE) : full;
    const alpha = level === 'faint' && emphasis.hovering ? HOVER_FAINT : NODE_ALPHA[level];
    const focused = level === 'focus';
    return {
      ...data,
      label: null,
      color: alpha === 1 ? (focused ? full : colour) : withAlpha(colour, alpha),
      size: focused ? Math.max(data.size * 1.25, 6) : data.size,
      rim: focused ? 2.2 : 1,
      rimColor: focused ? ground.ink : withAlpha(ground.map, level === 'faint' ? 0 : 0.9),
      holeColor: ground.map,
      dashed: marksUnsure && data.unsure && level !== 'hidden' ? 1 : 0,
      hidden: level === 'hidden',
      zIndex: focused ? 3 : level === 'near' ? 2 : data.kind === 'Paper' ? 0 : 1,
    };
  };
}

/** `distance` from 0 to 1, as `MapScene` has it. */
export function edgeReducer(emphasis: Emphasis, graph: DrawnGraph, scheme: Scheme, distance: number) {
  const grey = GROUNDS[scheme].edge;
  const crowd = Math.min(1, Math.sqrt(EASY_EDGES / Math.max(1, graph.size)));
  const fade = {
    within: crowd,
    crossing: crowd * CROSSING * distance ** NEARNESS,
  };
  const quiet = emphasis.active ? EDGE_ALPHA.faint : EDGE_ALPHA.plain;
  return (edge: string, data: DrawnEdge): Partial<EdgeDisplayData> => {
    const [source, target] = graph.extremities(edge);
    const lit = emphasis.lit(source, target);
    const shared =
      !emphasis.active || (emphasis.level(source) !== 'faint' && emphasis.level(target) !== 'faint');
    const colour = data.colour < 0 ? grey : themeColour(data.colour, scheme);
    const alpha = lit
      ? EDGE_ALPHA.lit
      : (shared ? EDGE_ALPHA.plain : quiet) * (data.crossing ? fade.crossing : fade.within);
    return {
      ...data,
      label: null,
      size: lit ? LIT_WIDTH : data.size,
      color: premultiplied(colour, alpha),
      zIndex: lit ? 1 : 0,
    };
  };
}
