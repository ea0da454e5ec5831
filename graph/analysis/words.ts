const LINKING = new Set([
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
  'or',
  'the',
  'to',
  'via',
  'with',
]);
/** From so many equal letters on, two words may be forms of one. */
const LEAST_STEM = 5;
/** What two forms of one word have in common, of the longer one. */
const LEAST_SHARE = 0.6;

/** Lower-case words of a name without `of`, `the` and their like. */
export function contentWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !LINKING.has(word));
}

/** Whether two lower-case words are forms of one: `network` and `networks`, `interpretable` and `interpretability`. */
export function saysTheSame(a: string, b: string): boolean {
  if (a === b) return true;
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  if (common < LEAST_STEM) return a === `${b}s` || b === `${a}s`;
  return common >= LEAST_SHARE * Math.max(a.length, b.length);
}

/** `SAE`, `LLMs`, `GPT-4`: capitals and digits without a word to read. */
export function isBareAcronym(name: string): boolean {
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}\-/.]*s?$/u.test(name);
}

/**
 * Whether `short` is made of the first letters of all words of `long`, with letters from inside them in
 * between: `GCN` and `SAEs` for graph convolutional network and sparse autoencoders.
 */
export function isShortFor(short: string, long: string): boolean {
  const letters = short.replace(/s$/, '').toLowerCase();
  const words = long
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean);
  return words.length > 1 && letters.length > 1 && spells(letters, words);
}

function spells(letters: string, words: readonly string[]): boolean {
  const [word, ...rest] = words;
  if (word === undefined) return letters === '';
  if (letters.charAt(0) !== word.charAt(0)) return false;
  for (let taken = 1; taken <= letters.length && isWithin(letters.slice(1, taken), word.slice(1)); taken++) {
    if (spells(letters.slice(taken), rest)) return true;
  }
  return false;
}

/** Whether the letters stand in the word in this order. */
function isWithin(letters: string, word: string): boolean {
  let at = -1;
  return [...letters].every((letter) => {
    at = word.indexOf(letter, at + 1);
    return at !== -1;
  });
}
