import type { Reading } from '../contract.ts';
import { clausesOf } from './clauses.ts';
import { frameOf } from './frames.ts';
import { type Plan, planSchema } from './plan.ts';
import { type Choice, resolve } from './resolve.ts';
import { readSet } from './sets.ts';
import type { Settled } from './things.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Parsed =
  | { status: 'plan'; plan: Plan; readings: Reading[]; ignored: string[] }
  | { status: 'ambiguous'; name: string; choices: Choice[]; readings: Reading[] }
  | { status: 'cannot'; message: string; readings: Reading[]; ignored: string[] };

/** What a question asks of the graph; a pure function of its words and the vocabulary. */
export function parse(
  question: string,
  tokens: readonly Token[],
  items: readonly Settled[],
  vocabulary: Vocabulary,
): Parsed {
  const { parts, readings, choices, ambiguous } = resolve(question, items, tokens, vocabulary);
  if (ambiguous !== null) return { status: 'ambiguous', name: ambiguous, choices, readings };
  const { main, wishes, aside } = clausesOf(parts);
  const read = frameOf(main, wishes) ?? readSet(main, wishes);
  const ignored = [...aside, ...read.ignored];
  if (read.plan) {
    const checked = planSchema.safeParse(read.plan);
    if (checked.success) return { status: 'plan', plan: checked.data, readings, ignored };
    return {
      status: 'cannot',
      message: 'The question asks for more at once than I can look for.',
      readings,
      ignored: [],
    };
  }
  return { status: 'cannot', message: read.message, readings, ignored: read.ignored };
}
