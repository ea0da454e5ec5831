import { describe, expect, it } from 'vitest';
import { american } from '../../../ingest/canonicalise/american.ts';
import { singular } from '../../../ingest/canonicalise/singular.ts';
import { stem } from '../../../ingest/canonicalise/stem.ts';
import { conceptsOf } from './extractions.ts';

it.each(
  (
    'networks network|queries query|boxes box|losses loss|classes class|patches patch|analyses analysis|' +
    'hypotheses hypothesis|matrices matrix|indices index|indexes index|corpora corpus|phenomena phenomenon|' +
    'databases database|phrases phrase|clauses clause|curves curve|heroes hero|videos video|photos photo|' +
    'caches cache|biases bias|lenses lens|axes axis|schemas schema|leaves leaf|children child|responses response|' +
    'policies policy|statistics statistics|bias bias|class class|loss loss|news news|lens lens|series series|' +
    'atlas atlas|corpus corpus|analysis analysis|data data|chaos chaos|keras keras|gas gas|bus bus|eigenvalues eigenvalue'
  )
    .split('|')
    .map((pair) => pair.split(' ')),
)('the singular of %s is %s', (word, expected) => expect(singular(word!)).toBe(expected));

it.each(
  (
    'behaviour behavior|behavioural behavioral|modelling modeling|modelled modeled|labelled labeled|' +
    'optimisation optimization|optimise optimize|regularised regularized|tokeniser tokenizer|analyse analyze|' +
    'centre center|fibres fibers|colour color|neighbourhood neighborhood|memorisation memorization|grey gray|' +
    'programme program|catalogue catalog|artefact artifact|defence defense|signalling signaling|' +
    'noise noise|denoising denoising|supervised supervised|unsupervised unsupervised|otherwise otherwise|' +
    'precise precise|exercise exercise|promising promising|four four|fourier fourier|hour hour|source source|' +
    'ising ising|controlling controlling|calling calling|pairwise pairwise|enterprise enterprise|acre acre'
  )
    .split('|')
    .map((pair) => pair.split(' ')),
)('%s is %s in American spelling', (word, expected) => expect(american(word!)).toBe(expected));

it('stems bring the forms of one verb together, and others not', () => {
  expect(stem('estimation')).toBe(stem('estimators'));
  expect(stem('closed')).toBe(stem('close'));
  expect(stem('interpolation')).not.toBe(stem('interpretation'));
});

describe('one concept', () => {
  it.each(
    [
      'sparse autoencoder|sparse auto-encoder|Sparse Autoencoders|sparse auto encoders',
      'logit lens|logitLens|Logit Lens',
      'Hugging Face|HuggingFace|Huggingface',
      'MetaWorld|Meta-World',
      'CIFAR10|CIFAR-10|CIFAR 10',
      'Llama 2|LLaMA-2|Llama-2|Llama2',
      'GPT-4o|GPT4o',
      'Llama-2-7B|Llama 2 7B|LLaMA2-7B',
      'Big-Bench Hard|BIG-bench Hard',
      'memorisation|memorization',
      'behaviour cloning|behavior cloning',
      'fine-tuning|finetuning|fine tuning|Fine-Tuning',
      'pre-training|pretraining',
      'k-means|K-means|kmeans',
      'beta-VAE|β-VAE',
      'mixture of experts|mixture-of-experts|Mixtures of Experts',
      'dataset distillation|data set distillation',
      'LLM|LLMs',
      'time series|timeseries|time-series',
      "Nesterov's momentum|Nesterov momentum",
      'naïve Bayes|naïve  Bayes',
      'BERT|Bert',
    ].map((line) => [line, line.split('|')] as const),
  )('%s', (_, forms) => expect(conceptsOf(...forms)).toHaveLength(1));
});

describe('several concepts', () => {
  it.each(
    [
      'GPT-4|GPT-4o|GPT-3|GPT-4.1',
      'Llama-2-7B|Llama-2-13B|Llama-27B',
      'Llama 3|Llama 3.1|Llama 3 70B',
      'CIFAR-10|CIFAR-100',
      'ResNet-50|ResNet-5|ResNet',
      'mean|median',
      'fine-tuned model merging|model merging',
      'C++|C#|COBOL',
      'recognition|cognition',
    ].map((line) => [line, line.split('|')] as const),
  )('%s', (_, forms) => expect(conceptsOf(...forms)).toHaveLength(forms.length));
});

describe('no concept', () => {
  it.each([
    'method',
    'a novel method',
    'the proposed approach',
    'our approach',
    'experimental results',
    'state of the art',
    'state-of-the-art',
    'previous work',
    'et al.',
    '2024',
    '3.5',
    '10%',
    'x',
    '$',
    '',
    'https://a.example/b',
    'www.a.example',
    'github.com/a/b',
    'large number',
    'real-world applications',
    'datasets',
    `very ${'long '.repeat(60)}thing`,
  ])('%s', (surface) => expect(conceptsOf(surface)).toEqual([]));

  it.each([
    'kernel method',
    'world model',
    'F1',
    'Q-learning',
    'C++',
    'reward model',
    'A*',
    'training dynamics',
  ])('but %s is one', (surface) => expect(conceptsOf(surface).map(({ name }) => name)).toEqual([surface]));
});
