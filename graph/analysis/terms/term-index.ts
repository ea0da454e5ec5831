import { byPapers, foldForm, type NamedTerm } from './term.ts';

/** Terms by their forms. A form that several have is that of the one it names, else of the one in most papers. */
export class TermIndex {
  readonly terms: readonly NamedTerm[];
  readonly #exact = new Map<string, Owned>();
  readonly #folded = new Map<string, Owned>();
  /** Forms that several terms have. */
  readonly ambiguous: number;

  constructor(terms: Iterable<NamedTerm>) {
    this.terms = [...terms].sort(byPapers);
    const shared = new Set<string>();
    // Names before other forms: who names a term by its own name means that one.
    for (const isName of [true, false]) {
      for (const term of this.terms) {
        for (const form of isName ? [term.name] : term.aliases) {
          const owner = this.#exact.get(form);
          if (owner && owner.term !== term) shared.add(form);
          if (!owner) this.#exact.set(form, { term, form });
          const folded = foldForm(form);
          if (!this.#folded.has(folded)) this.#folded.set(folded, { term, form });
        }
      }
    }
    this.ambiguous = shared.size;
  }

  /** The term of a form as it is written. */
  exact(form: string): NamedTerm | undefined {
    return this.#exact.get(form)?.term;
  }

  /** As it is written, else in whatever case. */
  find(form: string): Owned | undefined {
    return this.#exact.get(form) ?? this.#folded.get(foldForm(form));
  }
}

export interface Owned {
  readonly term: NamedTerm;
  /** As the papers write it. */
  readonly form: string;
}
