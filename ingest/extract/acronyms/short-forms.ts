const MAX_SHORT_LENGTH = 14;
const MAX_SHORT_WORDS = 2;
/** Longer words in lower case, or with a mere capital in front, are words. */
const LONGEST_LOWER = 4;

const REFERENCE = /^(?:figs?|figures?|tables?|eqs?|equations?|secs?|sections?|refs?|e\.?g|i\.?e|suppl)\b\.?/i;
/** Words that parentheses hold and that the letters of a phrase may spell by chance. */
const EVERYDAY =
  /^(?:see|et|al|no|vs|all|app|version|phase|type|stage|grade|groups?|controls?|mean|both|left|right|males?|females?|men|women|days?|weeks?|years?|none|not|only|one|two|low|high|old|new|and|or|the|in|of|on|at|up|down|red|blue|green|data|code|here|with|from|that|this)\b/;
const ROMAN = /^[ivx]+$/i;
const YEAR = /^(?:\p{L}+,?\s)?(?:19|20)\d\d[a-z]?$/u;
/** Measured values and names with a year are none: `12 mg`, `Miller 2019`, `3-fold`, `50%`. */
const VALUE = /^[\d.,/–-]+\s?(?:%|\p{Ll}{1,5}|-\p{Ll}+|[µμ]\p{L})?$/u;

/** Whether a text may be a short form: 2 to 14 characters in at most two words, with a letter. */
export function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > MAX_SHORT_LENGTH || !/^[\p{L}\p{N}[]/u.test(text)) return false;
  if (!/\p{L}/u.test(text) || /[=<>≤≥±~"“”:;?!{}]/.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > MAX_SHORT_WORDS || /^\p{Lu}?\p{Ll}+\s\p{Ll}+$/u.test(text)) return false;
  if (/^[ivx]+$/.test(text) && text !== 'iv' && text !== 'ix') return false;
  const isEveryday =
    EVERYDAY.test(text) || (/^\p{Lu}\p{Ll}/u.test(text) && EVERYDAY.test(text.toLowerCase()));
  return !isEveryday && !REFERENCE.test(text) && !YEAR.test(text) && !VALUE.test(text);
}

/** How surely a short form is one by its writing alone: capitals and digits inside speak for it. */
export function isWordLike(short: string): boolean {
  const letters = short.replace(/[^\p{L}\p{N}]/gu, '');
  return letters.length > LONGEST_LOWER && /^\p{L}\p{Ll}+$/u.test(letters);
}

export const isLowerCase = (short: string) => /\p{L}/u.test(short) && !/[\p{Lu}\p{N}]/u.test(short);

/** I, IV, X and the like count points more often than they shorten. */
export const isRoman = (short: string) => ROMAN.test(short) && short.length <= 4;

export const hasTwoCapitals = (short: string) => /\p{Lu}.*\p{Lu}|\p{Lu}.*\d|\d.*\p{Lu}/u.test(short);

const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';
const LATIN = 'abgdezhtiklmnxoprstufcpo';

/** Lower case with Greek letters as the first of their names; of the same length. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text;
  return same.replace(/[α-ω]/g, (letter) => LATIN[GREEK.indexOf(letter)] ?? letter);
}

/** Letters that a long form must show, and what this reading costs. */
export interface LetterForm {
  letters: string;
  cost: number;
  /** What the long form must have besides, in lower case. */
  needs?: RegExp;
}

/** `3D` is three-dimensional: by digit, how the words begin that say it. */
const NUMBER_WORDS: Readonly<Record<string, RegExp>> = {
  '1': /\b(?:one|first)\b/,
  '2': /\btwo\b/,
  '3': /\bthree\b/,
  '4': /\bfour\b/,
  '5': /\bfive\b/,
  '6': /\bsix\b/,
};
const NUMBER_LETTERS: Readonly<Record<string, string>> = {
  '1': 'o',
  '2': 't',
  '3': 't',
  '4': 'f',
  '5': 'f',
  '6': 's',
};
const GREEK_PREFIX = /^[α-ω]-?(?=\p{Lu}{2})/u;
/** A reading that leaves a sign out or puts a word for it. */
const LOOSE = 0.1;

/**
 * Readings of a short form: as written, without a plural s, with 2 for "to" (T2I), with A3 for AAA (A3C), with 3 for
 * "three" (3D), and without a Greek letter that only parts it from others (β-VAE).
 */
export function letterForms(short: string): LetterForm[] {
  const bare = foldLetters(short).replace(/[^\p{L}\p{N}]/gu, '');
  const forms: LetterForm[] = [{ letters: bare, cost: 0 }];
  if (/[\p{Lu}\d]['’]?s$/u.test(short)) forms.push({ letters: bare.slice(0, -1), cost: 0 });
  if (/\p{L}[24]\p{L}/u.test(short))
    forms.push({ letters: bare.replace('2', 't').replace('4', 'f'), cost: LOOSE });
  if (/^\p{Lu}*[23]\p{Lu}/u.test(short) && /^\p{Lu}/u.test(short)) {
    const repeated = bare.replace(/(\p{L})([23])/u, (_, letter: string, times: string) =>
      letter.repeat(Number(times)),
    );
    forms.push({ letters: repeated, cost: LOOSE });
  }
  const digit = /^[1-6](?=-?\p{Lu})/u.exec(short)?.[0];
  if (digit !== undefined)
    forms.push({ letters: NUMBER_LETTERS[digit]! + bare.slice(1), cost: LOOSE, needs: NUMBER_WORDS[digit]! });
  if (GREEK_PREFIX.test(short)) forms.push({ letters: bare.slice(1), cost: LOOSE });
  return forms;
}
