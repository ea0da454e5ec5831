import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../../ingest/extract/extractor.ts';
import { createRuleExtractor } from '../../../ingest/extract/rule-extractor.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const extractor = createRuleExtractor();

async function extract(abstract: string | null, title: string | null = null): Promise<Extraction> {
  const [extraction] = await extractor.extract([{ id: 'paper', title, abstract }]);
  return extraction!;
}

const surfaces = async (abstract: string) =>
  (await extract(abstract)).mentions.map((mention) => mention.surface);
const kindsOf = (extraction: Extraction) =>
  Object.fromEntries(extraction.mentions.map(({ surface, kind }) => [surface, kind]));

describe('phrases', () => {
  it.each([
    ['We present a novel and simple Kalman filter algorithm.', ['Kalman filter']],
    ['Our new method beats the state of the art.', []],
    [
      'This paper studies the weak convergence of sparse autoencoders.',
      ['weak convergence', 'sparse autoencoders'],
    ],
    [
      'We study knowledge graphs and question answering for visual localization.',
      ['knowledge graphs', 'question answering', 'visual localization'],
    ],
    [
      'Spatial and channel attentions help semantic segmentation models.',
      ['channel attentions', 'semantic segmentation'],
    ],
    ['The robot’s trajectory follows a cost function.', ['trajectory', 'cost function']],
    ['A mixture of experts learns structure from motion.', ['mixture of experts', 'structure from motion']],
    ['It runs in $O(n \\log n)$ time on \\mathcal{X} for the log n factor.', []],
    ['Attention mechanisms and iterative methods remain.', ['Attention mechanisms', 'iterative methods']],
  ])('marks in %s', async (text, expected) => {
    expect(await surfaces(text)).toEqual(expected);
  });

  it('marks a concept each time it stands', async () => {
    const found = await surfaces(
      'Drift hurts ranking loss. The ranking loss grows. A ranking loss is a loss.',
    );
    expect(found.filter((surface) => surface === 'ranking loss')).toHaveLength(3);
  });

  it('leaves verbs alone', async () => {
    expect(await surfaces('We fine-tune and evaluate it, and fine-tuning helps.')).toEqual(['fine-tuning']);
  });

  it('takes a word of many uses only where the paper keeps coming back to it', async () => {
    expect(await surfaces('The network sees one event.')).not.toContain('event');
    expect(await surfaces('Each event has a cause. One event follows another event.')).toContain('event');
  });
});

describe('kinds and roles', () => {
  it('tells the kinds apart by head, cue and known name', async () => {
    const text =
      'We evaluate the Quokka network on ImageNet and on the Wombat24 dataset for image classification. It outperforms ResNet-50 in top-5 accuracy. Distribution shift remains.';
    expect(kindsOf(await extract(text))).toMatchObject({
      ImageNet: 'Dataset',
      Wombat24: 'Dataset',
      'image classification': 'Task',
      'ResNet-50': 'Model',
      'top-5 accuracy': 'Metric',
      'Distribution shift': 'Term',
    });
  });

  it('gives one kind to all that is written the same, and to a short form with its long form', async () => {
    const extraction = await extract(
      'Cooperative path planning (CPP) is hard. We solve CPP. Cooperative path planning is old, says the CPP literature.',
    );
    expect(new Set(extraction.mentions.map(({ kind }) => kind))).toEqual(new Set(['Task']));
  });

  it('reads the role from the sentence', async () => {
    const extraction = await extract(
      'Gradient descent is old. We use beam search. Experiments on MNIST were run. It outperforms random forests. We propose Zorbo, a new sampler.',
    );
    const roles = Object.fromEntries(extraction.mentions.map(({ surface, role }) => [surface, role]));
    expect(roles).toMatchObject({
      'Gradient descent': 'background',
      'beam search': 'uses',
      MNIST: 'evaluates',
      'random forests': 'compares',
      Zorbo: 'introduces',
    });
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.lorem({ maxCount: 20 }),
    fc
      .array(
        fc.constantFrom(
          'We propose ',
          'FooNet',
          ' (FN)',
          ', a novel ',
          'graph model',
          '\ud800',
          '😀 ',
          ': ',
          '(',
          ')',
          'HMM (hidden Markov model) ',
          '. ',
        ),
        {
          maxLength: 25,
        },
      )
      .map((parts) => parts.join('')),
  );

  it('gives exact, ordered, separate spans within their sentences, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(text, { nil: null }),
        fc.option(text, { nil: null }),
        async (title, abstract) => {
          const fields = { title, abstract };
          const extraction = await extract(abstract, title);
          expect(extraction.error).toBeUndefined();
          const ends = { title: 0, abstract: 0 };
          for (const mention of extraction.mentions) {
            expect(fields[mention.field]?.slice(mention.start, mention.end)).toBe(mention.surface);
            expect(mention.start).toBeGreaterThanOrEqual(ends[mention.field]);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(mention.sentenceStart).toBeLessThanOrEqual(mention.start);
            expect(mention.sentenceEnd).toBeGreaterThanOrEqual(mention.end);
            ends[mention.field] = mention.end;
          }
          for (const { short, span } of extraction.acronyms)
            expect(fields[span.field]?.slice(span.start, span.end)).toBe(short);
          for (const { name, span } of extraction.introductions)
            expect(fields[span.field]?.slice(span.start, span.end)).toBe(name);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it('does not look at what else is in the batch', async () => {
    const one = { id: '1', title: 'Dune: Sand Models', abstract: 'We introduce Dune, a sand model.' };
    const two = { id: '2', title: null, abstract: 'Event cameras see events. Events are fast.' };
    const alone = [...(await extractor.extract([one])), ...(await extractor.extract([two]))];
    expect(await extractor.extract([one, two])).toEqual(alone);
    expect((await extractor.extract([two, one])).reverse()).toEqual(alone);
  });
});

describe('hostile text', () => {
  it.each([
    ['one endless word', 'A'.repeat(500_000)],
    ['endless hyphens', 'a-'.repeat(200_000)],
    ['open parentheses', 'Graph (G'.repeat(50_000)],
    ['endless introductions', Array.from({ length: 30_000 }, (_, i) => `we propose N${i}Net, `).join('')],
    ['one sentence without an end', 'graph kernel, '.repeat(30_000)],
  ])('is read in bounded time: %s', async (_, abstract) => {
    const before = cpuTime();
    const extraction = await extract(abstract, abstract);
    expect(extraction.error).toBeUndefined();
    expect(extraction.mentions.every(({ surface }) => surface.length <= 150)).toBe(true);
    expect(cpuTime() - before).toBeLessThan(10_000);
  });
});
