/** A plan as rows of a tree. Pure. */
import type { PlanStep } from '../../../../../graph/contract.ts';

export const PLAN_FIGURES = ['estimatedRows', 'rows', 'dbHits', 'milliseconds'] as const;
export type PlanFigure = (typeof PLAN_FIGURES)[number];

export interface PlanRow {
  /** Index among the plan's steps. */
  readonly index: number;
  readonly step: PlanStep;
  /** 1 for the step that gives the result. */
  readonly level: number;
  readonly children: number;
  /** Place among the steps of the same parent, from 1. */
  readonly place: number;
  readonly siblings: number;
}

export interface Plan {
  readonly rows: readonly PlanRow[];
  /** Figures that the engine gave for any step, with the largest and the sum of each. */
  readonly figures: ReadonlyMap<PlanFigure, { readonly most: number; readonly sum: number }>;
}

/** A step of which the parent is not before it stands at the root. */
export function planOf(steps: readonly PlanStep[]): Plan {
  const parents = steps.map(({ parent }, i) =>
    parent !== null && parent >= 0 && parent < i ? parent : null,
  );
  const children = new Map<number | null, number[]>();
  parents.forEach((parent, i) => {
    const siblings = children.get(parent);
    if (siblings) siblings.push(i);
    else children.set(parent, [i]);
  });
  const levels: number[] = [];
  const rows = steps.map((step, index): PlanRow => {
    const parent = parents[index]!;
    const siblings = children.get(parent)!;
    levels[index] = parent === null ? 1 : levels[parent]! + 1;
    return {
      index,
      step,
      level: levels[index]!,
      children: children.get(index)?.length ?? 0,
      place: siblings.indexOf(index) + 1,
      siblings: siblings.length,
    };
  });
  return { rows, figures: figuresOf(steps) };
}

function figuresOf(steps: readonly PlanStep[]): Plan['figures'] {
  const figures = new Map<PlanFigure, { most: number; sum: number }>();
  for (const name of PLAN_FIGURES) {
    const values = steps.flatMap((step) => step[name] ?? []);
    if (values.length === 0) continue;
    figures.set(name, { most: Math.max(...values), sum: values.reduce((sum, value) => sum + value, 0) });
  }
  return figures;
}

/** The rows that are not within one that is folded. */
export function openRows({ rows }: Plan, folded: ReadonlySet<number>): PlanRow[] {
  let within = Infinity;
  return rows.filter((row) => {
    if (row.level > within) return false;
    within = folded.has(row.index) ? row.level : Infinity;
    return true;
  });
}
