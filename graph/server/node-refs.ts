import type { ConceptRef, NodeRef, PaperRef } from '../contract.ts';
import { type Catalogue, conceptRef, paperRef } from './catalogue.ts';
import type { StoredNode } from './stored-gap.ts';

/** What the analysis names by ids, as answers show it. What is not in the graph any more is left out. */
export function nodeRefs(catalogue: Catalogue, nodes: readonly StoredNode[]): NodeRef[] {
  return nodes.flatMap((node) => nodeRef(catalogue, node) ?? []);
}

export function nodeRef(catalogue: Catalogue, { label, id }: StoredNode): NodeRef | null {
  if (label === 'Theme') {
    const theme = catalogue.themes.get(id);
    return theme ? { id, kind: 'Theme', label: theme.label, colour: theme.colour } : null;
  }
  if (label === 'Paper') {
    const paper = catalogue.papers.get(id);
    return paper ? { id, kind: 'Paper', label: paper.label, colour: colourOf(catalogue, paper) } : null;
  }
  const concept = catalogue.concepts.get(id);
  return concept
    ? { id, kind: concept.kind, label: concept.name, colour: colourOf(catalogue, concept) }
    : null;
}

const colourOf = ({ themes }: Catalogue, { theme }: { theme: string | null }): number | null =>
  themes.get(theme ?? '')?.colour ?? null;

export const conceptRefs = ({ concepts }: Catalogue, ids: readonly string[]): ConceptRef[] =>
  known(concepts, ids).map(conceptRef);

export const paperRefs = ({ papers }: Catalogue, ids: readonly string[]): PaperRef[] =>
  known(papers, ids).map(paperRef);

function known<T>(byId: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}
