import { CONCEPT_KINDS } from '../../../graph/schema.ts';
import type { AnalysedSentence } from '../analysed-field.ts';
import type { TaggedSpan } from '../tagged-extractor.ts';
import type { CrfModel } from './crf-model.ts';
import { bestLabels, type Lattice, Marginals } from './decode.ts';
import { type DocumentFeatures, sentenceFeatures } from './features.ts';
import { TraitTable } from './word-traits.ts';

/** Reads sentences with a model. Holds no state but tables of words seen. */
export class CrfTagger {
  readonly #model: CrfModel;
  readonly #table: TraitTable;
  readonly #moves: Float64Array;
  readonly #begin: readonly number[];
  readonly #inside: readonly number[];
  readonly #outside: number;
  readonly #bias: number;

  /** `bias` is added to the score of "no concept": below 0 finds more, above 0 fewer. */
  constructor(model: CrfModel, bias = 0) {
    this.#model = model;
    this.#table = new TraitTable(model.clusters);
    this.#moves = model.transitions.map(Math.exp);
    this.#begin = CONCEPT_KINDS.map((kind) => model.labels.indexOf(`B-${kind}`));
    this.#inside = CONCEPT_KINDS.map((kind) => model.labels.indexOf(`I-${kind}`));
    this.#outside = model.labels.indexOf('O');
    this.#bias = bias;
  }

  tag(
    sentence: AnalysedSentence,
    isTitle: boolean,
    number: number,
    document: DocumentFeatures,
  ): TaggedSpan[] {
    const lattice = this.#lattice(sentence, isTitle, number, document);
    const path = bestLabels(lattice);
    const spans: TaggedSpan[] = [];
    let marginals: Marginals | null = null;
    for (let i = 0; i < path.length; i++) {
      const kind = this.#begin.indexOf(path[i]!);
      if (kind < 0) continue;
      let to = i + 1;
      while (to < path.length && path[to] === this.#inside[kind]) to++;
      marginals ??= new Marginals(lattice, this.#moves);
      const sums = marginals;
      const kinds = Float64Array.from(CONCEPT_KINDS, (_, k) =>
        sums.span(i, to, this.#begin[k]!, this.#inside[k]!),
      );
      spans.push({ from: i, to, kinds });
      i = to - 1;
    }
    return spans;
  }

  #lattice(
    sentence: AnalysedSentence,
    isTitle: boolean,
    number: number,
    document: DocumentFeatures,
  ): Lattice {
    const { offsets, values } = sentenceFeatures(sentence, isTitle, number, document, this.#table);
    const labels = this.#model.labels.length;
    const count = sentence.words.length;
    const scores = new Float64Array(count * labels);
    for (let i = 0; i < count; i++) {
      this.#model.addScores(values, offsets[i]!, offsets[i + 1]!, scores, i * labels);
      scores[i * labels + this.#outside]! += this.#bias;
    }
    return { count, labels, scores, transitions: this.#model.transitions };
  }
}
