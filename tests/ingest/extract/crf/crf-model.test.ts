import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { analyseFields } from '../../../../ingest/extract/analysed-field.ts';
import { CrfModel } from '../../../../ingest/extract/crf/crf-model.ts';
import { documentFeatures, sentenceFeatures } from '../../../../ingest/extract/crf/features.ts';
import { TraitTable } from '../../../../ingest/extract/crf/word-traits.ts';
import { EXTRACTORS } from '../../../../ingest/extract/extractor-module.ts';
import { LABELS } from '../../../../ingest/extract/sequence/labels.ts';

const MODEL = new URL('../../../../ingest/extract/models/crf.bin.gz', import.meta.url);
const MAX_BYTES = 3_000_000;

it('is small enough to ship', async () => {
  expect((await stat(MODEL)).size).toBeLessThanOrEqual(MAX_BYTES);
});

it('has the labels that the program decodes', async () => {
  expect(CrfModel.parse(await readFile(MODEL)).labels).toEqual(LABELS);
});

it('refuses what is no model of this version', async () => {
  const bytes = gunzipSync(await readFile(MODEL));
  bytes.write('lacuna-crf-0', 0, 'latin1');
  expect(() => CrfModel.parse(gzipSync(bytes))).toThrow('no extraction model of this version');
  expect(() => CrfModel.parse(gzipSync(Buffer.from('{}')))).toThrow('no extraction model of this version');
});

it('knows the features that the program computes: a changed template needs a new model', async () => {
  const model = CrfModel.parse(await readFile(MODEL));
  const fields = analyseFields({
    id: 'one',
    title: null,
    abstract: 'We train a convolutional neural network for image classification.',
  });
  const sentence = fields[0]!.sentences[0]!;
  const features = sentenceFeatures(
    sentence,
    { document: documentFeatures(fields, []), isTitle: false, number: 0 },
    new TraitTable(model.clusters),
  );
  const at = sentence.words.findIndex(({ lower }) => lower === 'neural');
  const scores = new Float64Array(LABELS.length);
  let known = 0;
  for (let f = features.offsets[at]!; f < features.offsets[at + 1]!; f++) {
    const before = scores.reduce((sum, score) => sum + Math.abs(score), 0);
    model.addScores(features.values, f, f + 1, scores, 0);
    if (scores.reduce((sum, score) => sum + Math.abs(score), 0) !== before) known += 1;
  }
  const all = features.offsets[at + 1]! - features.offsets[at]!;
  expect(known / all).toBeGreaterThan(0.6);
});

it('is the model that the extractor is named by, so that a new one never meets old extractions', async () => {
  const sha256 = createHash('sha256')
    .update(await readFile(MODEL))
    .digest('hex');
  const card = JSON.parse(await readFile(new URL('crf.json', MODEL), 'utf8')) as { sha256: string };
  expect(card.sha256).toBe(sha256);
  expect(EXTRACTORS.crf.name).toContain(sha256.slice(0, 8));
});
