/** What colour and what size nodes and links have, by the choice of the page; before any emphasis. */
import type { DrawnKind } from '../../graph/contract.ts';
import type { Colouring, EdgeColouring, Sizing } from '../state/view.ts';
import { mix } from '../theme/colour.ts';
import { GROUNDS, kindColour, type Scheme, themeColour } from '../theme/palette.ts';
import { relationColour } from '../theme/relation-colours.ts';
import { scaleColour } from '../theme/scales.ts';
import type { DrawnEdge, DrawnGraph, DrawnNode } from './drawn-graph.ts';
import { type Measure, type Measured, measuredBy, type Span, shareOf, spanOf } from './measures.ts';

export interface Appearance {
  readonly colouring: Colouring;
  readonly sizing: Sizing;
  readonly edgeColouring: EdgeColouring;
  readonly scheme: Scheme;
}

export interface Paint extends Appearance {
  nodeColour(node: DrawnNode): string;
  /** Radius in pixels when the whole map is seen. */
  radius(node: DrawnNode): number;
  edgeColour(edge: DrawnEdge): string;
}

/** Radii in pixels on a map of `COMFORTABLE` nodes; more nodes are drawn smaller, fewer larger. */
const RADIUS = {
  paper: { least: 3, most: 5.5 },
  concept: { least: 2.4, most: 12 },
  theme: { least: 9, most: 34 },
} as const;
type Group = keyof typeof RADIUS;
const COMFORTABLE = 500;
const CROWDING = { least: 0.4, most: 1.25 };
/** Where all are of one size, they are this share of the way from the least to the most. */
const SAME = 0.3;
/** Papers are drawn a little towards the ground, so that concepts lead. */
const PAPER_FADE = 0.28;
/** Steps of a scale; finer ones can't be told apart, and would each be another colour to parse. */
const STEPS = 64;

export const groupOf = (kind: DrawnKind): Group =>
  kind === 'Paper' ? 'paper' : kind === 'Theme' ? 'theme' : 'concept';

/** Radius in pixels; area, not radius, follows `share`, from 0 to 1. */
export function radiusOf(kind: DrawnKind, share: number, nodes: number): number {
  const { least, most } = RADIUS[groupOf(kind)];
  const crowding = Math.sqrt(COMFORTABLE / Math.max(1, nodes));
  const scale = Math.min(CROWDING.most, Math.max(CROWDING.least, crowding));
  return (least + (most - least) * Math.sqrt(Math.min(1, Math.max(0, share)))) * scale;
}

/** `crowd`: for how many nodes the sizes are meant, so that a filter does not change them. */
export function paintOf(graph: DrawnGraph, appearance: Appearance, crowd = graph.order): Paint {
  return {
    ...appearance,
    nodeColour: nodeColours(graph, appearance),
    radius: radiiOf([...attributesOf(graph)], appearance.sizing, crowd),
    edgeColour: edgeColours(appearance),
  };
}

function* attributesOf(graph: DrawnGraph): Generator<DrawnNode> {
  for (const { attributes } of graph.nodeEntries()) yield attributes;
}

function nodeColours(graph: DrawnGraph, { colouring, scheme }: Appearance): Paint['nodeColour'] {
  const ground = GROUNDS[scheme];
  const none = themeColour(-1, scheme);
  if (colouring === 'kind') {
    return ({ kind, colour }) => {
      if (kind === 'Theme') return themeColour(colour, scheme);
      return kind === 'Paper' ? mixed(ground.quiet, ground.map, PAPER_FADE) : kindColour(kind, scheme);
    };
  }
  if (colouring === 'theme') {
    return ({ kind, colour }) => {
      const full = themeColour(colour, scheme);
      return kind === 'Paper' ? mixed(full, ground.map, PAPER_FADE) : full;
    };
  }
  const span = spanOf(colouring, attributesOf(graph));
  const scale = Array.from({ length: STEPS + 1 }, (_, step) => scaleColour(step / STEPS, scheme));
  return (node) => {
    const value = measuredBy(colouring, node);
    if (value === null || !span) return mixed(none, ground.map, PAPER_FADE * 2);
    return scale[Math.round(shareOf(colouring, value, span) * STEPS)]!;
  };
}

/** Radius in pixels of each of `all`, by the measure. */
export function radiiOf(all: readonly Measured[], sizing: Sizing, nodes: number): (node: Measured) => number {
  if (sizing === 'same') return ({ kind }) => radiusOf(kind, SAME, nodes);
  if (sizing === 'count') {
    const heaviest = { paper: 0, concept: 0, theme: 0 };
    for (const { kind, weight } of all) heaviest[groupOf(kind)] = Math.max(heaviest[groupOf(kind)], weight);
    return ({ kind, weight }) => radiusOf(kind, weight / Math.max(heaviest[groupOf(kind)], 1e-9), nodes);
  }
  const spans = new Map<Group, Span | null>();
  for (const group of ['paper', 'concept', 'theme'] as const) {
    const members = all.filter(({ kind }) => groupOf(kind) === group);
    spans.set(group, spanOf(sizing, members));
  }
  return (node) => {
    const value = measuredBy(sizing, node);
    const span = spans.get(groupOf(node.kind));
    return radiusOf(node.kind, value === null || !span ? 0 : squared(sizing, value, span), nodes);
  };
}

/** NOTE: `radiusOf` takes the root, which `shareOf` has taken for what is skewed. */
function squared(measure: Measure, value: number, span: Span): number {
  return shareOf(measure, value, span) ** 2;
}

function edgeColours({ edgeColouring, scheme }: Appearance): Paint['edgeColour'] {
  if (edgeColouring === 'relation') return ({ relation }) => relationColour(relation, scheme);
  const grey = GROUNDS[scheme].edge;
  return ({ colour }) => (colour < 0 ? grey : themeColour(colour, scheme));
}

const mixes = new Map<string, string>();

/** As `mix`, which is asked for the same few colours by every node. */
function mixed(bottom: string, top: string, share: number): string {
  const key = `${bottom} ${top} ${share}`;
  const known = mixes.get(key);
  if (known !== undefined) return known;
  const colour = mix(bottom, top, share);
  mixes.set(key, colour);
  return colour;
}
