import type { z } from 'zod';
import type { Term, TermSort, termsQuerySchema } from '../contract.ts';
import { CONCEPT_KINDS } from '../schema.ts';
import { type Catalogue, type ConceptOutline, conceptRef } from './catalogue.ts';
import { fold } from './fold.ts';

type Asked = z.output<typeof termsQuerySchema>;

/** What is known of terms beside the catalogue. */
interface Marks {
  /** Id to how many others it may be the same as. */
  readonly alike: ReadonlyMap<string, number>;
  readonly decisions: ReadonlyMap<string, readonly string[]>;
}

/** All terms that pass the filters, in the order that is asked for; ties by papers, then name, then id. */
export function chooseTerms(
  catalogue: Catalogue,
  asked: Asked,
  { alike, decisions }: Marks,
): ConceptOutline[] {
  const words = fold(asked.q);
  const chosen = [...catalogue.concepts.values()].filter(
    (concept) =>
      concept.paperCount >= asked.minPapers &&
      (asked.kind === undefined || concept.kind === asked.kind) &&
      (asked.alike === undefined || alike.has(concept.id)) &&
      (asked.decided === undefined || decisions.has(concept.id)) &&
      (words === '' || [concept.name, ...concept.aliases].some((form) => fold(form).includes(words))),
  );
  const compare = COMPARISONS[asked.sort](catalogue);
  const direction = (asked.order ?? USUAL[asked.sort]) === 'desc' ? -1 : 1;
  return chosen.sort(
    (a, b) =>
      direction * compare(a, b) ||
      b.paperCount - a.paperCount ||
      byText(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  );
}

const USUAL: Readonly<Record<TermSort, 'asc' | 'desc'>> = {
  papers: 'desc',
  name: 'asc',
  kind: 'asc',
  forms: 'desc',
  theme: 'asc',
};

type Compare = (a: ConceptOutline, b: ConceptOutline) => number;

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
/** After all that has one. */
const NO_THEME = '\uffff';

const COMPARISONS: Readonly<Record<TermSort, (catalogue: Catalogue) => Compare>> = {
  papers: () => (a, b) => a.paperCount - b.paperCount,
  name: () => (a, b) => byText(fold(a.name), fold(b.name)),
  kind: () => (a, b) => CONCEPT_KINDS.indexOf(a.kind) - CONCEPT_KINDS.indexOf(b.kind),
  forms: () => (a, b) => a.aliases.length - b.aliases.length,
  theme: ({ themes }) => {
    const label = ({ theme }: ConceptOutline): string => fold(themes.get(theme ?? '')?.label ?? NO_THEME);
    return (a, b) => byText(label(a), label(b));
  },
};

/** One row; `reasons` are in the order of the aliases. */
export function termOf(
  { themes }: Catalogue,
  concept: ConceptOutline,
  { alike, decisions }: Marks,
  reasons: readonly string[],
): Term {
  const theme = themes.get(concept.theme ?? '');
  return {
    ...conceptRef(concept),
    aliases: concept.aliases.map((form, i) => ({ form, reason: reasons[i] ?? 'same' })),
    theme: theme ? { id: theme.id, label: theme.label, colour: theme.colour } : null,
    decisions: [...(decisions.get(concept.id) ?? [])],
    alike: alike.get(concept.id) ?? 0,
  };
}
