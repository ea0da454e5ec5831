/**
 * The stemmer of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, step for step as the
 * reference scorer has it: the scorer's figures depend on its details.
 */
const VOWELS = 'aeiou';

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['eli', 'e'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP_4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ion',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
  'ou',
];

function isConsonant(word: string, at: number): boolean {
  const letter = word.charAt(at);
  if (VOWELS.includes(letter)) return false;
  if (letter === 'y') return at === 0 || !isConsonant(word, at - 1);
  return true;
}

/** How many vowel-consonant sequences a word has: Porter's m. */
function measureOf(word: string): number {
  let at = 0;
  let count = 0;
  while (at < word.length && isConsonant(word, at)) at++;
  while (at < word.length) {
    while (at < word.length && !isConsonant(word, at)) at++;
    if (at >= word.length) break;
    count++;
    while (at < word.length && isConsonant(word, at)) at++;
  }
  return count;
}

function hasVowel(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (!isConsonant(word, at)) return true;
  return false;
}

function endsDoubled(word: string): boolean {
  return word.length > 1 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1);
}

/** Ends consonant, vowel, consonant, the last not w, x or y. */
function endsShort(word: string): boolean {
  const last = word.length - 1;
  if (last < 2 || 'wxy'.includes(word.charAt(last))) return false;
  return isConsonant(word, last) && !isConsonant(word, last - 1) && isConsonant(word, last - 2);
}

function stripPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function stripPast(word: string): string {
  if (word.endsWith('eed')) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  if (suffix === 0 || !hasVowel(word.slice(0, -suffix))) return word;
  const base = word.slice(0, -suffix);
  if (/(at|bl|iz)$/.test(base)) return `${base}e`;
  if (endsDoubled(base) && !/[lsz]$/.test(base)) return base.slice(0, -1);
  return measureOf(base) === 1 && endsShort(base) ? `${base}e` : base;
}

function replaceSuffix(word: string, table: readonly (readonly [string, string])[]): string {
  const row = table.find(([suffix]) => word.endsWith(suffix));
  if (!row) return word;
  const base = word.slice(0, -row[0].length);
  return measureOf(base) > 0 ? base + row[1] : word;
}

function stripSuffix(word: string): string {
  const suffix = STEP_4.find((candidate) => word.endsWith(candidate));
  if (!suffix) return word;
  const base = word.slice(0, -suffix.length);
  return measureOf(base) > 1 && (suffix !== 'ion' || /[st]$/.test(base)) ? base : word;
}

function tidyEnd(word: string): string {
  let end = word;
  if (end.endsWith('e')) {
    const base = end.slice(0, -1);
    if (measureOf(base) > 1 || (measureOf(base) === 1 && !endsShort(base))) end = base;
  }
  return measureOf(end) > 1 && endsDoubled(end) && end.endsWith('l') ? end.slice(0, -1) : end;
}

/** Stem of a lower-case word. */
export function stemWord(word: string): string {
  if (word.length <= 2) return word;
  let stem = stripPast(stripPlural(word));
  if (stem.endsWith('y') && hasVowel(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  return tidyEnd(stripSuffix(replaceSuffix(replaceSuffix(stem, STEP_2), STEP_3)));
}
