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
/** What a form may add to the stem: `-isations` is the longest usual one. */
const LONGEST_ENDING = 4;

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
  return Math.max(a.length, b.length) - common <= LONGEST_ENDING;
}

/** `SAE`, `LLMs`, `GPT-4`: capitals and digits without a word to read. */
export function isBareAcronym(name: string): boolean {
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}\-/.]*s?$/u.test(name);
}

/** Whether `short` is made of the first letters of the words of `long`. */
export function isInitialsOf(short: string, long: string): boolean {
  const words = long.split(/[\s-]+/).filter(Boolean);
  if (words.length < 2) return false;
  const initials = words.map((word) => word.charAt(0)).join('');
  const letters = short.replace(/s$/, '');
  return letters.length > 1 && letters.toLowerCase() === initials.toLowerCase();
}
