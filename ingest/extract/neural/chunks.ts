import type { ReadDocument } from '../tagged-extractor.ts';
import type { WordPieces } from './word-pieces.ts';

/** What the model reads at once: a document, or so many of its sentences as fit. */
export interface Chunk {
  pieces: number[];
  /** Which sentence of the document, and the place of each of its words' first piece. */
  sentences: { sentence: number; firsts: number[] }[];
}

/** Pieces in a chunk, the marks at its ends included; the model was trained with as many. */
const MAX_PIECES = 448;

/** A document in as few chunks as it fits. Words of a sentence behind the limit are not read. */
export function chunksOf({ fields }: ReadDocument, vocabulary: WordPieces): Chunk[] {
  const [start, end] = [vocabulary.idOf('[CLS]'), vocabulary.idOf('[SEP]')];
  const chunks: Chunk[] = [];
  let chunk: Chunk = { pieces: [start], sentences: [] };
  const close = (): void => {
    if (chunk.sentences.length === 0) return;
    chunk.pieces.push(end);
    chunks.push(chunk);
    chunk = { pieces: [start], sentences: [] };
  };
  let number = 0;
  for (const { sentences } of fields) {
    for (const { words } of sentences) {
      const ids = words.map(({ text }) => vocabulary.split(text));
      const size = ids.reduce((sum, { length }) => sum + length, 0);
      if (chunk.pieces.length + size + 1 > MAX_PIECES) close();
      const firsts: number[] = [];
      for (const pieces of ids) {
        if (chunk.pieces.length + pieces.length + 1 > MAX_PIECES) break;
        firsts.push(chunk.pieces.length);
        chunk.pieces.push(...pieces);
      }
      chunk.sentences.push({ sentence: number++, firsts });
    }
  }
  close();
  return chunks;
}
