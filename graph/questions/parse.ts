import type { Reading } from '../contract.ts';
import { clausesOf } from './clauses.ts';
import { frameOf } from './frames.ts';
import { type Plan, planSchema } from './plan.ts';
import { type Choice, resolve } from './resolve.ts';
import { readSet } from './sets.ts';
import type { Settled } from './things.ts';
import type { Token } from './tokens.ts';
import { unknownTheme } from './unread.ts';
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
  const { main, wishes, aside, two } = clausesOf(parts);
  if (two)
    return {
      status: 'cannot',
      message: 'These are two questions. Please ask one at a time.',
      readings,
      ignored: [],
    };
  const astray = unknownTheme(parts);
  if (astray !== null)
    return {
      status: 'cannot',
      message: `Not in this corpus: no theme of it is called “${astray}”.`,
      readings,
      ignored: [],
    };
  const behind = parts.slice(main.length);
  if (behind.some(({ item }) => item.t === 'head' && item.head === 'who'))
    return {
      status: 'cannot',
      message:
        'I can’t tell the authors beside the papers. Ask for them alone: who wrote papers that mention …?',
      readings,
      ignored: behind.filter(({ item }) => item.t === 'head').map(({ item }) => item.text),
    };
  const read = frameOf(main, wishes) ?? readSet(main, wishes);
  const ignored = [...aside, ...read.ignored];
  const { plan } = read;
  // What can't be checked describes a thing; where none was read, it was the question.
  if (plan && 'where' in plan && plan.where === null && ignored.length > 0)
    return {
      status: 'cannot',
      message: `I did not understand ${ignored.map((word) => `“${word}”`).join(', ')}.`,
      readings,
      ignored,
    };
  if (plan) {
    const checked = planSchema.safeParse(plan);
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
