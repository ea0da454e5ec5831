import { describe, expect, it } from 'vitest';
import { scoreAcronyms } from './acronyms.ts';
import { scoreIntroduced } from './introduces.ts';
import { agreesNearly, recallKeyTerms } from './key-terms.ts';
import { scoreNamed } from './named.ts';

describe('scoreNamed', () => {
  it('judges the first name and skips borderline documents', () => {
    const gold = [
      { id: 'a', system: ['Amorph'], borderline: [] },
      { id: 'b', system: [], borderline: [] },
      { id: 'c', system: ['Plume', 'PLUME 2'], borderline: [] },
      { id: 'd', system: ['X'], borderline: ['X'] },
    ];
    const names = new Map([
      ['a', ['AMORPH']],
      ['b', ['Wrong']],
      ['c', ['Other', 'Plume']],
      ['d', ['X']],
    ]);
    const rates = scoreNamed(gold, names);
    expect(rates.precision).toBeCloseTo(100 / 3);
    expect(rates.recall).toBe(50);
  });
});

describe('scoreAcronyms', () => {
  it('ignores case and spaces, not plurals', () => {
    const gold = [
      {
        id: 'a',
        pairs: [
          { short: 'LLMs', long: 'Large language models' },
          { short: 'RL', long: 'reinforcement learning' },
        ],
      },
    ];
    const predicted = new Map([
      [
        'a',
        [
          { short: 'LLMs', long: 'large  language models' },
          { short: 'LLMs', long: 'large language models' },
          { short: 'RL', long: 'reinforcement learnings' },
        ],
      ],
    ]);
    expect(scoreAcronyms(gold, predicted)).toEqual({ precision: 50, recall: 50, f1: 50 });
    expect(scoreAcronyms(gold, new Map()).f1).toBe(0);
  });
});

describe('scoreIntroduced', () => {
  const gold = [
    {
      id: 'a',
      introduces: [
        { name: 'FACT', kind: 'Method', core: true, expansion: 'Finitary Abstraction Comprehension Toolkit' },
        { name: 'HOTELS', kind: 'Dataset', core: true },
        { name: 'overthinking', kind: 'Concept', core: false },
      ],
    },
  ];

  it('takes name or long form, once, and leaves names that are not core out', () => {
    const predicted = new Map([
      [
        'a',
        [
          { name: 'finitary abstraction comprehension toolkit', long: null },
          { name: 'FACT', long: null },
          { name: 'Overthinking', long: null },
        ],
      ],
    ]);
    expect(scoreIntroduced(gold, predicted)).toMatchObject({ precision: 100, recall: 50 });
  });

  it('counts any other name as wrong', () => {
    const predicted = new Map([
      [
        'a',
        [
          { name: 'HOTELS', long: null },
          { name: 'RAG', long: 'FACTS' },
        ],
      ],
    ]);
    expect(scoreIntroduced(gold, predicted)).toEqual({ precision: 50, recall: 50, f1: 50 });
  });
});

describe('key terms', () => {
  it('agree when one has at most one word more', () => {
    expect(agreesNearly('sparse autoencod', 'autoencod')).toBe(true);
    expect(agreesNearly('top k sparse', 'sparse')).toBe(false);
    expect(agreesNearly('autoencod', 'encod')).toBe(false);
  });

  it('are recalled over all papers', () => {
    const gold = [
      { id: 'a', surfaces: ['formal queries', 'ingestion time'] },
      { id: 'b', surfaces: ['long-context LLMs', 'Dataset'] },
    ];
    const found = new Map([
      ['a', ['Formal query', 'ingestion']],
      ['b', ['long context']],
    ]);
    expect(recallKeyTerms(gold, found)).toEqual({ exact: 25, near: 75 });
  });
});
