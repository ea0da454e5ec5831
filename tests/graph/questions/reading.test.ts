import { describe, expect, it } from 'vitest';
import { complete } from '../../../graph/questions/complete.ts';
import { introducing } from '../../../graph/questions/introducing.ts';
import { itemsOf } from '../../../graph/questions/items.ts';
import { parse } from '../../../graph/questions/parse.ts';
import { planSchema } from '../../../graph/questions/plan.ts';
import { candidatesOf, settle } from '../../../graph/questions/things.ts';
import { tokenise } from '../../../graph/questions/tokens.ts';
import { buildVocabulary, type Known, type KnownConcept } from '../../../graph/questions/vocabulary.ts';
import { findForm, textPattern } from '../../../graph/questions/word-forms.ts';
import { planInWords } from '../../../graph/questions/words.ts';

const concept = (name: string, kind: KnownConcept['kind'], aliases: string[] = [], id = name): Known => ({
  is: 'concept',
  id,
  name,
  kind,
  aliases,
  papers: 3,
});
const VOCABULARY = await buildVocabulary(
  [
    concept('reinforcement learning', 'Method', ['RL']),
    concept('offline reinforcement learning', 'Method'),
    concept('LIME', 'Method'),
    concept('Mistral', 'Model'),
    concept('mercury', 'Dataset', [], 'mercury-1'),
    concept('mercury', 'Task', [], 'mercury-2'),
    concept('parsing', 'Task'),
    { is: 'theme', id: 't1', name: 'parsing', level: 0, papers: 9 },
    { is: 'paper', id: 'p1', name: 'Tides of the inner sea: a survey' },
    { is: 'author', id: 'a1', name: 'Ada Lovelace' },
    { is: 'author', id: 'a2', name: 'Alan Turing' },
    { is: 'venue', id: 'v1', name: 'Nature' },
    { is: 'venue', id: 'v2', name: 'Science' },
  ],
  { papers: 20, years: { first: 2001, last: 2020 } },
);

/** Reads a question against texts in which these phrases stand. */
function read(question: string, texts: readonly string[] = []) {
  const tokens = tokenise(question);
  const items = itemsOf(tokens, VOCABULARY);
  const found = new Map(
    candidatesOf(items, VOCABULARY).map(({ phrase }) => [phrase, texts.includes(phrase) ? 1 : 0]),
  );
  const parsed = parse(question, tokens, settle(items, found, VOCABULARY), VOCABULARY);
  if (parsed.status === 'plan') expect(planSchema.parse(parsed.plan)).toEqual(parsed.plan);
  return parsed;
}
function words(question: string, texts: readonly string[] = []): string {
  const parsed = read(question, texts);
  return parsed.status === 'plan'
    ? planInWords(parsed.plan)
    : `${parsed.status}: ${parsed.status === 'cannot' ? parsed.message : parsed.name}`;
}

