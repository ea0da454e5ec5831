import { alternatives, singular } from './word-forms.ts';

/** Words after which a paper's own thing is no longer meant: `a method for …`. */
const TURNS = [
  'for',
  'of',
  'on',
  'in',
  'to',
  'with',
  'by',
  'from',
  'that',
  'which',
  'via',
  'as',
  'where',
  'using',
  'across',
  'over',
  'we',
];
/** What is only wanted, or done by others: `to develop a benchmark`, `work has introduced benchmarks`. */
const NOT_BEFORE = ['to', 'has', 'have', 'had', 'on', 'by'];
const VERB =
  '(?:(?:introduc|propos|releas)(?:es?|ed|ing)|(?:creat|curat|contribut)(?:es?|ed)|present(?:s|ed|ing)?|(?:construct|develop|build)(?:s|ed)?|built)';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Plain letters: the engine bounds how large a pattern may become, and all of Unicode's are many. */
const LETTER = "[a-z0-9'-]";
const MOST_BETWEEN = 6;

/** The name of one thing; `Python package` is none: papers introduce such by another name. */
export const isName = (name: string): boolean => !/^\p{Ll}+$/u.test(name.split(/[\s-]+/).at(-1)!);

const OWN_WORDS: Readonly<Record<string, string>> = {
  dataset: 'data[ -]?set|corpus|corpora',
  'data set': 'data[ -]?set|corpus|corpora',
};

/** A regular expression true of texts that bring in one of these: `we introduce …, a new benchmark`. */
export function introducing(names: readonly string[]): string {
  const nouns = names
    .map((name) => OWN_WORDS[singular(name.toLowerCase())] ?? alternatives([name]))
    .join('|');
  const between = `(?:[^a-z.!?]+${wordExcept(TURNS)}){0,${MOST_BETWEEN}}`;
  return `(?is).*(?:(?:^|[.!?]\\s+|(?:^|[^a-z])${wordExcept(NOT_BEFORE)}[^a-z.!?]+)${VERB})${between}[^a-z.!?]+(?:${nouns})s?(?:[^a-z]|$).*`;
}

/** A regular expression of any word but these, without looking ahead, which the embedded engine can't. */
function wordExcept(words: readonly string[]): string {
  const branches = (rest: readonly string[]): string => {
    const firsts = [...new Set(rest.map((word) => word[0]!))];
    const other = `[0-9${[...LETTERS].filter((letter) => !firsts.includes(letter)).join('')}]${LETTER}*`;
    const inner = firsts.map((first) => {
      const after = rest.filter((word) => word[0] === first).map((word) => word.slice(1));
      const isWhole = after.includes('');
      const further = after.filter(Boolean);
      const next = further.length > 0 ? branches(further) : `${LETTER}+`;
      return `${first}(?:${next})${isWhole ? '' : '?'}`;
    });
    return [other, ...inner].join('|');
  };
  return `(?:${branches(words)})`;
}
