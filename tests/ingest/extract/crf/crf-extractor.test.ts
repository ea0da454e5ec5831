import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCrfExtractor } from '../../../../ingest/extract/crf/crf-extractor.ts';
import type { Extraction, Extractor } from '../../../../ingest/extract/extractor.ts';

const ABSTRACT =
  'We introduce ZebraNet, a graph neural network for molecular property prediction. ' +
  'ZebraNet is trained with contrastive learning and evaluated on the QM9 dataset, where it lowers the mean absolute error. ' +
  'Unlike support vector machines (SVMs), it needs no handcrafted features. SVMs are slower.';

let extractor: Extractor;
beforeAll(async () => {
  extractor = await createCrfExtractor();
});

const extract = async (abstract: string, title: string | null = null): Promise<Extraction> =>
  (await extractor.extract([{ id: 'one', title, abstract }]))[0]!;

describe('the trained extractor', () => {
  it('finds concepts with their kinds', async () => {
    const { mentions } = await extract(ABSTRACT, 'ZebraNet: Graph Neural Networks for Molecules');
    const kindOf = (surface: string) => mentions.find((mention) => mention.surface === surface)?.kind;
    expect(kindOf('graph neural network')).toBe('Method');
    expect(kindOf('molecular property prediction')).toBe('Task');
    expect(kindOf('contrastive learning')).toBe('Method');
    expect(kindOf('mean absolute error')).toBe('Metric');
    expect(kindOf('QM9')).toBe('Dataset');
  });

  it('gives a short form the kind of its long form, and finds both wherever they are defined', async () => {
    const { mentions, acronyms } = await extract(ABSTRACT);
    expect(acronyms.map(({ short, long }) => [short, long])).toEqual([['SVMs', 'support vector machines']]);
    const machines = mentions.filter(({ surface }) => /SVM|support/.test(surface));
    expect(machines.length).toBe(3);
    expect(new Set(machines.map(({ kind }) => kind)).size).toBe(1);
  });

  it('marks what the paper introduces', async () => {
    const { introductions, mentions } = await extract(
      ABSTRACT,
      'ZebraNet: Graph Neural Networks for Molecules',
    );
    expect(introductions.map(({ name }) => name)).toEqual(['ZebraNet']);
    expect(mentions.filter(({ surface }) => surface === 'ZebraNet').length).toBe(3);
  });

  it('says how sure it is', async () => {
    const { mentions } = await extract(ABSTRACT);
    expect(mentions.length).toBeGreaterThan(5);
    for (const { confidence } of mentions) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('gives valid spans in order for any text', async () => {
    const texts = fc.array(
      fc.oneof(
        fc.constantFrom(
          'neural network',
          'BERT',
          '(',
          ')',
          ',',
          '.',
          'we propose',
          'w.r.t.',
          '\n\n',
          'F1-score',
          '—',
        ),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => {
        const text = parts.join(' ');
        const { mentions, error } = await extract(text);
        expect(error).toBeUndefined();
        let last = 0;
        for (const { start, end, surface, sentenceStart, sentenceEnd } of mentions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(surface);
          expect(sentenceStart <= start && end <= sentenceEnd).toBe(true);
          last = end;
        }
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('gives each document the same, whatever is beside it', async () => {
    const documents = ['Kernel methods and SVMs.', ABSTRACT, 'The zorb.flork of x.y.z is trained by EM.'].map(
      (abstract, number) => ({ id: String(number), title: null, abstract }),
    );
    const together = await extractor.extract(documents);
    for (const [number, document] of documents.toReversed().entries()) {
      const [alone] = await extractor.extract([document]);
      expect(alone).toEqual(together[documents.length - 1 - number]);
    }
  });
});
