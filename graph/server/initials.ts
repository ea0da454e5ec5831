import { fold } from './fold.ts';

/** Names of fewer words have no short form, names of more have none that people know. */
const FEWEST_WORDS = 2;
const MOST_WORDS = 6;
/** Short forms leave them out as often as not: `BOW` for bag of words, `AUC` for area under the curve. */
const LITTLE_WORDS = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'the',
  'to',
]);

/** `convolutional neural network`: `cnn`; with and without little words, folded. */
export function initialsOf(name: string): string[] {
  const words = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !LITTLE_WORDS.has(word));
  const forms = [words, telling]
    .filter(({ length }) => length >= FEWEST_WORDS && length <= MOST_WORDS)
    .map((chosen) => chosen.map((word) => [...word][0]).join(''));
  return [...new Set(forms)];
}

/** What a question may be as initials: `CNNs` is `cnns` and `cnn`; none when it is no single short word. */
export function askedInitials(question: string): string[] {
  const asked = fold(question.trim());
  if (!/^[\p{L}\p{N}]+$/u.test(asked) || asked.length > MOST_WORDS + 1) return [];
  const forms = asked.endsWith('s') ? [asked, asked.slice(0, -1)] : [asked];
  return forms.filter(({ length }) => length >= FEWEST_WORDS && length <= MOST_WORDS);
}
