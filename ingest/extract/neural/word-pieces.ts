const UNKNOWN = '[UNK]';
const CONTINUES = '##';
/** Longer words are unknown, as in the original. */
const MAX_WORD_LENGTH = 100;
/** Pieces that one word may have; the rest of a longer one (a link, a formula) is not read. */
const MAX_PIECES = 12;
/** Distinct words kept; past it all are forgotten, so that a hostile corpus can't fill the memory. */
const MAX_KNOWN = 100_000;
const MARKS = /\p{Mn}/gu;
/** Characters that stand alone. */
const PARTS = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/**
 * WordPiece (Wu et al. 2016) as the uncased BERT models use it: lower case without accents, cut at punctuation, then
 * greedily into the longest pieces of the vocabulary.
 */
export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number;
  readonly #known = new Map<string, readonly number[]>();

  /** `vocabulary`: one piece a line; a piece's place is its id. */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece.trim(), id]));
    this.#unknown = this.idOf(UNKNOWN);
  }

  /** Throws RangeError where the vocabulary lacks the piece. */
  idOf(piece: string): number {
    const id = this.#ids.get(piece);
    if (id === undefined) throw new RangeError(`The vocabulary has no ${piece}`);
    return id;
  }

  /** Ids of a word's pieces, at least one. */
  split(word: string): readonly number[] {
    let ids = this.#known.get(word);
    if (!ids) {
      const parts = word.normalize('NFD').replace(MARKS, '').toLowerCase().match(PARTS) ?? [];
      const all = parts.flatMap((part) => this.#splitPart(part)).slice(0, MAX_PIECES);
      ids = all.length > 0 ? all : [this.#unknown];
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      this.#known.set(word, ids);
    }
    return ids;
  }

  #splitPart(part: string): number[] {
    if (part.length > MAX_WORD_LENGTH) return [this.#unknown];
    const ids: number[] = [];
    let start = 0;
    while (start < part.length) {
      let end = part.length;
      let id: number | undefined;
      for (; end > start && id === undefined; end--) {
        id = this.#ids.get((start > 0 ? CONTINUES : '') + part.slice(start, end));
      }
      if (id === undefined) return [this.#unknown];
      ids.push(id);
      start = end + 1;
    }
    return ids;
  }
}
