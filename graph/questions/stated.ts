import type { Part } from './parse-filter.ts';
import type { PlanOf } from './plan.ts';
import { fold } from './tokens.ts';

type Stated = NonNullable<PlanOf<'sayings'>['stated']>;

/** `Does X use Y?` */
export function asksWhether(parts: readonly Part[]): boolean {
  const first = parts.find(({ item }) => item.t !== 'stop');
  return first?.item.t === 'joint' && first.item.joint === 'does';
}

/** Whether what a name stands for is asked, or what it means: `TIR`, not `grokking`. */
export function isShort(parts: readonly Part[]): boolean {
  const asked = parts.find(({ item, thing }) => item.t === 'longForm' && !thing)?.item.text ?? '';
  if (!/^means?$/i.test(asked)) return true;
  const thing = parts.find((part) => part.thing?.is === 'target');
  return /\p{Lu}\P{L}*\p{L}*\p{Lu}/u.test(thing?.item.text ?? '');
}

/** What a question about one thing asks of its relations: `What is X used for?`, `Which kinds of X are there?` */
export function statedIn(parts: readonly Part[], head: string | null): Stated | null {
  if (head !== 'what' && head !== 'which') return null;
  const at = parts.findIndex(({ thing }) => thing?.is === 'target');
  const marked = parts.findIndex(({ item, thing }) => item.t === 'stated' && !thing);
  const mark = parts[marked]?.item;
  if (mark?.t === 'stated') return { type: mark.type, direction: marked < at ? 'in' : 'out' };
  if (parts.some(({ item, thing }) => item.t === 'noun' && !thing)) return null;
  const verb = parts.findIndex(({ item }) => item.t === 'verb');
  const said = parts[verb]?.item;
  if (verb < at || said?.t !== 'verb') return null;
  const behind = parts.slice(verb + 1).filter(({ item }) => item.t !== 'stop');
  if (said.how === 'uses')
    return behind.length === 1 && /^(?:for|in)$/.test(fold(behind[0]!.item.text))
      ? { type: 'USED_FOR', direction: 'out' }
      : null;
  if (behind.some(({ item }) => item.t !== 'slot')) return null;
  if (said.how === 'compares') return { type: 'COMPARED_WITH', direction: 'both' };
  return said.how === 'evaluates' ? { type: 'EVALUATED_ON', direction: 'out' } : null;
}