describe('a question is read', () => {
  it('with names in other spellings', () => {
    const told = 'List papers that mention reinforcement learning.';
    for (const name of ['reinforcement learning', 'Reinforcement-Learning', 'RL', 'reinforcment learning'])
      expect(words(`Which papers mention ${name}?`).replace(/ \(“.*”\)/, ''), name).toBe(told);
  });

  it('with conditions that bind as they are spoken', () => {
    expect(words('Which papers mention LIME or RL, but not Mistral?')).toBe(
      'List papers (that mention LIME or that mention reinforcement learning (“RL”)) and that do not mention Mistral.',
    );
    expect(words('Which papers mention neither LIME nor Mistral since 2010?')).toBe(
      'List papers that do not mention LIME and that do not mention Mistral and of 2010 or later.',
    );
    expect(words('How many papers by Ada Lovelace use LIME?')).toMatch(
      /^Count papers that use LIME and by Ada Lovelace/,
    );
  });

  it('and asked back where a name means several things', () => {
    const parsed = read('Which papers use mercury?');
    expect(parsed).toMatchObject({ status: 'ambiguous', name: 'mercury' });
    if (parsed.status !== 'ambiguous') return;
    expect(parsed.choices.map(({ question }) => question)).toEqual([
      'Which papers use dataset "mercury"?',
      'Which papers use task "mercury"?',
    ]);
    for (const { question } of parsed.choices) expect(read(question).status).toBe('plan');
    expect(read('Which papers are on parsing?').status).toBe('ambiguous');
    expect(words('Which papers are in the theme "parsing"?')).toBe('List papers in the theme “parsing”.');
  });

  it.each([
    'Which papers smell of cheese?',
    'Which papers mention more than LIME?',
    'Which papers share code?',
    'How many?',
    'Delete all papers',
    'MATCH (n) DETACH DELETE n',
    '',
    '?!',
    '"',
  ])('never as something else: %s', (question) => {
    expect(read(question, ['contradict', 'meaning', 'life']).status).not.toBe('plan');
  });

  it.each([
    ['Which papers are from 2017?', 'List papers of 2017.'],
    ['papers not from 2017 that mention LIME', 'List papers not of 2017 and that mention LIME.'],
    ['papers from 2015 on that mention LIME', 'List papers that mention LIME and of 2015 or later.'],
    ['papers from 2015 to 2017', 'List papers of 2015 to 2017.'],
    ['How many papers since 2015?', 'Count papers of 2015 or later.'],
    ['papers from the year 3000', 'List papers of 3000.'],
    ['papers in the 1990s', 'List papers of 1990 to 1999.'],
    ['papers before the nineties', 'List papers of 1989 or before.'],
    ['papers published in 2017 or 2018', 'List papers of 2017 or of 2018.'],
    ['papers in Nature or Science', 'List papers in Nature or in Science.'],
    ['papers not published in Nature or Science', 'List papers not in Nature and not in Science.'],
    ['papers by Ada Lovelace or Alan Turing', 'List papers by Ada Lovelace or by Alan Turing.'],
    ['papers by Ada Lovelace and Alan Turing', 'List papers by Ada Lovelace and by Alan Turing.'],
    [
      'Which papers mention LIME or Mistral but not both?',
      'List papers (that mention LIME or that mention Mistral) and (that do not mention LIME or that do not mention Mistral).',
    ],
    [
      'Which papers besides LIME mention Mistral?',
      'List papers that do not mention LIME and that mention Mistral.',
    ],
    ['Are there no papers on LIME?', 'Whether there are no papers that mention LIME.'],
    ['Isn’t there a paper on LIME?', 'Whether there are papers that mention LIME.'],
    [
      'Which methods are never mentioned with LIME?',
      'List methods named in none of the papers that mention LIME.',
    ],
    [
      'Which datasets are mentioned in papers that do not mention LIME?',
      'List datasets named in papers that do not mention LIME.',
    ],
    [
      'Which papers are about the same as LIME?',
      'Papers that share the most telling concepts with those of LIME.',
    ],
  ])('to the letter: %s', (question, told) => {
    expect(words(question)).toBe(told);
  });

  it('with what is denied', () => {
    expect(words('Which methods does LIME not use?')).toMatch(
      /^List methods that papers use in none of the papers/,
    );
    expect(words('papers about LIME that do not introduce anything')).toMatch(
      /^List papers that mention LIME and that do not introduce/,
    );
  });

  it.each([
    ['Which papers mention only LIME?', 'only'],
    ['Which papers mention LIME and nothing else?', 'nothing'],
    ['Which two methods are mentioned together most often?', 'together'],
    ['Which papers have a single author?', 'single'],
    ['Which papers mention LIME twice?', 'twice'],
    ['papers from the early 1990s', 'early'],
    ['Which papers mention LIME or are from 2017?', 'or'],
    ['Which methods are used with LIME but never with Mistral?', 'never'],
    ['How many papers mention LIME, and how many mention Mistral?', 'one at a time'],
    ['Which papers in the theme of quux mention LIME?', 'no theme'],
    ['Which authors never wrote on LIME?', 'never'],
  ])('no further than it is understood: %s', (question, why) => {
    expect(words(question, ['single', 'early', 'twice'])).toMatch(new RegExp(`^cannot: .*${why}`));
  });

  it('as words to look for together where a verb is not known', () => {
    expect(words('Which papers contradict LIME?', ['contradict'])).toBe(
      'Papers with all of the words “contradict” and “LIME”, and their closest sentences.',
    );
  });

  it('without taking one proper name for another', () => {
    const parsed = read('Which papers use Mixtral?');
    expect(parsed).toMatchObject({
      status: 'plan',
      plan: { where: { target: { is: 'words', name: 'Mixtral' } } },
    });
  });

  it('as one phrase where texts have it, and apart where they have not', () => {
    expect(words('Which papers mention deep parsing trees?', ['deep parsing trees'])).toBe(
      'List papers that mention the words “deep parsing trees”.',
    );
    expect(words('Which papers mention deep LIME trees?', ['deep', 'trees'])).toMatch(
      /“deep” and that mention LIME and that mention the words “trees”/,
    );
  });

  it('whatever its length, in little time', () => {
    expect(read(`Which papers mention ${'LIME and '.repeat(40)}LIME?`).status).toBe('plan');
    expect(read(`Which papers mention ${'LIME and '.repeat(60)}LIME?`).status).toBe('cannot');
  });
});

