import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../graph/contract.ts';
import { segmentText } from '../../../../web/components/segments.ts';
import { markedNames, namesInRows, shownTable } from '../../../../web/panels/ask/answer-rows.ts';
import {
  answerCsv,
  answerMarkdown,
  restAfterValue,
  valueInWords,
} from '../../../../web/panels/ask/answer-text.ts';
import { nameMarks, questionMarks } from '../../../../web/panels/ask/question-marks.ts';

const paper = (id: string, year: number | null = null) => ({
  id,
  title: `Title of ${id}`,
  year,
  sources: [`a.bib#${id}`],
});
const ANSWER: Answer = {
  status: 'answered',
  question: 'Which methods are used with BLEU?',
  understood: {
    text: 'List methods.',
    recognised: [{ words: 'BLEU', as: 'the metric bleu score' }],
    ignored: [],
  },
  cypher: null,
  columns: ['method', 'kind', 'papers', 'in', 'sentence'],
  rows: [
    ['beam search', 'method', 2, 'Title of p1; Title of p2', 'We use beam search.'],
    ['=attention', 'method', 1, 'Title of p1', 'So, "attention".'],
  ],
  citations: [
    [
      { paper: 'p1', sentence: 'We use beam search.' },
      { paper: 'p2', sentence: 'Beam search\nand the BLEU score.' },
    ],
    [{ paper: 'p1', sentence: 'So, "attention".' }],
  ],
  value: 2,
  papers: [paper('p1', 2011), paper('p2')],
  choices: [],
  message: '2 methods.',
  planner: 'words',
  model: null,
  summary: null,
};

/** The parts of a text that are marked. */
const marked = (text: string, marks: readonly { start: number; end: number }[]) =>
  marks.map(({ start, end }) => text.slice(start, end));

describe('the words of a question', () => {
  it('are marked where they stand as whole words, one after the other', () => {
    const question = 'Is art in the art of Foo, or zork?';
    const understood = {
      text: '',
      recognised: [
        { words: 'art', as: 'the term art' },
        { words: 'art', as: 'the term art' },
        { words: 'foo', as: 'words that no paper here has' },
        { words: 'nowhere', as: 'the term nowhere' },
      ],
      ignored: ['zork', 'o'],
    };
    const fates = segmentText(question, questionMarks(question, understood)).flatMap(({ text, payload }) =>
      payload ? [[text, payload.is]] : [],
    );
    expect(fates).toEqual([
      ['art', 'read'],
      ['art', 'read'],
      ['Foo', 'absent'],
      ['zork', 'ignored'],
    ]);
  });

  it('are found again in the sentences', () => {
    const sentence = 'Beam search, not a beam searcher: BEAM SEARCH.';
    expect(marked(sentence, nameMarks(sentence, ['beam search', 'a']))).toEqual([
      'Beam search',
      'BEAM SEARCH',
    ]);
  });
});

describe('the rows of an answer', () => {
  it('leave out what their citations and heads tell', () => {
    const { columns, rows, cited } = shownTable(ANSWER);
    expect(columns).toEqual(['method', 'papers']);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['beam search', 2],
      ['=attention', 1],
    ]);
    expect(rows[0]!.citations.map(({ of }) => of?.year)).toEqual([2011, null]);
    expect([cited, rows[0]!.paper]).toEqual([true, null]);
    expect(markedNames(ANSWER.understood, rows[0]!)).toEqual(['BLEU', 'bleu score', 'beam search']);
  });

  it('stand for papers where the first column does, and show all where nothing is cited', () => {
    const [row] = shownTable({ ...ANSWER, columns: ['paper', 'year'], rows: [['Title of p1', 2011]] }).rows;
    expect(row!.paper?.id).toBe('p1');
    const bare = shownTable({ ...ANSWER, citations: [[], []] });
    expect(bare.columns).toEqual(['method', 'papers', 'in', 'sentence']);
  });

  it('name what the map may hold', () => {
    expect(namesInRows(ANSWER)).toEqual(['beam search', '=attention']);
    expect(namesInRows({ columns: ['paper'], rows: [['Title']] })).toEqual([]);
  });
});

describe('an answer as text', () => {
  it('says its value once', () => {
    expect([true, false, 1234, 'LIME', null].map(valueInWords)).toEqual(['Yes', 'No', '1,234', 'LIME', null]);
    expect(restAfterValue('2', '2 methods.')).toBe('methods.');
    expect(restAfterValue('2', '24 methods.')).toBeNull();
  });

  it('is Markdown with numbered citations that nothing in it can break out of', () => {
    const text = answerMarkdown({ ...ANSWER, message: '<b>[x](y)</b>\n# head' }, 'http://there/#page=ask');
    expect(text).toContain('## Which methods are used with BLEU?');
    expect(text).toContain('\\<b\\>\\[x\\](y)\\</b\\> \\# head');
    expect(text).toContain(
      '- beam search\n  > We use beam search. [1]\n  > Beam search and the BLEU score. [2]',
    );
    expect(text).toContain('1. Title of p1, 2011, a.bib\\#p1\n2. Title of p2, a.bib\\#p2');
  });

  it('is a table that no spreadsheet runs', () => {
    const [head, first, second] = answerCsv(ANSWER).split('\r\n');
    expect(head).toBe('method,kind,papers,in,sentence,cited papers,cited sentences');
    expect(first).toMatch(/^beam search,method,2,.*a\.bib#p1; a\.bib#p2",We use beam search\. … Beam/);
    expect(second).toMatch(/^'=attention,.*"So, ""attention""\."$/);
  });
});
