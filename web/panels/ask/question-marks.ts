/** Where the words of a question stand that were recognised, and those that were left out. Pure. */
import type { Answer, Reading } from '../../../graph/contract.ts';
import type { Mark } from '../../components/segments.ts';

/** `absent`: understood as words of the texts, of which none has them. */
export type WordFate =
  | { readonly is: 'read' | 'absent'; readonly as: string }
  | { readonly is: 'ignored'; readonly as: null };

const ABSENT = /\bno paper\b/;
export const fateOf = ({ as }: Reading): WordFate => ({ is: ABSENT.test(as) ? 'absent' : 'read', as });

const WORD = /[\p{L}\p{N}]/u;

/** Where the words stand next from `from`, as whole words, in any case. */
function placeOf(text: string, words: string, from = 0): number {
  const [within, wanted] = [text.toLowerCase(), words.toLowerCase()];
  for (let at = within.indexOf(wanted, from); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const before = within[at - 1] ?? ' ';
    const after = within[at + wanted.length] ?? ' ';
    if (!WORD.test(before) && !WORD.test(after)) return at;
  }
  return -1;
}

/** Words that occur twice are marked one after the other. */
export function questionMarks(question: string, understood: Answer['understood']): Mark<WordFate>[] {
  const seen = new Map<string, number>();
  const marks: Mark<WordFate>[] = [];
  const add = (words: string, payload: WordFate): void => {
    if (words === '') return;
    const at = placeOf(question, words, seen.get(words) ?? 0);
    if (at < 0) return;
    seen.set(words, at + words.length);
    marks.push({ start: at, end: at + words.length, payload });
  };
  for (const reading of understood.recognised) add(reading.words, fateOf(reading));
  for (const words of understood.ignored) add(words, { is: 'ignored', as: null });
  return marks;
}

/** Shorter words would be marked all over. */
const LEAST = 2;

/** Where any of the names stands in a sentence. */
export function nameMarks(sentence: string, names: readonly string[]): Mark<true>[] {
  const marks: Mark<true>[] = [];
  for (const name of names) {
    if (name.length < LEAST) continue;
    for (let at = placeOf(sentence, name); at >= 0; at = placeOf(sentence, name, at + name.length))
      marks.push({ start: at, end: at + name.length, payload: true });
  }
  return marks;
}
