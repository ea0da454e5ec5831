import { type Incidence, incidenceOf } from './incidence.ts';

/** An undirected edge between two nodes, given by their indexes; no loops. */
export interface Tie {
  source: number;
  target: number;
  /** Above 0. */
  weight: number;
}

/**
 * An undirected weighted graph in compressed rows: every edge stands in the rows of both its ends, with the
 * same weight; no loops. Nodes without an edge have empty rows.
 */
export type Adjacency = Incidence;

/** Of several ties between the same two nodes the heaviest counts. */
export function adjacencyOf(nodes: number, ties: readonly Tie[]): Adjacency {
  const row = new Uint32Array(2 * ties.length);
  const column = new Uint32Array(2 * ties.length);
  const weight = new Float64Array(2 * ties.length);
  ties.forEach((tie, i) => {
    row[2 * i] = column[2 * i + 1] = tie.source;
    column[2 * i] = row[2 * i + 1] = tie.target;
    weight[2 * i] = weight[2 * i + 1] = tie.weight;
  });
  return incidenceOf(nodes, nodes, row, column, weight);
}
