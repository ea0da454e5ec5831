import { american, literal, spelt } from './spelling.ts';
import { fold } from './tokens.ts';

const IES = /([^aeiou])ies$/;
const ES = /(ss|sh|ch|x|z)es$/;

/** A folded word without its plural's ending. */
export function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith('s')) return word;
  if (IES.test(word)) return word.replace(IES, '$1y');
  if (ES.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

const WORDS = /[\p{L}\p{N}+#]+/gu;

/** The folded words of a name, hyphens set aside. */
export const wordsOf = (name: string): string[] => fold(name).match(WORDS) ?? [];

/** What `Hugging Face`, `HuggingFace` and `hugging-faces` have in common, and `behaviour` with `behavior`. */
export const keyOf = (name: string): string =>
  wordsOf(name)
    .map((word) => american(singular(word)))
    .join('');

/** The beginning that forms of a word share: `evaluat` of evaluates, evaluating, evaluation. */
export function stem(word: string): string {
  const one = singular(word);
  const cut = one.replace(/(?:ations?|ating|ated|ates?|ations|ing|edly|ed|ions?|ers?|ors?|ly|es|e|y|s)$/, '');
  return cut.length >= 4 ? cut : one;
}

/** Edits between two words (a swap of neighbours is one), or `most + 1` where there are more. */
export function edits(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[other.length]!, most + 1);
}

const LEAST_FAMILY = 4;

/** All in capitals, or short with two: `LIME`, `S-RAG`, `GPT-4`, `CoT`, where case tells a name from a word. */
export function isCased(form: string): boolean {
  if (/\s/.test(form) || form.length > 12 || (form.match(/\p{Lu}/gu)?.length ?? 0) < 2) return false;
  return form.length <= 4 || !/\p{Ll}/u.test(form.replace(/s$/, ''));
}

function formPattern(form: string): string {
  const cased = isCased(form);
  const words = (cased ? form : fold(form)).match(/[\p{L}\p{N}+#.]+/gu) ?? [];
  const last = words.pop();
  if (last === undefined) return '';
  const tail = cased ? `${literal(last)}s?` : lastWord(last);
  const body = [...words.map((word) => (cased ? literal(word) : spelt(word))), tail].join('[\\s\\-–/]*');
  return cased ? `(?-i:${body})` : body;
}

function lastWord(word: string): string {
  const one = singular(word);
  if (/[^aeiou]y$/.test(one)) return `${spelt(one.slice(0, -1))}(?:y|ies)`;
  if (one.length < 3) return literal(word);
  // `Llama3` is a Llama.
  const version = one.length >= LEAST_FAMILY && /\p{L}$/u.test(one) ? '[0-9]*' : '';
  return `${spelt(one)}(?:e?s)?${version}`;
}

/**
 * A regular expression of the subset that both stores, Java and JavaScript read alike, that is true of a whole text
 * with one of these forms as words of their own: plural or not, with a space, a hyphen or nothing between words.
 */
export function textPattern(forms: readonly string[]): string {
  return `(?is).*(?:^|[^\\p{L}\\p{N}])(?:${alternatives(forms)})${BEHIND}.*`;
}

/** `GPT-4` is not in `GPT-4.5`. */
const BEHIND = '(?:[^\\p{L}\\p{N}.]|[.][^\\p{N}]|[.]?$)';

/** What stands for any of the forms in a regular expression. */
export const alternatives = (forms: readonly string[]): string =>
  [...new Set(forms.map(formPattern))].filter(Boolean).join('|') || '[^\\s\\S]';

/** Where one of the forms stands in a text; null where none does. */
export function findForm(text: string, forms: readonly string[]): { start: number; end: number } | null {
  for (const form of forms) {
    const cased = isCased(form);
    const body = formPattern(form).replace(/^\(\?-i:([\s\S]*)\)$/, '$1');
    if (!body) continue;
    const found = new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}]|[.]\\p{N})`,
      cased ? 'u' : 'iu',
    ).exec(text);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** As `textPattern`, but one of the beginnings of words has to stand in the same sentence. */
export function nearPattern(forms: readonly string[], beginnings: readonly string[]): string {
  const form = `(?:^|[^\\p{L}\\p{N}])(?:${alternatives(forms)})${BEHIND}`;
  const word = `(?:^|[^\\p{L}])(?:${beginnings.map(literal).join('|')})`;
  // The regular expressions of the embedded engine look neither ahead nor behind.
  const between = '[^.!?]*(?:[.!?][^\\s][^.!?]*)*';
  return `(?is).*(?:${form}${between}${word}|${word}${between}${form}).*`;
}