describe('a pattern for texts', () => {
  it('is true of the form as a word of its own, and means the same in JavaScript', () => {
    const cases: [string, string, boolean][] = [
      ['scaling law', 'Two Scaling Laws.', true],
      ['Hugging Face', 'the HuggingFace hub', true],
      ['GPT-4', 'GPT-4.5 and GPT-4o', false],
      ['GPT-4', 'we use GPT-4.', true],
      ['LIME', 'a lime tree', false],
      ['LIME', 'both LIMEs', true],
      ['theory', 'two theories', true],
      ['art', 'a part of it', false],
      ['C++', 'in C++ only', true],
      ['a.b(c', 'what is a.b c here', true],
    ];
    for (const [form, text, expected] of cases) {
      expect(findForm(text, [form]) !== null, `${form} in ${text}`).toBe(expected);
      expect(textPattern([form]).length).toBeLessThan(400);
    }
  });
});

describe('completion', () => {
  it('offers forms of questions, then names, those of most papers first', () => {
    expect(complete('', 5, VOCABULARY).completions).toHaveLength(5);
    expect(complete('How many p', 8, VOCABULARY).completions.map(({ question }) => question)).toContain(
      'How many papers mention ',
    );
    expect(complete('Which papers use offl', 8, VOCABULARY).completions[0]).toEqual({
      question: 'Which papers use offline reinforcement learning',
      text: 'offline reinforcement learning',
      kind: 'Method',
    });
    expect(complete('Which papers use LIME but not Mis', 8, VOCABULARY).completions[0]!.question).toBe(
      'Which papers use LIME but not Mistral',
    );
    expect(complete('Which papers use LIME si', 8, VOCABULARY).completions).toEqual([
      { question: 'Which papers use LIME since ', text: 'since', kind: 'words' },
    ]);
    expect(complete('What connects ', 3, VOCABULARY).completions).toHaveLength(3);
    expect(complete('x'.repeat(500), 8, VOCABULARY).completions).toEqual([]);
  });
});

describe('words that may be something else', () => {
  it('are words behind a verb of saying, kinds with a number, and asked back with an article', () => {
    expect(words('How many papers mention benchmarks?')).toBe(
      'Count papers that mention the words “benchmarks”.',
    );
    expect(words('Which papers mention any dataset?')).toBe('List papers that mention dataset.');
    const asked = read('How many papers mention a model but no dataset?');
    expect(asked.status === 'ambiguous' && asked.choices.map(({ question }) => question)).toEqual([
      'How many papers mention the word "model" but no dataset?',
      'How many papers mention at least one model but no dataset?',
    ]);
  });

  it('are a surname only in capitals, and where persons are spoken of', () => {
    expect(words('Papers by Lovelace')).toBe('List papers by Ada Lovelace.');
    expect(words('Which papers did Lovelace write?')).toBe('List papers by Ada Lovelace.');
    expect(words('Which papers mention Lovelace?', ['Lovelace'])).toBe(
      'List papers that mention the words “Lovelace”.',
    );
    expect(words('Which authors never wrote with Lovelace?')).toMatch(/^cannot/);
  });

  it('name a paper by its title, not by what several name', () => {
    expect(words('Who wrote "Tides of the inner sea: a survey"?')).toMatch(/^List authors/);
    expect(words('Where was "Tides of the inner sea: a survey" published?')).toMatch(/^List venues/);
    expect(words('Who wrote the LIME paper?')).toMatch(/^cannot: I can’t tell which paper/);
    expect(words('Which papers have a single author?')).toMatch(/^cannot/);
  });
});

describe('what a paper brings in', () => {
  it('is governed by the verb, in what the paper says of itself', () => {
    const pattern = new RegExp(introducing(['benchmark']).replace('(?is)', ''), 'is');
    for (const text of [
      'We introduce NewtonBench, a new benchmark comprising 324 tasks.',
      'We construct a suite and develop WAFER-QA, a new benchmark.',
      'By testing on our constructed benchmark, we see it.',
    ])
      expect(pattern.test(text), text).toBe(true);
    for (const text of [
      'Transformers present good results on a range of benchmarks.',
      'In order to construct explanations, we benchmark our approaches.',
      'Existing work has focused on developing sophisticated benchmarks.',
      'Recent work has introduced several benchmarks.',
    ])
      expect(pattern.test(text), text).toBe(false);
  });
});
