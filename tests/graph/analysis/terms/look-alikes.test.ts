import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlikes } from '../../../../graph/analysis/terms/look-alikes.ts';
import { nearSpellings } from '../../../../graph/analysis/terms/near-spellings.ts';
import type { NamedTerm } from '../../../../graph/analysis/terms/term.ts';

/** The earlier, the more papers. */
const terms = (...names: (string | string[])[]): NamedTerm[] =>
  names.map((given, i) => {
    const [name = '', ...aliases] = [given].flat();
    return { id: `c${i}`, name, aliases, kind: 'Method', paperCount: names.length - i };
  });
const pairs = (...names: (string | string[])[]): string[] =>
  lookAlikes(terms(...names)).map(({ into, other, reason }) => `${into.name} | ${other.name} | ${reason}`);

describe('look-alikes', () => {
  it.each([
    [['message passing', 'Message-Passing'], 'spelling'],
    [['object detection', 'object detector'], 'ending'],
    [['regret bound', 'bounded regret'], 'order'],
    [['large language model', 'LLMs'], 'acronym'],
    [['BLEU', 'BLEU score'], 'generic'],
    [['word embedding', 'word embeding'], 'near'],
    [['analysis of varience', 'analysis of variance'], 'near'],
  ])('%j: %s', ([one, other], reason) => {
    expect(pairs(one!, other!)).toEqual([`${one} | ${other} | ${reason}`]);
  });

  it('are told by other forms too, and a form that two terms share only where their names have a word in common', () => {
    expect(pairs(['linear programming', 'LP'], ['linear program model', 'LP'])[0]).toMatch(/shared$/);
    expect(pairs(['label propagation', 'LP'], ['linear program', 'LP'])).toEqual([]);
    expect(pairs(['deep net', 'convolutionnal layer'], 'convolutional layer')).toEqual([
      'deep net | convolutional layer | near',
    ]);
  });

  it.each([
    [['GPT-3 model', 'GPT-4 model']],
    [['symmetric kernel', 'asymmetric kernel']],
    [['deep network', 'deep Q-network']],
    [['language', 'language model']],
    [['batching', 'patching']],
    [['EM', 'electron microscopy', 'exact method']],
    [['generative adversarial network', 'graph attention network']],
  ])('leaves %j alone', (names) => {
    expect(pairs(...names)).toEqual([]);
  });

  it('are the same in whatever order the terms come, each pair once, the surest first', () => {
    const some = terms(
      'Auto encoder',
      'autoencoder',
      'bounded regret',
      'regret bound',
      'LLM',
      'large language model',
      'NLP',
      'natural language processing',
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        expect(lookAlikes(shuffled)).toEqual(lookAlikes(some));
      }),
      { numRuns: 20, seed: 6 },
    );
    const found = lookAlikes(some);
    expect(found.map(({ reason }) => reason)).toEqual(['spelling', 'acronym', 'acronym', 'order']);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('compare no more terms than they may', () => {
    const many = Array.from({ length: 400 }, (_, i) => `thing number ${'x'.repeat(i % 7)}`);
    expect(lookAlikes(terms(...many), { together: 3 }).length).toBeLessThanOrEqual(7 * 3 * 3);
    expect(lookAlikes(terms('regret bound', 'noise', 'bounded regret'), { terms: 2 })).toEqual([]);
  });
});

it('near spellings are those, and only those, that differ by one letter', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'e', 'n', 's', 'z'), minLength: 7, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 8 }), (words) => {
      for (const [a, b] of nearSpellings(words)) {
        const [one, other] = [words[a]!, words[b]!];
        expect(Math.abs(one.length - other.length)).toBeLessThanOrEqual(1);
        expect(one[0]).toBe(other[0]);
      }
    }),
    { numRuns: 200, seed: 6 },
  );
  const swapped = ['embedding', 'embeddign', 'embeding', 'embeddingg', 'emcedding'];
  expect(nearSpellings(swapped).sort()).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
  ]);
});
