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

export function measuredNodes({ nodes }: GraphView): Measured[] {
  return nodes.id.map((_, i) => ({
    kind: nodes.kind[i]!,
    weight: nodes.weight[i]!,
    year: nodes.year[i] ?? null,
    betweenness: nodes.betweenness[i] ?? 0,
    ambiguity: nodes.ambiguity[i] ?? 0,
    degree: 0,
  }));
}

/** `whole` measures have whole numbers as bounds. Null where no drawn node has a value. */
export function scaleOf(view: GraphView, measure: Measure, whole: boolean): Scale | null {
  const nodes = measuredNodes(view);
  const span = spanOf(measure, nodes);
  if (!span) return null;
  const values = nodes.flatMap((node) => measuredBy(measure, node) ?? []);
  const bounds = boundsOf(measure, span, whole);
  const buckets = bounds.slice(0, -1).flatMap((from, i): Bucket[] => {
    const last = i === bounds.length - 2;
    const end = bounds[i + 1]!;
    const number = values.filter((value) => value >= from && (last ? value <= end : value < end)).length;
    const to = whole && !last ? end - 1 : end;
    return number === 0 ? [] : [{ from, to, nodes: number, share: shareOf(measure, (from + to) / 2, span) }];
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
