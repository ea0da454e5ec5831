import type { AnalysedSentence } from '../analysed-field.ts';
import type { Lattice } from '../sequence/decode.ts';
import { spansOfLattice } from '../sequence/label-spans.ts';
import { LABELS, OUTSIDE } from '../sequence/labels.ts';
import type { TaggedSpan } from '../tagged-extractor.ts';
import type { CrfModel } from './crf-model.ts';
import { type SentencePlace, sentenceFeatures } from './features.ts';
import { TraitTable } from './word-traits.ts';

/** Reads sentences with a model. Holds no state but a table of words seen. */
export class CrfTagger {
  readonly #model: CrfModel;
  readonly #table: TraitTable;
  readonly #moves: Float64Array;
  readonly #bias: number;

  /** `bias` is added to the score of "no concept": below 0 finds more, above 0 fewer. */
  constructor(model: CrfModel, bias = 0) {
    this.#model = model;
    this.#table = new TraitTable(model.clusters);
    this.#moves = model.transitions.map(Math.exp);
    this.#bias = bias;
  }

  /** The likeliest spans of a lattice of this model. */
  spans(lattice: Lattice): TaggedSpan[] {
    return spansOfLattice(lattice, this.#moves);
  }

  /** Scores of every word and label, before the best are chosen. */
  lattice(sentence: AnalysedSentence, place: SentencePlace): Lattice {
    const { offsets, values } = sentenceFeatures(sentence, place, this.#table);
    const labels = LABELS.length;
    const count = sentence.words.length;
    const scores = new Float64Array(count * labels);
    for (let i = 0; i < count; i++) {
      this.#model.addScores(values, offsets[i]!, offsets[i + 1]!, scores, i * labels);
      scores[i * labels + OUTSIDE]! += this.#bias;
    }
    return { count, labels, scores, transitions: this.#model.transitions };
  }
}
