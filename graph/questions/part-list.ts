import type { Part } from './parse-filter.ts';
import type { Plan, Target } from './plan.ts';

export interface Read {
  plan: Plan | null;
  message: string;
  ignored: string[];
}

export const targetsIn = (parts: readonly Part[]): Target[] =>
  parts.flatMap(({ thing }) => (thing?.is === 'target' ? [thing.target] : []));

export const headOf = (parts: readonly Part[]): string | null => {
  const head = parts.find(({ item }) => item.t === 'head')?.item;
  return head?.t === 'head' ? head.head : null;
};
export const answered = (plan: Plan): Read => ({ plan, message: '', ignored: [] });

export function nounAt(parts: readonly Part[]): number {
  for (const [at, { item, thing }] of parts.entries()) {
    if (thing?.is === 'target' && headOf(parts.slice(0, at)) !== null && !isBeforeNoun(parts, at)) return -1;
    // `The most used datasets`: the verb says how they are ranked.
    if (item.t === 'verb' && at > 1 && parts[at - 1]!.item.t !== 'extreme') return -1;
    if (item.t === 'noun' && !isMark(parts, at)) return at;
  }
  return -1;
}

/** `offline RL papers`: a thing in front of the noun. */
const isBeforeNoun = (parts: readonly Part[], at: number): boolean => parts[at + 1]?.item.t === 'noun';

/** `the paper “X”`, `the dataset X`: a noun that only says what the name is. */
function isMark(parts: readonly Part[], at: number): boolean {
  const next = parts[at + 1];
  if (next?.thing?.is !== 'target' && next?.thing?.is !== 'filter') return false;
  const { item } = next;
  const quoted = (item.t === 'named' || item.t === 'words') && item.quoted;
  const before = parts[at - 1]?.item;
  return (
    quoted ||
    (before?.t === 'stop' &&
      /^(?:the|this)$/i.test(before.text) &&
      item.t !== 'years' &&
      item.t !== 'property')
  );
}
