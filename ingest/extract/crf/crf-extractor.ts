import { readFile } from 'node:fs/promises';
import type { Extractor } from '../extractor.ts';
import { EXTRACTORS } from '../extractor-module.ts';
import { createTaggedExtractor, type ReadDocument, type TaggedSpan } from '../tagged-extractor.ts';
import { CrfModel } from './crf-model.ts';
import { CrfTagger } from './crf-tagger.ts';
import { documentFeatures } from './features.ts';

/** Chosen on spans.dev and seeds.dev: finds more key terms at the same F1. */
const BIAS = -0.4;
const MODEL = new URL('../models/crf.bin.gz', import.meta.url);

/** Concepts by a linear-chain conditional random field in plain TypeScript: see `models/crf.md` for its card. */
export async function createCrfExtractor(model: string | URL = MODEL): Promise<Extractor> {
  const tagger = new CrfTagger(CrfModel.parse(await readFile(model)), BIAS);
  return createTaggedExtractor(EXTRACTORS.crf.name, (documents) =>
    documents.map((document) => tagDocument(tagger, document)),
  );
}

function tagDocument(tagger: CrfTagger, { fields, names }: ReadDocument): TaggedSpan[][] {
  const document = documentFeatures(
    fields,
    names.map(({ name }) => name),
  );
  return fields.flatMap(({ field, sentences }) =>
    sentences.map((sentence, number) =>
      tagger.tag(sentence, { document, isTitle: field === 'title', number }),
    ),
  );
}

/**
 * What the worker threads ask an extractor's module for; loaded by address.
 * @public
 */
export function createExtractor(): Promise<Extractor> {
  return createCrfExtractor();
}
