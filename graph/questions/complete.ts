import type { Completions } from '../contract.ts';
import { fold } from './tokens.ts';
import type { Known, Vocabulary } from './vocabulary.ts';

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
    for (const { name, known } of namesFrom(vocabulary, words, limit)) {
      add({ question: `${rest}${name}`, text: name, kind: kindOf(known) });
    }
    if (found.size >= limit) break;
  }
  return { completions: [...found.values()].slice(0, limit) };
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

/** Names that begin so, those of most papers first. */
function namesFrom({ sorted }: Vocabulary, words: string, limit: number): { name: string; known: Known }[] {
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
  return found
    .sort((a, b) => papersOf(b.known) - papersOf(a.known) || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}

const papersOf = (known: Known): number => ('papers' in known ? known.papers : 0);
const kindOf = (known: Known): string => (known.is === 'concept' ? known.kind : known.is);
