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
/** Chunks that are read at once: more gains no speed on a processor. */
const BATCH = 8;
const PADDING = 0n;

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
    const chunks = documents.flatMap((document, number) => chunksOf(document, number, pieces));
    // Chunks of like length together, so that little is padded.
    chunks.sort((a, b) => a.pieces.length - b.pieces.length);
    for (let at = 0; at < chunks.length; at += BATCH) {
      const batch = chunks.slice(at, at + BATCH);
      const logits = await classify(runtime, session, batch);
      const width = batch.at(-1)!.pieces.length;
      for (const [row, chunk] of batch.entries()) {
        for (const { sentence, firsts } of chunk.sentences) {
          const scores = new Float64Array(firsts.length * LABELS.length);
          for (const [i, first] of firsts.entries()) {
            const from = (row * width + first) * LABELS.length;
            scores.set(logits.subarray(from, from + LABELS.length), i * LABELS.length);
          }
          const lattice = { count: firsts.length, labels: LABELS.length, scores, transitions };
          found[chunk.document]![sentence] = spansOfLattice(lattice, moves);
        }
      }
    }
    return found;
  });
}

async function classify(runtime: Runtime, session: Session, batch: readonly Chunk[]): Promise<Float32Array> {
  const width = batch.at(-1)!.pieces.length;
  const ids = new BigInt64Array(batch.length * width).fill(PADDING);
  const mask = new BigInt64Array(batch.length * width);
  for (const [row, { pieces }] of batch.entries()) {
    for (const [i, piece] of pieces.entries()) {
      ids[row * width + i] = BigInt(piece);
      mask[row * width + i] = 1n;
    }
  }
  const dims = [batch.length, width];
  const answer = await session.run({
    input_ids: new runtime.Tensor('int64', ids, dims),
    attention_mask: new runtime.Tensor('int64', mask, dims),
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
