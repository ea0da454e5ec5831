import type { Completions } from '../contract.ts';
import { fold } from './tokens.ts';
import type { Known, Vocabulary } from './vocabulary.ts';
import { keyOf } from './word-forms.ts';

type Completion = Completions['completions'][number];

/** Beginnings of questions; what may stand for `…` is completed from the graph's names. */
const OPENINGS: readonly string[] = [
  'Which papers mention …',
  'Which papers use … but not …',
  'Which papers evaluate on …',
  'Which papers introduce …',
  'Which papers mention both … and …',
  'Which papers are similar to …',
  'Which methods are used with …',
  'Which methods have never been used with …',
  'Which datasets are used in papers on …',
  'Which concepts are mentioned in more than 3 papers?',
  'What is …',
  'What does … stand for?',
  'What is … used for?',
  'Does … use …',
  'Which paper mentions the most methods?',
  'Which papers have “…” in the title?',
  'What share of the papers mention …',
  'How many methods does a paper mention on average?',
  'What connects … and …',
  'What is the most mentioned method?',
  'What does … find?',
  'How many papers mention …',
  'How many papers per year mention …',
  'How much does … improve …',
  'Is there a paper that uses … and …',
  'Compare … and …',
  'When was … first mentioned?',
  'Who wrote about …',
  'Are there more papers on … or on …',
  'Which gaps are there?',
];
/** Words that come before a name. */
const BEFORE_NAME =
  /\b(?:mentions?|uses?|evaluates?|evaluate on|introduces?|about|on|with|is|does|and|or|not|without|to|compare|connects|between|by|in|of|theme|paper|author|venue)$/i;
const LONGEST_NAME_WORDS = 6;
/** What may follow a name. */
const FURTHER: readonly string[] = ['since', 'before', 'after', 'but not', 'and', 'or', 'per year'];
/** Words before a name of just that kind. */
const NAMED_KINDS: Readonly<Record<string, Known['is']>> = {
  theme: 'theme',
  paper: 'paper',
  author: 'author',
  by: 'author',
  venue: 'venue',
};

const MOST = 20;
const MOST_NAMED = new WeakMap<Vocabulary, { name: string; known: Known }[]>();

/** What may come next in a question, likeliest first; a pure function, fast enough for every key. */
export function complete(question: string, limit: number, vocabulary: Vocabulary): Completions {
  const found = new Map<string, Completion>();
  const add = (one: Completion): void => {
    if (!found.has(one.question) && one.question !== question) found.set(one.question, one);
  };
  const typed = fold(question).trimStart();
  for (const opening of OPENINGS) {
    const fixed = opening.split(' …')[0]!;
    if (fold(fixed).startsWith(typed) && fold(fixed) !== typed.trimEnd())
      add({ question: opening.includes('…') ? `${fixed} ` : opening, text: opening, kind: 'question' });
  }
  for (const { rest, words } of endings(question)) {
    for (const { name, known } of namesFrom(vocabulary, words, limit, kindAfter(rest))) {
      add({ question: `${rest}${name}`, text: name, kind: kindOf(known) });
    }
    if (found.size >= limit) break;
  }
  if (/\s$/.test(question) && BEFORE_NAME.test(question.trimEnd()) && kindAfter(question) === 'concept')
    for (const { name, known } of mostNamed(vocabulary, limit))
      add({ question: `${question}${name}`, text: name, kind: kindOf(known) });
  for (const one of further(question, vocabulary)) add(one);
  return { completions: [...found.values()].slice(0, limit) };
}

/** The kind that is expected after these words. */
function kindAfter(rest: string): Known['is'] {
  const last = /\p{L}+$/u.exec(fold(rest).trimEnd())?.[0] ?? '';
  return NAMED_KINDS[last] ?? 'concept';
}

/** Words that go on behind a name that is written out: `… deep learning si`. */
function further(question: string, { byKey }: Vocabulary): Completion[] {
  const words = question.split(/\s+/);
  const begun = fold(words.pop() ?? '');
  if (begun.length < 2) return [];
  const tail = words.slice(-LONGEST_NAME_WORDS);
  if (!tail.some((_, at) => byKey.has(keyOf(tail.slice(at).join(' '))))) return [];
  const rest = question.slice(0, question.length - begun.length).trimEnd();
  return FURTHER.filter((text) => text.startsWith(begun)).map((text) => ({
    question: `${rest} ${text} `,
    text,
    kind: 'words',
  }));
}

/** Concepts that are in most papers; of one vocabulary always the same. */
function mostNamed(vocabulary: Vocabulary, limit: number): { name: string; known: Known }[] {
  const before = MOST_NAMED.get(vocabulary);
  if (before) return before.slice(0, limit);
  const all = [...vocabulary.byId.values()]
    .filter(({ is }) => is === 'concept')
    .map((known) => ({ name: known.name, known }))
    .sort(byLikelihood('concept'))
    .slice(0, MOST);
  MOST_NAMED.set(vocabulary, all);
  return all.slice(0, limit);
}
/** The last words, longest first, that may be the beginning of a name. */
function endings(question: string): { rest: string; words: string }[] {
  const starts = [...question.matchAll(/(?<=^|[\s"“(])\S/gu)]
    .map(({ index }) => index)
    .slice(-LONGEST_NAME_WORDS);
  return starts
    .map((start) => ({ rest: question.slice(0, start), words: question.slice(start) }))
    .filter(
      ({ rest, words }) =>
        words.trim().length >= 2 && BEFORE_NAME.test(rest.trim().replace(/\s+(?:the|an?)$/i, '')),
    );
}

/** Names that begin so: of the kind that is expected first, then those of most papers, then shorter ones. */
function namesFrom(
  { sorted }: Vocabulary,
  words: string,
  limit: number,
  expected: Known['is'],
): { name: string; known: Known }[] {
  const beginning = fold(words);
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.folded < beginning) low = middle + 1;
    else high = middle;
  }
  const found: { name: string; known: Known }[] = [];
  for (let at = low; at < sorted.length && sorted[at]!.folded.startsWith(beginning); at++)
    found.push(sorted[at]!);
  return found.sort(byLikelihood(expected)).slice(0, limit);
}

const byLikelihood =
  (expected: Known['is']) =>
  (one: { name: string; known: Known }, other: { name: string; known: Known }): number =>
    Number(other.known.is === expected) - Number(one.known.is === expected) ||
    papersOf(other.known) - papersOf(one.known) ||
    one.name.length - other.name.length ||
    (one.name < other.name ? -1 : 1);

const papersOf = (known: Known): number => ('papers' in known ? known.papers : 0);
const kindOf = (known: Known): string => (known.is === 'concept' ? known.kind : known.is);
