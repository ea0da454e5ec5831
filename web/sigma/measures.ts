/** What nodes are coloured and sized by: a value of each, and the span of all. Pure. */
import type { DrawnKind } from '../../graph/contract.ts';

export const MEASURES = ['year', 'count', 'degree', 'betweenness', 'stability'] as const;
export type Measure = (typeof MEASURES)[number];

/** What a measure needs to know of a node. */
export interface Measured {
  readonly kind: DrawnKind;
  /** Concepts and themes: in how many papers. */
  readonly weight: number;
  readonly year: number | null;
  readonly betweenness: number;
  readonly ambiguity: number;
  /** Links on the map. */
  readonly degree: number;
}

/** Least and greatest value. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/** Counts and the like are skewed: their colours and sizes go by the root. */
const BY_ROOT: ReadonlySet<Measure> = new Set(['count', 'degree', 'betweenness']);

/** Null where the measure says nothing of such a node. */
export function measuredBy(measure: Measure, node: Measured): number | null {
  if (measure === 'year') return node.year;
  if (measure === 'degree') return node.degree;
  if (measure === 'betweenness') return node.betweenness;
  if (measure === 'count') return node.kind === 'Paper' ? null : node.weight;
  return node.kind === 'Paper' || node.kind === 'Theme' ? null : 1 - node.ambiguity;
}

/** Null where no node has a value. */
export function spanOf(measure: Measure, nodes: Iterable<Measured>): Span | null {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const node of nodes) {
    const value = measuredBy(measure, node);
    if (value === null) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least <= most ? { least, most } : null;
}

/** Where in its span a value lies, from 0 to 1. */
export function shareOf(measure: Measure, value: number, { least, most }: Span): number {
  if (most <= least) return 1;
  const share = Math.min(1, Math.max(0, (value - least) / (most - least)));
  return BY_ROOT.has(measure) ? Math.sqrt(share) : share;
}

/** The inverse of `shareOf`. */
export function valueAt(measure: Measure, share: number, { least, most }: Span): number {
  return least + (most - least) * (BY_ROOT.has(measure) ? share * share : share);
}
