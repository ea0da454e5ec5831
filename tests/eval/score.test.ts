import { describe, expect, it } from 'vitest';
import type { Rates } from './counts.ts';
import { type Prediction, type ScoredGold, scorePredictions } from './score.ts';

/** The cases of the reference scorer's own self-test. */
const TEXT = 'We use the BERT model for parsing on the Penn Treebank; parsing F1 is up.';

function mark(surface: string, type: string): { start: number; end: number; type: string } {
  const start = TEXT.indexOf(surface);
  return { start, end: start + surface.length, type };
}

const gold: ScoredGold[] = [
  {
    id: '1',
    text: TEXT,
    entities: [
      mark('BERT model', 'Method'),
      mark('parsing', 'Task'),
      mark('Penn Treebank', 'Dataset'),
      mark('F1', 'Metric'),
      mark('We', 'Generic'),
    ],
    keyphrases: ['BERT models', 'parsing', 'absent thing'],
  },
];

const partly: Prediction = {
  id: '1',
  entities: [mark('the BERT model', 'Method'), mark('parsing', 'Method'), mark('Penn Treebank', 'Material')],
};

function expectRates(rates: Rates | null, precision: number, recall: number, f1: number): void {
  expect(rates?.precision).toBeCloseTo(precision, 1);
  expect(rates?.recall).toBeCloseTo(recall, 1);
  expect(rates?.f1).toBeCloseTo(f1, 1);
}

describe('scorePredictions', () => {
  it('gives a perfect prediction full marks', () => {
    const scores = scorePredictions(gold, [{ id: '1', entities: gold[0]!.entities }]);
    for (const rates of [
      scores.exact,
      scores.typed,
      scores.typedAll,
      scores.terms,
      scores.partial,
      scores.soft,
    ]) {
      expectRates(rates, 100, 100, 100);
    }
    expect(scores.presentAt5?.recall).toBe(100);
    expect(scores.keyphrasesAt5?.recall).toBeCloseTo(66.67, 1);
  });

  it('tells ends, kinds and terms apart', () => {
    const scores = scorePredictions(gold, [partly]);
    expectRates(scores.exact, 66.67, 50, 57.14);
    expectRates(scores.partial, 100, 75, 85.71);
    expectRates(scores.typed, 33.33, 25, 28.57);
    expect(scores.typedEach.Material?.f1).toBe(100);
    expect(scores.terms.precision).toBe(100);
    expect(scores.terms.recall).toBe(75);
    expect(scores.typedAll?.recall).toBe(20);
  });

  it('looks for keyphrases in the text where there are no spans', () => {
    const phrases = [{ id: '1', keyphrases: ['bert model', 'Parsing', 'penn treebank', 'up'] }];
    const scores = scorePredictions(gold, phrases);
    expectRates(scores.exact, 60, 75, 66.67);
    expect(scores.keyphrasesAt5?.precision).toBe(50);
    expect(scores.keyphrasesAt5?.recall).toBeCloseTo(66.67, 1);
    expectRates(scorePredictions(gold, phrases, { top: 1 }).exact, 100, 25, 40);
  });

  it('counts the links that shared terms draw', () => {
    const two: ScoredGold = {
      id: '2',
      text: TEXT,
      entities: [mark('parsing', 'Task'), mark('F1', 'Metric')],
      keyphrases: [],
    };
    const scores = scorePredictions(
      [...gold, two],
      [partly, { id: '2', entities: [mark('parsing', 'Task'), mark('Penn Treebank', 'Material')] }],
    );
    expectRates(scores.shared, 50, 50, 50);
    expect(scores.goldLinks).toBe(2);
  });

  it('gives nothing for nothing', () => {
    const scores = scorePredictions(gold, []);
    expect(scores.exact?.f1).toBe(0);
    expect(scores.missing).toBe(1);
  });
});
