/** Completions of what is typed: which still fit, what each shows, what taking one does. Pure. */
import type { Completions } from '../../../graph/contract.ts';

export type Completion = Completions['completions'][number];

const folded = (text: string): string => text.toLowerCase().trimStart();

/** Of completions that may be those of an earlier text: the ones that what is typed now can still become. */
export function fittingCompletions(completions: readonly Completion[], typed: string): Completion[] {
  const beginning = folded(typed);
  return completions.filter(
    ({ question }) => folded(question).startsWith(beginning) && question.trim() !== typed.trim(),
  );
}

/** Whether it is a whole question, which can be asked as it is. */
export const isWhole = ({ question }: Pick<Completion, 'question'>): boolean => question.trim().endsWith('?');

/** What stood before, and what the completion puts in. */
export function partsOfCompletion({ question, text, kind }: Completion): { before: string; added: string } {
  if (kind === 'question' || !question.endsWith(text)) return { before: '', added: text };
  return { before: question.slice(0, question.length - text.length), added: text };
}

/** So many words of a question that could not be answered are completed anew. */
const KEPT_WORDS = 2;

/** The beginning of a question, to see what else begins so. */
export const beginningOf = (question: string): string =>
  question.trim().split(/\s+/).slice(0, KEPT_WORDS).join(' ');
