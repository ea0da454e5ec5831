import { describe, expect, it } from 'vitest';
import {
  beginningOf,
  fittingCompletions,
  isWhole,
  partsOfCompletion,
} from '../../../../web/panels/ask/completion-list.ts';
import { exampleQuestions } from '../../../../web/panels/ask/example-questions.ts';
import { graphView } from '../../graph-view.ts';

const completion = (question: string, text = question, kind = 'question') => ({ question, text, kind });

describe('completions', () => {
  it('of an earlier text are kept only where they still fit', () => {
    const late = [
      completion('Which papers mention '),
      completion('What is '),
      completion('which papers use '),
    ];
    const fitting = (typed: string) => fittingCompletions(late, typed).map(({ question }) => question);
    expect(fitting('Which p')).toEqual(['Which papers mention ', 'which papers use ']);
    expect(fitting('Which papers mention')).toEqual([]);
    expect(fitting('Whichever')).toEqual([]);
  });

  it('say what they add, and whether they can be asked', () => {
    expect(partsOfCompletion(completion('What is LIME', 'LIME', 'Method'))).toEqual({
      before: 'What is ',
      added: 'LIME',
    });
    expect(partsOfCompletion(completion('What is ', 'What is …'))).toEqual({
      before: '',
      added: 'What is …',
    });
    expect([isWhole(completion('Why? ')), isWhole(completion('What is LIME'))]).toEqual([true, false]);
    expect(beginningOf('  Which papers  mention zork?')).toBe('Which papers');
  });
});

describe('example questions', () => {
  const nodes = [
    { id: 'a', label: 'beam search', weight: 9 },
    { id: 'b', label: 'BLEU', kind: 'Metric' as const, weight: 8 },
    { id: 'c', label: 'search engine', weight: 7 },
    { id: 'd', label: 'this and that', weight: 6 },
    { id: 'e', label: 'accuracy', weight: 6 },
    { id: 'f', label: 'Theme t', weight: 6 },
    { id: 'g', label: 'GPT-2', kind: 'Model' as const, weight: 5 },
    { id: 'h', label: 'rare thing', weight: 1 },
  ];
  const edges = [
    [0, 2],
    [0, 1],
    [2, 6],
  ] as const;
  const questions = (gaps: boolean, view = graphView(nodes, edges, ['t'])) =>
    exampleQuestions(view, { gaps }).flatMap((group) => group.questions);

  it('are made of names that mean one thing, and of ties that there are', () => {
    expect(questions(false)).toEqual([
      'Which papers mention both beam search and BLEU?',
      'Which papers mention search engine but not BLEU?',
      'How many papers mention beam search?',
      'What is the most mentioned method?',
      'Are there more papers on beam search or on BLEU?',
      'What connects search engine and GPT-2?',
      'Which models have never been used with beam search?',
    ]);
  });

  it('are of gaps and years where there are some, of nothing where there is nothing', () => {
    const dated = { ...graphView(nodes, edges), years: [{ year: 2020, papers: 1 }] };
    expect(questions(true, dated)).toEqual(
      expect.arrayContaining(['Which gaps are there?', 'How many papers per year mention beam search?']),
    );
    expect(questions(true, graphView(nodes.slice(3, 5)))).toEqual([]);
  });
});
