/** A continuous scale in a few steps that can be named, counted and clicked. Pure. */
import type { GraphView } from '../../../graph/contract.ts';
import {
  type Measure,
  type Measured,
  measuredBy,
  type Span,
  shareOf,
  spanOf,
  valueAt,
} from '../../sigma/measures.ts';

export interface Bucket {
  readonly from: number;
  readonly to: number;
  /** Drawn nodes in it. */
  readonly nodes: number;
  readonly ids: readonly string[];
  /** Where in the scale its middle lies, from 0 to 1. */
  readonly share: number;
}

export interface Scale {
  readonly span: Span;
  /** From little to much; steps without a node are left out. */
  readonly buckets: readonly Bucket[];
  /** Drawn nodes of which the measure says nothing. */
  readonly without: number;
}

const STEPS = 6;

export function measuredNodes({ nodes, edges }: GraphView): Measured[] {
  const degrees = nodes.id.map(() => 0);
  for (const [i, source] of edges.source.entries()) {
    const target = edges.target[i]!;
    if (source === target) continue;
    degrees[source]!++;
    degrees[target]!++;
  }
  return nodes.id.map((_, i) => ({
    kind: nodes.kind[i]!,
    weight: nodes.weight[i]!,
    year: nodes.year[i] ?? null,
    betweenness: nodes.betweenness[i] ?? 0,
    ambiguity: nodes.ambiguity[i] ?? 0,
    degree: degrees[i]!,
  }));
}

/** Buckets of years, less what lies outside the span that the map is narrowed to. */
export function within(buckets: readonly Bucket[], from: number | null, to: number | null): Bucket[] {
  return buckets.flatMap((bucket): Bucket[] => {
    const least = Math.max(bucket.from, from ?? bucket.from);
    const most = Math.min(bucket.to, to ?? bucket.to);
    return least > most ? [] : [{ ...bucket, from: least, to: most }];
  });
}

/** `whole` measures have whole numbers as bounds. Null where no drawn node has a value. */
export function scaleOf(view: GraphView, measure: Measure, whole: boolean): Scale | null {
  const nodes = measuredNodes(view);
  const span = spanOf(measure, nodes);
  if (!span) return null;
  const values = nodes.flatMap((node, i) => {
    const value = measuredBy(measure, node);
    return value === null ? [] : [{ id: view.nodes.id[i]!, value }];
  });
  const bounds = boundsOf(measure, span, whole);
  const buckets = bounds.slice(0, -1).flatMap((from, i): Bucket[] => {
    const last = i === bounds.length - 2;
    const end = bounds[i + 1]!;
    const ids = values
      .filter(({ value }) => value >= from && (last ? value <= end : value < end))
      .map(({ id }) => id);
    const to = whole && !last ? end - 1 : end;
    const share = shareOf(measure, (from + to) / 2, span);
    return ids.length === 0 ? [] : [{ from, to, nodes: ids.length, ids, share }];
  });
  return { span, buckets, without: nodes.length - values.length };
}

function boundsOf(measure: Measure, span: Span, whole: boolean): number[] {
  const bounds = Array.from({ length: STEPS + 1 }, (_, step) => {
    const bound = valueAt(measure, step / STEPS, span);
    return whole ? Math.round(bound) : bound;
  });
  const apart = [...new Set(bounds)];
  return apart.length > 1 ? apart : [span.least, span.least];
}
