import { CONCEPT_KINDS, type ConceptKind } from '../../graph/schema.ts';
import type { AcronymDefinition } from './acronyms.ts';

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[-‐‑–\s]+/g, ' ')
    .replace(/(?<=[^su])s$/, '');

/** One kind in a document for all that is written the same, and for a short form with its long form, by summed probability. */
export class ConceptVotes {
  readonly #sums = new Map<string, Float64Array>();
  readonly #same = new Map<string, string>();

  constructor(acronyms: readonly AcronymDefinition[]) {
    for (const { short, long } of acronyms) this.#same.set(keyOf(short), keyOf(long));
  }

  #sumOf(text: string): Float64Array {
    const own = keyOf(text);
    const key = this.#same.get(own) ?? own;
    let sum = this.#sums.get(key);
    if (!sum) {
      sum = new Float64Array(CONCEPT_KINDS.length);
      this.#sums.set(key, sum);
    }
    return sum;
  }

  /** `kinds`: a weight for each of `CONCEPT_KINDS`. */
  add(text: string, kinds: ArrayLike<number>): void {
    const sum = this.#sumOf(text);
    for (let k = 0; k < sum.length; k++) sum[k]! += kinds[k]!;
  }

  /** Null where nothing is known of the text. */
  kindOf(text: string): ConceptKind | null {
    const sum = this.#sumOf(text);
    let best = 0;
    for (let k = 1; k < sum.length; k++) if (sum[k]! > sum[best]!) best = k;
    return sum[best]! > 0 ? CONCEPT_KINDS[best]! : null;
  }
}
