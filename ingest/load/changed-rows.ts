import type { ConceptKind } from '../../graph/schema.ts';
import type { Value } from '../../graph/store/store.ts';
import type { Concept } from '../canonicalise/concept.ts';
import { conceptProperties, conceptRow } from './paper-facts.ts';
import { conceptSignature } from './stored-graph.ts';

/** Rows of what the store doesn't have yet, by id. */
export interface Fresh {
  concepts: ReadonlyMap<string, ConceptRow>;
  authors: ReadonlyMap<string, AuthorRow>;
}

type Row = Record<string, Value>;
type AuthorRow = Row & { id: string };
export interface ConceptRow {
  id: string;
  kind: ConceptKind;
  row: Row;
}

export const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/** The concepts that differ from those before: known ones, and new ones. */
export function changedRows(
  concepts: readonly Concept[],
  before: ReadonlyMap<string, string>,
  paperCounts: ReadonlyMap<string, number>,
): { known: ConceptRow[]; fresh: Map<string, ConceptRow> } {
  const rows = concepts.flatMap((concept): ConceptRow[] => {
    const { id, kind } = concept;
    const papers = paperCounts.get(id)!;
    if (before.get(id) === conceptSignature(conceptProperties(concept, papers))) return [];
    return [{ id, kind, row: conceptRow(concept, papers) }];
  });
  return {
    known: rows.filter(({ id }) => before.has(id)),
    fresh: byId(rows.filter(({ id }) => !before.has(id))),
  };
}

export const rowsOf = (concepts: readonly ConceptRow[], kind: ConceptKind): Row[] =>
  concepts.filter((concept) => concept.kind === kind).map(({ row }) => row);

/** What is there of these, which is then no longer there. */
export function taken<T>(rows: Map<string, T>, ids: readonly string[]): T[] {
  return [...new Set(ids)].flatMap((id) => {
    const row = rows.get(id);
    rows.delete(id);
    return row ?? [];
  });
}
