import type { Plan, ProfiledPlan } from 'neo4j-driver';
import type { PlanStep } from '../store.ts';

const NANOSECONDS = 1_000_000;

/** A plan, profiled or not, as steps in pre-order. */
export function planSteps(root: Plan | ProfiledPlan, profiled: boolean): PlanStep[] {
  const steps: PlanStep[] = [];
  const waiting: { plan: Plan; parent: number | null }[] = [{ plan: root, parent: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { plan, parent } = next;
    const { Details, EstimatedRows, Rows, DbHits, Time } = plan.arguments as Record<string, unknown>;
    const time = profiled ? numberOf(Time) : null;
    const self = steps.push({
      parent,
      operator: plan.operatorType.replace(/@.*$/, ''),
      details: Details === undefined ? '' : String(Details),
      estimatedRows: numberOf(EstimatedRows),
      rows: profiled ? numberOf(Rows) : null,
      dbHits: profiled ? numberOf(DbHits) : null,
      milliseconds: time === null ? null : time / NANOSECONDS,
    });
    for (const child of plan.children.toReversed()) waiting.push({ plan: child, parent: self - 1 });
  }
  return steps;
}

const numberOf = (value: unknown): number | null =>
  typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
