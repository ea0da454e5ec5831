import type { OperatorProfile } from '@grafeo-db/js';
import type { PlanStep } from '../store.ts';
import { readableDetails } from './plan-details.ts';

/** Two spaces a level; what an operator works on may hold line breaks. */
const LINE = /^((?: {2})*)([A-Z]\w*)(?: (.*))?$/;
const INDENT = 2;
const DETAILS_LENGTH = 2000;
const NOTHING = { estimatedRows: null, rows: null, dbHits: null, milliseconds: null } as const;

/** The steps that the text of an EXPLAIN draws by indenting. */
export function explainedSteps(text: string): PlanStep[] {
  const steps: PlanStep[] = [];
  /** Index of the last step at each depth. */
  const path: number[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const match = LINE.exec(line);
    const last = steps.at(-1);
    if (!match || (last && match[1] === '')) {
      if (last) last.details = `${last.details}\n${line}`.slice(0, DETAILS_LENGTH);
      continue;
    }
    const depth = Math.min(match[1]!.length / INDENT, path.length);
    path.length = depth;
    const parent = path.at(-1) ?? null;
    path.push(steps.length);
    steps.push({ ...NOTHING, parent, operator: match[2]!, details: inner(match[3] ?? '') });
  }
  for (const step of steps) step.details = readableDetails(inner(step.details));
  return steps;
}

/** The steps of a statement that was profiled, in pre-order; times are a step's own. */
export function profiledSteps(root: OperatorProfile): PlanStep[] {
  const steps: PlanStep[] = [];
  const waiting: { profile: OperatorProfile; parent: number | null }[] = [{ profile: root, parent: null }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { operator, detail, rows, selfTimeMs, children } = next.profile;
    const details = readableDetails(detail.slice(0, DETAILS_LENGTH));
    const self = steps.push({
      ...NOTHING,
      parent: next.parent,
      operator,
      details,
      rows,
      milliseconds: selfTimeMs,
    });
    for (const profile of children.toReversed()) waiting.push({ profile, parent: self - 1 });
  }
  return steps;
}

/** Without the one pair of brackets around all of it. */
function inner(details: string): string {
  if (!details.startsWith('(') || !details.endsWith(')')) return details.slice(0, DETAILS_LENGTH);
  let open = 0;
  for (let at = 0; at < details.length - 1; at++) {
    if (details[at] === '(') open++;
    else if (details[at] === ')') open--;
    if (open === 0) return details.slice(0, DETAILS_LENGTH);
  }
  return details.slice(1, -1).slice(0, DETAILS_LENGTH);
}
