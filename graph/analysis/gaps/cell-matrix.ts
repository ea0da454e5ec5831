import type { ConceptKind } from '../../schema.ts';
import { rowLength } from '../incidence.ts';
import type { CellInput } from './cell.ts';
import { type CellConceptSettings, cellConcepts, DEFAULT_CELL_CONCEPTS } from './cell-concepts.ts';
import { ConceptProfiles, companions } from './concept-profiles.ts';

export interface MatrixSettings extends CellConceptSettings {
  /** So many concepts at most. */
  rows: number;
  columns: number;
}

export const DEFAULT_MATRIX: MatrixSettings = {
  ...DEFAULT_CELL_CONCEPTS,
  minPapers: 2,
  rows: 30,
  columns: 30,
};

/** Concepts of one kind by those of another. */
export interface CellMatrix {
  /** Ids, alike ones beside one another. */
  rows: string[];
  columns: string[];
  /** By row: papers with both; n_row n_column / N; (O - E) / sqrt(E); and exp(-E), the chance of none. */
  observed: number[][];
  expected: number[][];
  residual: number[][];
  p0: number[][];
}

/**
 * The most frequent concepts of two kinds that are specific enough (`cellConcepts`); models are methods for this. In
 * each direction the order is a chain from the most frequent one, next always the most alike of those left.
 */
export function cellMatrix(
  { literature: { graph }, partition }: Pick<CellInput, 'literature' | 'partition'>,
  rowKind: ConceptKind,
  columnKind: ConceptKind,
  settings: MatrixSettings = DEFAULT_MATRIX,
): CellMatrix {
  const { isIn } = cellConcepts(graph, partition, settings);
  const profiles = new ConceptProfiles(graph);
  const papers = (concept: number): number => rowLength(graph.byConcept, concept);
  const mostFrequent = (kind: ConceptKind, most: number): number[] =>
    graph.concepts
      .flatMap((concept, i) => (isIn[i] === 1 && isOfKind(concept.kind, kind) ? [i] : []))
      .sort((a, b) => papers(b) - papers(a) || a - b)
      .slice(0, most);
  const rows = chained(mostFrequent(rowKind, settings.rows), profiles);
  const columns = chained(mostFrequent(columnKind, settings.columns), profiles);
  const together = rows.map((row) => companions(graph, row));
  const observed = together.map((counts) => columns.map((column) => counts.get(column) ?? 0));
  const expected = rows.map((row) =>
    columns.map((column) => (papers(row) * papers(column)) / graph.paperIds.length),
  );
  return {
    rows: rows.map((row) => graph.concepts[row]!.id),
    columns: columns.map((column) => graph.concepts[column]!.id),
    observed,
    expected,
    residual: expected.map((row, r) => row.map((e, c) => (observed[r]![c]! - e) / Math.sqrt(e))),
    p0: expected.map((row) => row.map((e) => Math.exp(-e))),
  };
}

function isOfKind(kind: ConceptKind, wanted: ConceptKind): boolean {
  return kind === wanted || (kind === 'Model' && wanted === 'Method');
}

function chained(concepts: readonly number[], profiles: ConceptProfiles): number[] {
  const left = concepts.slice(1);
  const chain = concepts.slice(0, 1);
  while (left.length > 0) {
    const last = chain.at(-1)!;
    let next = 0;
    for (let i = 1; i < left.length; i++) {
      if (profiles.similarity(last, left[i]!) > profiles.similarity(last, left[next]!)) next = i;
    }
    chain.push(...left.splice(next, 1));
  }
  return chain;
}
