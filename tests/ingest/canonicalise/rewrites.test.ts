import { describe, expect, it } from 'vitest';
import type { ConceptKind } from '../../../graph/schema.ts';
import { conceptsOf, extraction, named, vocabularyOf } from './extractions.ts';

/** Concepts of papers that each mention one form, with its kind. */
const conceptsAs = (forms: readonly (readonly [string, ConceptKind])[]) =>
  vocabularyOf(forms.map(([form, kind], i) => extraction(`p${i}`, [form], {}, kind)));

describe('word order', () => {
  it.each(
    [
      'object detection|detection of objects',
      'object detection|detection of the objects',
      'convergence rate|rate of convergence|rates of convergence',
      'optimal convergence rate|optimal rate of convergence',
      'classification error rate|error rate of classification',
      'causal effect estimation|estimation of causal effects',
    ].map((line) => [line, line.split('|')] as const),
  )('%s', (_, [best, ...others]) => {
    const vocabulary = vocabularyOf([extraction('p', [best!, ...others])]);
    expect(vocabulary.concepts).toHaveLength(1);
    const { reasons } = named(vocabulary, best!);
    for (const other of others) expect(reasons[other]).toBe('order');
  });

  it.each(
    [
      'theory of mind|mind theory',
      'bag of words|word bag',
      'mixture of experts|expert mixture',
      'time of flight|flight time',
      'models of language|language model',
      'analysis of variance|variance analysis',
      'distance from origin of coordinates|coordinate distance from origin',
    ].map((line) => [line, line.split('|')] as const),
  )('but not %s', (_, forms) => expect(conceptsOf(...forms)).toHaveLength(2));

  it('is left alone without a paper that has the other order, or with few that do', () => {
    expect(conceptsOf('detection of objects').map(({ name }) => name)).toEqual(['detection of objects']);
    const often = Array.from({ length: 4 }, () => 'recovery of signals');
    expect(conceptsOf(...often, 'signal recovery')).toHaveLength(2);
  });

  it('is left alone in a name that has a short form', () => {
    const papers = [
      extraction('a', ['chain of skills', 'CoS'], { CoS: 'chain of skills' }),
      extraction('b', ['skill chain', 'skill chain']),
    ];
    expect(vocabularyOf(papers).concepts).toHaveLength(2);
  });
});

describe('other words for a head', () => {
  it('are one: neural nets and neural networks', () => {
    const vocabulary = vocabularyOf([
      extraction('p', ['neural network', 'neural networks', 'neural nets', 'neural net']),
    ]);
    expect(vocabulary.concepts).toHaveLength(1);
    expect(named(vocabulary, 'neural network').reasons).toEqual({
      'neural networks': 'plural',
      'neural net': 'variant',
      'neural nets': 'variant',
    });
  });

  it('are two where the rarer word is the common one', () => {
    expect(conceptsOf('elastic net', 'elastic net', 'elastic network')).toHaveLength(2);
  });

  it('and plurals inside a phrase are one with it', () => {
    const [concept] = conceptsOf('object detection', 'objects detection');
    expect(concept!.reasons).toEqual({ 'objects detection': 'plural' });
  });
});

describe('a generic noun at the end', () => {
  it.each(
    [
      'Kalman filter|Kalman filter algorithm|Kalman filter model|Method',
      'question answering|question answering task|question answering problem|Task',
      'clustering|clustering algorithms|clustering method|Method',
      'multi-armed bandit|multi-armed bandit problem|Task',
      'ImageNet|ImageNet dataset|ImageNet data set|Dataset',
      'autoencoder|autoencoder model|Method',
    ].map((line) => [line, line.split('|')] as const),
  )('goes: %s', (_, parts) => {
    const forms = parts.slice(0, -1).map((form) => [form, parts.at(-1) as ConceptKind] as const);
    const { concepts } = conceptsAs(forms);
    expect(concepts).toHaveLength(1);
    expect(concepts[0]!.name).toBe(parts[0]);
    expect(new Set(Object.values(concepts[0]!.reasons))).toEqual(new Set(['head']));
  });

  it.each(
    [
      'kernel|kernel method|Method',
      'language|language model|Method',
      'state space|state-space model|Term',
      'latent variable|latent variable model|Term',
      'statistical|statistical model|Method',
      'greedy|greedy algorithm|Method',
      'multi-label|multi-label problem|Task',
      'FAIR|fair algorithm|Method',
      'deep|deep model|Model',
    ].map((line) => [line, line.split('|')] as const),
  )('stays: %s', (_, parts) => {
    const forms = parts.slice(0, -1).map((form) => [form, parts.at(-1) as ConceptKind] as const);
    expect(conceptsAs(forms).concepts).toHaveLength(2);
  });

  it.each([
    ['Alice', 'Alice’s model', 'Method'],
    ['Alice', "Alice's data set", 'Dataset'],
    ['Jess', "Jess' model", 'Method'],
    ['Alice', "Alice's problem", 'Task'],
  ] as const)('stays behind an owner: %s, %s', (owner, owned, kind) => {
    const { concepts } = conceptsAs([
      [owner, kind],
      [owned, kind],
    ]);
    expect(concepts.map(({ name }) => name).sort()).toEqual([owner, owned].sort());
  });

  it('goes where an owner is a slip, and leaves the spellings of one thing together', () => {
    const forms = [
      'ImageNet',
      'ImageNet',
      'ImageNet dataset',
      'ImageNet dataset',
      'ImageNet dataset',
      "ImageNet's dataset",
    ];
    expect(conceptsAs(forms.map((form) => [form, 'Dataset'])).concepts).toHaveLength(1);
    const grover = ['Grover', "Grover's algorithm", "Grover's algorithm", 'Grover algorithm'];
    const { concepts } = conceptsAs(grover.map((form) => [form, 'Method']));
    expect(concepts.map(({ aliases }) => aliases.length).sort()).toEqual([0, 1]);
  });

  it('goes behind a short form too', () => {
    const papers = [
      extraction('a', ['Kalman filter', 'KF'], { KF: 'Kalman filter' }),
      extraction('b', ['KF', 'KF algorithm'], { KF: 'Kalman filter' }),
    ];
    expect(vocabularyOf(papers).concepts).toHaveLength(1);
  });
});

it('rewrites a form once and never chains', () => {
  // `detection of objects algorithm` would need two steps; what it would become is itself rewritten.
  const { concepts } = vocabularyOf([
    extraction('p', ['object detection', 'detection of objects', 'detection of objects algorithm']),
  ]);
  expect(concepts).toHaveLength(2);
});
