import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../ingest/extract/extractor.ts';
import { extraction, mention, named, vocabularyOf } from './extractions.ts';

describe('linking', () => {
  const paper: Extraction = {
    id: 'p',
    mentions: [
      mention('graph kernels', 0, { field: 'title' }),
      mention('graph kernel', 20),
      mention('Graph kernels', 60, { role: 'evaluates', confidence: 0.1 }),
      mention('molecules', 90, { role: 'background' }),
      mention('results', 100),
    ],
    acronyms: [],
    relations: [],
    introductions: [
      {
        name: 'GraKer',
        kind: 'Method',
        long: null,
        span: { field: 'abstract', start: 70, end: 76, sentenceStart: 0, sentenceEnd: 99 },
      },
    ],
  };
  const vocabulary = vocabularyOf([paper]);
  const tie = (name: string) =>
    vocabulary.link(paper).find(({ conceptId }) => conceptId === named(vocabulary, name).id)!;

  it('gathers the mentions of a concept with bare spans, title first', () => {
    const { spans, count, role, introduces, paperId } = tie('graph kernel');
    expect({ count, role, introduces, paperId }).toEqual({
      count: 3,
      role: 'uses',
      introduces: false,
      paperId: 'p',
    });
    expect(spans.map(({ field, start }) => [field, start])).toEqual([
      ['title', 0],
      ['abstract', 20],
      ['abstract', 60],
    ]);
    expect(Object.keys(spans[0]!)).toEqual(['field', 'start', 'end', 'sentenceStart', 'sentenceEnd']);
  });

  it('ties a paper to what it introduces, though no mention stands for it', () => {
    expect(tie('GraKer')).toMatchObject({
      introduces: true,
      role: 'introduces',
      count: 1,
      spans: [{ start: 70 }],
    });
  });

  it('leaves out generic words', () => expect(vocabulary.link(paper)).toHaveLength(3));

  it('gives salience between 0 and 1: the title and the paper’s own name before background', () => {
    const [kernel, own, molecule] = ['graph kernel', 'GraKer', 'molecules'].map((name) => tie(name).salience);
    expect(kernel).toBeGreaterThan(own!);
    expect(own).toBeGreaterThan(molecule!);
    expect(molecule).toBeGreaterThan(0);
    expect(kernel).toBeLessThanOrEqual(1);
  });

  it('follows the written formula', () => {
    // Log odds: -1.4 + 0.9 in the title + 0.5 · ln 3 mentions + 0.9 · 13 / 20 characters.
    const odds = -1.4 + 0.9 + 0.5 * Math.log(3) + (0.9 * 'graph kernels'.length) / 20;
    expect(tie('graph kernel').salience).toBeCloseTo(1 / (1 + Math.exp(-odds)), 4);
    const untitled = extraction('q', ['graph kernels']);
    const fewer = -1.4 + (0.9 * 'graph kernels'.length) / 20;
    expect(vocabulary.link(untitled)[0]!.salience).toBeCloseTo(1 / (1 + Math.exp(-fewer)), 4);
  });
});
