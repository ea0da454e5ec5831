/** What the term workbench shows: its part, the filters and order of the list, and the terms that are marked. */
import { create } from 'zustand';
import type { Term, TermSort } from '../../graph/contract.ts';
import type { ConceptKind } from '../../graph/schema.ts';

export const TERM_PARTS = ['terms', 'alike', 'decisions', 'thesaurus'] as const;
export type TermPart = (typeof TERM_PARTS)[number];

/** As much of a term as a change of it needs. */
export type MarkedTerm = Pick<Term, 'id' | 'name' | 'kind' | 'paperCount'> & {
  readonly forms: readonly string[];
};

export interface TermFilter {
  readonly q: string;
  readonly kind: ConceptKind | null;
  readonly minPapers: number;
  readonly alike: boolean;
  readonly decided: boolean;
}

const EVERYTHING: TermFilter = { q: '', kind: null, minPapers: 0, alike: false, decided: false };

interface TermBenchState extends TermFilter {
  readonly part: TermPart;
  readonly sort: TermSort;
  readonly descending: boolean;
  readonly marked: ReadonlyMap<string, MarkedTerm>;
  show(part: TermPart): void;
  choose(filter: Partial<TermFilter>): void;
  clear(): void;
  order(sort: TermSort, descending: boolean): void;
  /** Marks a term, or no more. */
  toggle(term: MarkedTerm): void;
  unmark(): void;
  /** One term alone, found and marked. */
  edit(term: MarkedTerm): void;
}

export const useTermBench = create<TermBenchState>()((set) => ({
  ...EVERYTHING,
  part: 'terms',
  sort: 'papers',
  descending: true,
  marked: new Map(),
  show: (part) => set({ part }),
  choose: (filter) => set(filter),
  clear: () => set(EVERYTHING),
  order: (sort, descending) => set({ sort, descending }),
  toggle: (term) =>
    set(({ marked }) => {
      const next = new Map(marked);
      if (!next.delete(term.id)) next.set(term.id, term);
      return { marked: next };
    }),
  unmark: () => set({ marked: new Map() }),
  edit: (term) => set({ ...EVERYTHING, part: 'terms', q: term.name, marked: new Map([[term.id, term]]) }),
}));
