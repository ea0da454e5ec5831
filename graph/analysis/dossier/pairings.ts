import type { ConceptKind } from '../../schema.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';

export interface PairingSettings {
  /** So many methods and so many datasets at most. */
  pairedMethods: number;
  pairedDatasets: number;
}

export const DEFAULT_PAIRINGS: PairingSettings = { pairedMethods: 8, pairedDatasets: 8 };

/** In how many papers a method (row) and a dataset (column) stand together. */
export interface Pairings {
  /** Indexes of concepts. */
  rows: number[];
  columns: number[];
  papers: number[][];
}

const METHODS: ReadonlySet<ConceptKind> = new Set(['Method', 'Model']);

/** `ImageNet`, `Atari 2600`; not "training data". */
const HAS_A_NAME = /[\p{Lu}\p{N}]/u;

/**
 * Methods and models by datasets, counted over these papers: the datasets of the most papers among those that stand
 * with a method, those with a name of their own first, and the methods of the most papers with one of them. `isGeneric`
 * says of a concept that its name says nothing.
 */
export function pairings(
  graph: PaperConceptGraph,
  papers: readonly number[],
  isGeneric: (concept: number) => boolean,
  settings: PairingSettings,
): Pairings {
  const kindOf = (concept: number): ConceptKind => graph.concepts[concept]!.kind;
  const counts = new Map<number, Map<number, number>>();
  for (const paper of papers) {
    const concepts = graph.byPaper.column.subarray(
      graph.byPaper.start[paper]!,
      graph.byPaper.start[paper + 1]!,
    );
    const datasets = concepts.filter((concept) => kindOf(concept) === 'Dataset' && !isGeneric(concept));
    if (datasets.length === 0) continue;
    for (const method of concepts.filter((concept) => METHODS.has(kindOf(concept)) && !isGeneric(concept))) {
      const row = counts.get(method) ?? new Map<number, number>();
      counts.set(method, row);
      for (const dataset of datasets) row.set(dataset, (row.get(dataset) ?? 0) + 1);
    }
  }
  const ofDataset = new Map<number, number>();
  for (const row of counts.values()) {
    for (const [dataset, both] of row) ofDataset.set(dataset, (ofDataset.get(dataset) ?? 0) + both);
  }
  const hasName = (concept: number): boolean => HAS_A_NAME.test(graph.concepts[concept]!.name);
  const columns = most(ofDataset, settings.pairedDatasets, hasName);
  const shown = new Set(columns);
  const ofMethod = new Map<number, number>();
  for (const [method, row] of counts) {
    let sum = 0;
    for (const [dataset, both] of row) if (shown.has(dataset)) sum += both;
    if (sum > 0) ofMethod.set(method, sum);
  }
  const rows = most(ofMethod, settings.pairedMethods);
  return {
    rows,
    columns,
    papers: rows.map((method) => columns.map((dataset) => counts.get(method)!.get(dataset) ?? 0)),
  };
}

function most(
  counts: ReadonlyMap<number, number>,
  length: number,
  first: (concept: number) => boolean = () => true,
): number[] {
  return [...counts]
    .sort(([a, x], [b, y]) => Number(first(b)) - Number(first(a)) || y - x || a - b)
    .slice(0, length)
    .map(([concept]) => concept);
}
