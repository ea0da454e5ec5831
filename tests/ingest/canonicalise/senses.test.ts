import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../ingest/extract/extractor.ts';
import { extraction, linked, vocabularyOf } from './extractions.ts';

const NEURONS = ['sparse autoencoder', 'language model', 'residual stream', 'monosemantic features'];
const VEHICLES = ['driving automation', 'vehicle safety', 'lane keeping', 'Society of Automotive Engineers'];
const SPARSE = { SAE: 'sparse autoencoder' };
const SOCIETY = { SAE: 'Society of Automotive Engineers' };

const papers: Extraction[] = [
  extraction('a', ['SAE', ...NEURONS], SPARSE),
  extraction('b', ['SAEs', 'dictionary learning', ...NEURONS], SPARSE),
  extraction('c', ['SAE', ...VEHICLES], SOCIETY),
  extraction('d', ['SAE', 'traffic rules', ...VEHICLES], SOCIETY),
  extraction('e', ['quantum dots', 'laser cooling', 'photon counting']),
];

/** What a silent paper's SAE is filed under, among these papers. */
const meaning = (corpus: readonly Extraction[], silent: Extraction, form = 'SAE'): string | undefined => {
  const vocabulary = vocabularyOf([...corpus, silent]);
  const paper = { ...silent, mentions: silent.mentions.filter(({ surface }) => surface === form) };
  const full = linked(vocabulary, silent);
  const alone = new Set(
    linked(vocabulary, { ...silent, mentions: silent.mentions.filter((m) => m.surface !== form) }),
  );
  expect(paper.mentions).toHaveLength(1);
  return full.find((name) => !alone.has(name));
};

describe('a short form that its paper doesn’t define', () => {
  it('means what papers like this one mean', () => {
    const features = extraction('x', ['SAE', 'features in language model', 'residual stream probing']);
    const cars = extraction('y', ['SAE', 'driving simulator', 'safety of the vehicle']);
    expect(meaning(papers, features)).toBe('sparse autoencoder');
    expect(meaning(papers, cars)).toBe('Society of Automotive Engineers');
  });

  it('stands for itself among strangers', () => {
    const strange = ['SAE', 'crop rotation', 'soil moisture', 'harvest yield', 'irrigation'];
    expect(meaning(papers, extraction('z', strange))).toBe('SAE');
    // Though only one meaning is known, which else would be everybody's.
    expect(meaning(papers.slice(0, 2), extraction('z', strange))).toBe('SAE');
  });

  it('means the only meaning where the paper says too little to tell', () => {
    expect(meaning(papers.slice(0, 2), extraction('z', ['SAE', 'probing']))).toBe('sparse autoencoder');
  });

  it('means the same inside a phrase', () => {
    const corpus = [
      ...papers,
      extraction('f', ['sparse autoencoder latents', ...NEURONS]),
      extraction('g', ['SAE latents', 'SAE', ...NEURONS], SPARSE),
    ];
    const silent = extraction('x', ['SAE latents', 'language model', 'residual stream']);
    expect(meaning(corpus, silent, 'SAE latents')).toBe('sparse autoencoder latents');
  });

  it('is not turned by a misspelt long form', () => {
    const corpus = ['a', 'b', 'c', 'd'].map((id) =>
      extraction(id, ['HMM', 'hidden Markov model', 'speech tagging'], { HMM: 'hidden Markov model' }),
    );
    corpus.push(
      extraction('e', ['HMM', 'gene finding', 'protein folding'], { HMM: 'hidden Marcov model' }),
      extraction('f', ['quantum dots', 'laser cooling']),
    );
    const silent = extraction('x', ['HMM', 'gene finding', 'protein folding']);
    expect(meaning(corpus, silent, 'HMM')).toBe('hidden Markov model');
  });
});

it('a paper’s own definition goes before all others, inside a phrase too', () => {
  const corpus = [
    ...papers,
    extraction('h', ['SAE', 'SAE levels', 'language model', 'residual stream', 'stacked autoencoder'], {
      SAE: 'stacked autoencoder',
    }),
  ];
  const names = linked(vocabularyOf(corpus), corpus.at(-1)!);
  expect(names).toContain('stacked autoencoder');
  expect(names).not.toContain('sparse autoencoder');
  expect(names).toContain('SAE levels');
});

it('many papers leave no more in memory than a few, and in any order', () => {
  const many = Array.from({ length: 200 }, (_, i) =>
    extraction(`p${i}`, ['SAE', `topic ${i}`, ...(i % 2 ? NEURONS : VEHICLES)], i % 2 ? SPARSE : SOCIETY),
  );
  const silent = extraction('x', ['SAE', 'language model', 'residual stream']);
  const [one, two] = [vocabularyOf([...many, silent]), vocabularyOf([silent, ...many.toReversed()])];
  expect(two.concepts).toEqual(one.concepts);
  for (const paper of [...many, silent]) expect(two.link(paper)).toEqual(one.link(paper));
  expect(linked(one, silent)).toContain('sparse autoencoder');
});
