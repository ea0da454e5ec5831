import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../../ingest/extract/acronyms.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const pairs = (text: string) => findAcronyms(text).map(({ short, long }) => [short, long]);

describe('findAcronyms', () => {
  it.each([
    ['We use a hidden Markov model (HMM) here.', 'HMM', 'hidden Markov model'],
    ['The HMM (hidden Markov model) is old.', 'HMM', 'hidden Markov model'],
    ['Large language models (LLMs) write.', 'LLMs', 'Large language models'],
    ['A large language model (LLMs) writes.', 'LLMs', 'large language model'],
    ['Text-to-image (T2I) synthesis', 'T2I', 'Text-to-image'],
    [
      'with the gas chromatography-mass spectrometry (GC-MS) assay',
      'GC-MS',
      'gas chromatography-mass spectrometry',
    ],
    ['in part-of-speech tagging (POS tagging)', 'POS tagging', 'part-of-speech tagging'],
    ['quality of service (QoS)', 'QoS', 'quality of service'],
    ['an amino acid (aa) chain', 'aa', 'amino acid'],
    ['by 5-hydroxytryptamine (5HT)', '5HT', '5-hydroxytryptamine'],
    ['We ship MOLE, the Mixture of Lazy Experts.', 'MOLE', 'Mixture of Lazy Experts'],
    ['the conditional average treatment effect or CATE', 'CATE', 'conditional average treatment effect'],
    ['their inner (parametric knowledge, PK) beliefs', 'PK', 'parametric knowledge'],
    ['Thompson sampling [TS] works', 'TS', 'Thompson sampling'],
    ['We test LLMs, i.e. large language models, on sand.', 'LLMs', 'large language models'],
    ['We test LLMs, i.e., large language models.', 'LLMs', 'large language models'],
    ['a dune autoencoder (β-DAE) reads', 'β-DAE', 'dune autoencoder'],
    ['a three-dimensional (3D) map', '3D', 'three-dimensional'],
    [
      'a three-dimensional (3D) camel neural network (3D-CNN)',
      '3D-CNN',
      'three-dimensional camel neural network',
    ],
    ['river graph ( RG ) completion ( RGC )', 'RGC', 'river graph completion'],
    ['river graph ( RG ) completion ( RGC )', 'RG', 'river graph'],
  ])('reads %s', (text, short, long) => {
    expect(pairs(text)).toContainEqual([short, long]);
  });

  it.each([
    'We saw two cases (see Table 2) of this.',
    'Prior work (Miller et al., 2019) agrees.',
    'The score rose (p < 0.05) in (i) and (ii).',
    'Two robots (one small) moved.',
    'We map in colour (3D) and sell nets, i.e. cheap ones (4D).',
    'We test LLMs, i.e. models of lean lives.',
    'The rover (XQ) and graph carts (RGC) run.',
    'A dune reader (β-VAE) is there.',
    'We visit Paris (France) and Rome (Italy).',
  ])('finds nothing in %s', (text) => {
    expect(pairs(text)).toEqual([]);
  });

  it('says where a long form ends that holds another short form', () => {
    const text = 'We do river graph (RG) completion (RGC).';
    const { longStart, longEnd } = findAcronyms(text).find(({ short }) => short === 'RGC')!;
    expect(text.slice(longStart, longEnd)).toBe('river graph (RG) completion');
  });

  it('says where both stand', () => {
    const text = 'Unlike a support vector machine (SVM), it is slow.';
    const [found] = findAcronyms(text);
    expect(text.slice(found?.longStart).startsWith('support vector machine')).toBe(true);
    expect(text.slice(found?.shortStart).startsWith('SVM')).toBe(true);
  });

  it('prefers the reading in which every letter begins a word', () => {
    expect(pairs('the adaptive tree of arc trees (ATAT)')).toEqual([['ATAT', 'adaptive tree of arc trees']]);
  });

  it.each([
    [
      'We train a network called NODE for Neural Octopus Dune Estimation.',
      'NODE',
      'Neural Octopus Dune Estimation',
    ],
    [
      'An actor called A3C (asynchronous advantage actor-critic) plays.',
      'A3C',
      'asynchronous advantage actor-critic',
    ],
    ['a tool (SAND, for Slow Animals Near Dunes) is there', 'SAND', 'Slow Animals Near Dunes'],
    ['a model (slow sand model - SSM) is there', 'SSM', 'slow sand model'],
    ['the DCG criterion (discounted cumulative gain) is old', 'DCG', 'discounted cumulative gain'],
    ['Weight repair (**WeiRep**) is there', 'WeiRep', 'Weight repair'],
    ['the bent lens problem (BL) is hard', 'BL', 'bent lens'],
    ['a multi-dune market path (MMP) is there', 'MMP', 'multi-dune market path'],
  ])('reads also %s', (text, short, long) => {
    expect(pairs(text)).toEqual([[short, long]]);
  });

  it('reads a hostile text in no time', () => {
    const started = cpuTime();
    for (const unit of ['(ABC)', '(', 'ABC, the ', 'a-b (AB) ', 'AB for ', '[(AB)]'])
      findAcronyms(unit.repeat(4000));
    expect(cpuTime() - started).toBeLessThan(4000);
  });
});
