import type { ConceptRef } from '../contract.ts';
import { type Catalogue, conceptRef } from './catalogue.ts';

interface Side {
  concept: ConceptRef;
  at: number;
}

interface KnownCells {
  rows: ConceptRef[];
  columns: ConceptRef[];
  /** The same part of a table of the stored shape. */
  of(table: readonly (readonly number[])[]): number[][];
}

/** Of a table between concepts, the part whose concepts are still in the graph. */
export function knownCells(
  { concepts }: Catalogue,
  stored: { rows: readonly string[]; columns: readonly string[] },
): KnownCells {
  const side = (ids: readonly string[]): Side[] =>
    ids.flatMap((id, at) => {
      const concept = concepts.get(id);
      return concept ? [{ concept: conceptRef(concept), at }] : [];
    });
  const [rows, columns] = [side(stored.rows), side(stored.columns)];
  return {
    rows: rows.map(({ concept }) => concept),
    columns: columns.map(({ concept }) => concept),
    of: (table) => rows.map((row) => columns.map((column) => table[row.at]?.[column.at] ?? 0)),
  };
}

/** Whether a stored table has a row for each of its rows, and in it a cell for each of its columns. */
export function fits(
  table: readonly (readonly number[])[],
  { rows, columns }: { rows: readonly string[]; columns: readonly string[] },
): boolean {
  return table.length === rows.length && table.every((row) => row.length === columns.length);
}
