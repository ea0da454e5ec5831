import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { crfLattices, openCrfTagger } from '../crf/crf-extractor.ts';
import type { Extractor } from '../extractor.ts';
import { EXTRACTORS } from '../extractor-module.ts';
import type { Lattice } from '../sequence/decode.ts';
import { createTaggedExtractor, type ReadDocument, type TaggedSpan } from '../tagged-extractor.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { loadRuntime, type Runtime, type Session } from './runtime.ts';
import { WordPieces } from './word-pieces.ts';

const MODEL = new URL('../models/neural.onnx', import.meta.url);
const VOCABULARY = new URL('../models/neural-vocabulary.txt', import.meta.url);

/**
 * Concepts by a MiniLM token classifier through ONNX Runtime, whose logits are added to the scores of the CRF (an
 * equal share, chosen on spans.dev), which sees tags, phrases and the document where the transformer sees meaning: see `models/neural.md` for its card.
 */
export async function createNeuralExtractor(): Promise<Extractor> {
  const runtime = await loadRuntime();
  const pieces = new WordPieces((await readFile(VOCABULARY, 'utf8')).split('\n'));
  const crf = await openCrfTagger();
  const session = await runtime.InferenceSession.create(fileURLToPath(MODEL), {
    // One thread a worker; the pool has a worker for each core.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  return createTaggedExtractor(EXTRACTORS.neural.name, async (documents: readonly ReadDocument[]) => {
    const found: TaggedSpan[][][] = [];
    for (const document of documents) {
      const lattices = crfLattices(crf, document);
      for (const chunk of chunksOf(document, pieces)) {
        const logits = await classify(runtime, session, chunk);
        for (const { sentence, firsts } of chunk.sentences) addLogits(lattices[sentence]!, logits, firsts);
      }
      found.push(lattices.map((lattice) => crf.spans(lattice)));
    }
    return found;
  });
}

/** `firsts`: the place of each word's first piece; words behind the last one were not read. */
function addLogits({ labels, scores }: Lattice, logits: Float32Array, firsts: readonly number[]): void {
  for (const [i, first] of firsts.entries()) {
    for (let label = 0; label < labels; label++)
      scores[i * labels + label]! += logits[first * labels + label]!;
  }
}

/**
 * One number a piece and label. NOTE: one chunk at a time: the model rounds what it sees by the range of the whole
 * batch, so an answer would depend on what is beside it.
 */
async function classify(runtime: Runtime, session: Session, { pieces }: Chunk): Promise<Float32Array> {
  const dims = [1, pieces.length];
  const answer = await session.run({
    input_ids: new runtime.Tensor('int64', BigInt64Array.from(pieces, BigInt), dims),
    attention_mask: new runtime.Tensor('int64', new BigInt64Array(pieces.length).fill(1n), dims),
  });
  return answer.logits!.data as Float32Array;
}

/**
 * What the worker threads ask an extractor's module for; loaded by address.
 * @public
 */
export function createExtractor(): Promise<Extractor> {
  return createNeuralExtractor();
}
