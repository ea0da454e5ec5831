/** Papers as a writer of files may have them: plain, or as odd as real ones are. */
import fc from 'fast-check';

export interface Entry {
  /** A word that stands in its title and nowhere else. */
  mark: string;
  title: string;
  abstract: string;
  authors: string[];
  year: number;
  venue: string;
  keywords: string[];
  doi: string;
}

const WORDS = [
  'graphs',
  'walks',
  'of',
  'the',
  'sparse',
  'attention',
  'in',
  'networks',
  'für',
  'é',
  'learning',
  '模型',
  'données',
  '𝒢raph',
  'x2',
  'AND',
  'not',
  'n-gram',
  'naïve',
  'Łódź',
];
/** What a title holds now and then, and a format may trip over; none of these breaks an entry that is written with care. */
const ODD = [
  '100%',
  'A&B',
  'x < y',
  '"so"',
  "it's",
  '#1',
  'C++',
  '(a, b)',
  '=1+1',
  '[v2]',
  'a/b',
  '$n$',
  '@home',
  'é́',
];

const word = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...ODD));
const words = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength, maxLength }).map((list) => list.join(' '));
const name = fc.constantFrom('Ada Lovelace', 'Bo de la Cruz', 'Łukasz Ó Néill', 'N. van Dyk', 'Wu Li');

const facts = fc.record({
  title: words(1, 8),
  abstract: words(12, 90),
  authors: fc.array(name, { maxLength: 4 }),
  year: fc.integer({ min: 1950, max: 2030 }),
  venue: words(0, 4),
  keywords: fc.array(fc.constantFrom('graphs', 'deep learning', 'naïve Bayes'), { maxLength: 3 }),
  doi: fc.constantFrom('', '10.1234/abc.1', '10.5555/(x)'),
});

/** One to eight papers, each with a mark of its own. */
export const entries: fc.Arbitrary<Entry[]> = fc.array(facts, { minLength: 1, maxLength: 8 }).map((papers) =>
  papers.map((paper, at) => {
    const mark = `Zq${at}mark`;
    return {
      ...paper,
      mark,
      title: `${mark} ${paper.title}`,
      abstract: `It begins. ${paper.abstract} ends here.`,
    };
  }),
);
