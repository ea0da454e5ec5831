import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Extractor } from '../extractor.ts';
import { EXTRACTORS } from '../extractor-module.ts';
import { spansOfLattice } from '../sequence/label-spans.ts';
import { LABELS, validTransitions } from '../sequence/labels.ts';
import { createTaggedExtractor, type ReadDocument, type TaggedSpan } from '../tagged-extractor.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { loadRuntime, type Runtime, type Session } from './runtime.ts';
import { WordPieces } from './word-pieces.ts';

const MODEL = new URL('../models/neural.onnx', import.meta.url);
const VOCABULARY = new URL('../models/neural-vocabulary.txt', import.meta.url);

/** Concepts by a MiniLM token classifier through ONNX Runtime: see `models/neural.md` for its card. */
export async function createNeuralExtractor(): Promise<Extractor> {
  const runtime = await loadRuntime();
  const pieces = new WordPieces((await readFile(VOCABULARY, 'utf8')).split('\n'));
  const session = await runtime.InferenceSession.create(fileURLToPath(MODEL), {
    // One thread a worker; the pool has a worker for each core.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const transitions = validTransitions();
  const moves = transitions.map(Math.exp);
  return createTaggedExtractor(EXTRACTORS.neural.name, async (documents: readonly ReadDocument[]) => {
    const found: TaggedSpan[][][] = documents.map(({ fields }) =>
      fields.flatMap(({ sentences }) => sentences.map(() => [])),
    );
    for (const chunk of documents.flatMap((document, number) => chunksOf(document, number, pieces))) {
      const logits = await classify(runtime, session, chunk);
      for (const { sentence, firsts } of chunk.sentences) {
        const scores = new Float64Array(firsts.length * LABELS.length);
        for (const [i, first] of firsts.entries()) {
          const from = first * LABELS.length;
          scores.set(logits.subarray(from, from + LABELS.length), i * LABELS.length);
        }
        const lattice = { count: firsts.length, labels: LABELS.length, scores, transitions };
        found[chunk.document]![sentence] = spansOfLattice(lattice, moves);
      }
    }
    return found;
  });
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
