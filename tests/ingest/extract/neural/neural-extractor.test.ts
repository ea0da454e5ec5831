import { beforeAll, describe, expect, it } from 'vitest';
import type { Extraction, Extractor } from '../../../../ingest/extract/extractor.ts';
import { chooseExtractor, loadExtractor } from '../../../../ingest/extract/extractor-module.ts';
import { createNeuralExtractor } from '../../../../ingest/extract/neural/neural-extractor.ts';
import { ExtractorPool } from '../../../../ingest/extract/pool.ts';
import { hasNeuralRuntime } from '../../../support/neural-runtime.ts';

const DOCUMENTS = [
  {
    id: 'graphs',
    title: 'Graph Neural Networks for Molecules',
    abstract:
      'We propose ZebraNet, a graph neural network for molecular property prediction. It is trained with contrastive ' +
      'learning and evaluated on the QM9 dataset, where it lowers the mean absolute error.',
  },
  { id: 'empty', title: null, abstract: '!?' },
  { id: 'long', title: null, abstract: 'Kernel methods help support vector machines. '.repeat(120) },
];

// One of the two suites is for this machine; the other isn't skipped, it has no place here.
if (!hasNeuralRuntime) {
  describe('the neural extractor without its runtime', () => {
    it('says what to install', async () => {
      await expect(createNeuralExtractor()).rejects.toThrow(
        'npm install --no-save --ignore-scripts onnxruntime-node@',
      );
    });
  });
}

describe.runIf(hasNeuralRuntime)('the neural extractor', () => {
  let extractor: Extractor;
  let found: Extraction[];
  beforeAll(async () => {
    extractor = await loadExtractor((await chooseExtractor('neural')).module);
    found = await extractor.extract(DOCUMENTS);
  });

  it('finds concepts with their kinds', () => {
    const kindOf = (surface: string) =>
      found[0]!.mentions.find((mention) => mention.surface === surface)?.kind;
    expect(kindOf('graph neural network')).toBe('Method');
    expect(kindOf('molecular property prediction')).toBe('Task');
    expect(kindOf('QM9')).toBe('Dataset');
    expect(kindOf('mean absolute error')).toBe('Metric');
  });

  it('reads a text to its end that is longer than the model sees at once', () => {
    const { mentions } = found[2]!;
    expect(found[2]!.error).toBeUndefined();
    expect(Math.max(...mentions.map(({ end }) => end))).toBeGreaterThan(DOCUMENTS[2]!.abstract.length - 60);
  });

  it('finds the same in worker threads', async () => {
    const choice = await chooseExtractor('neural');
    const pool = new ExtractorPool({ ...choice, threads: 2, inProcessLimit: 0, batchSize: 1 });
    try {
      const answers: Extraction[] = [];
      for await (const batch of pool.extract(DOCUMENTS)) answers.push(...batch);
      expect(answers.map(({ mentions }) => mentions.map(({ surface, kind }) => [surface, kind]))).toEqual(
        found.map(({ mentions }) => mentions.map(({ surface, kind }) => [surface, kind])),
      );
    } finally {
      await pool.close();
    }
  });
});
