import type { Literature } from '../literature.ts';
import { type CellConceptSettings, DEFAULT_CELL_CONCEPTS } from './cell-concepts.ts';

export interface CellInput {
  literature: Literature;
  /** For each concept of the graph the theme that it shapes, below 0 for none; for what is specific. */
  partition: Int32Array;
  /** For each concept what it is a version of, where that is known. */
  families?: readonly (string | null)[];
}

/** A place where a row's concept and a column's meet, by their indexes. */
export interface Cell {
  row: number;
  column: number;
  /** Papers with both; of a cell that is listed, those that only name them too. */
  observed: number;
  /** n_row n_column / N. */
  expected: number;
}

/** A cell that is filled, next to an empty one. */
export interface Neighbour {
  /** The concept that stands in place of the cell's own. */
  concept: number;
  cell: Cell;
  similarity: number;
}

/** An empty cell between filled ones. */
export interface EmptyCell extends Cell {
  /** -log10 P(X <= observed), of Poisson's distribution with the expected mean. */
  surprise: number;
  /** Indexes of the papers with both, marked or only named. */
  papers: readonly number[];
  /** The same row with the most alike column that it is filled with, and the other way about. */
  inRow: Neighbour;
  inColumn: Neighbour;
  /** The least expected number of papers that was asked for. */
  leastExpected: number;
}

export interface CellSettings extends CellConceptSettings {
  /** Only cells where chance would put so many papers. */
  minExpected: number;
  /** Where fewer than `enoughCells` cells of two kinds have that, cells count from here on, and say so. */
  floorExpected: number;
  enoughCells: number;
  /** A cell that chance alone would leave with as few papers more often than this is too small to tell. 0 to 1. */
  maxChance: number;
  /** A cell counts as empty with up to this share of the expected papers. 0 to 1. */
  maxRatio: number;
  /** How alike the nearest filled cells must be, on both sides, 0 to 1: else nobody would look there. */
  minSimilarity: number;
  /** So many gaps at most. */
  maxGaps: number;
  /** Papers told of as examples, at most. */
  maxExamples: number;
  /** A p-value, adjusted for the number of cells, above this could be chance. */
  significance: number;
}

export const DEFAULT_CELLS: CellSettings = {
  ...DEFAULT_CELL_CONCEPTS,
  minExpected: 3,
  floorExpected: 0.5,
  enoughCells: 5,
  maxChance: 0.1,
  maxRatio: 0.25,
  minSimilarity: 0.05,
  maxGaps: 60,
  maxExamples: 3,
  significance: 0.05,
};
