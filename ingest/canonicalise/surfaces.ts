import { CONCEPT_KINDS, type ConceptKind } from '../../graph/schema.ts';

/** How often a surface form was seen, and as what. */
export interface SurfaceCount {
  count: number;
  /** Summed confidence per kind, in thousandths: whole numbers add up the same in any order. */
  readonly kinds: number[];
}

const THOUSANDTHS = 1000;

/** Counts by distinct surface form; memory doesn't grow with the number of mentions. */
export class SurfaceTable {
  readonly #counts = new Map<string, SurfaceCount>();

  add(surface: string, kind: ConceptKind, confidence: number): void {
    const entry = this.#entry(surface);
    entry.count += 1;
    entry.kinds[CONCEPT_KINDS.indexOf(kind)]! += Math.round(confidence * THOUSANDTHS);
  }

  get(surface: string): SurfaceCount | undefined {
    return this.#counts.get(surface);
  }

  [Symbol.iterator](): IterableIterator<[string, SurfaceCount]> {
    return this.#counts.entries();
  }

  #entry(surface: string): SurfaceCount {
    let entry = this.#counts.get(surface);
    if (!entry) {
      entry = { count: 0, kinds: CONCEPT_KINDS.map(() => 0) };
      this.#counts.set(surface, entry);
    }
    return entry;
  }
}

/** The kind with the most confidence behind it; ties by the order of `CONCEPT_KINDS`. */
export function majorityKind(counts: Iterable<SurfaceCount>): ConceptKind {
  const sums = CONCEPT_KINDS.map(() => 0);
  for (const { kinds } of counts) for (let i = 0; i < sums.length; i += 1) sums[i]! += kinds[i]!;
  let best = 0;
  for (let i = 1; i < sums.length; i += 1) if (sums[i]! > sums[best]!) best = i;
  return sums[best]! > 0 ? CONCEPT_KINDS[best]! : 'Term';
}
