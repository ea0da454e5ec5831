import { type Incidence, rowLength, transpose } from '../../incidence.ts';

/**
 * For a concept, how much each other one has in common with it: the sum over the columns that both have of the product
 * of their weights. The array is written over by the next call.
 */
export function sharedSums(rows: Incidence, columns: number): (row: number) => Float64Array {
  const byColumn = transpose(rows, columns);
  const sums = new Float64Array(rows.start.length - 1);
  return (row) => {
    sums.fill(0);
    for (let i = rows.start[row]!; i < rows.start[row + 1]!; i++) {
      const column = rows.column[i]!;
      const weight = rows.weight[i]!;
      for (let j = byColumn.start[column]!; j < byColumn.start[column + 1]!; j++) {
        sums[byColumn.column[j]!]! += weight * byColumn.weight[j]!;
      }
    }
    return sums;
  };
}

/** The same rows, each of length 1; empty rows stay empty. */
export function unitRows(rows: Incidence): Incidence {
  const weight = rows.weight.slice();
  for (let row = 0; row < rows.start.length - 1; row++) {
    let square = 0;
    for (let i = rows.start[row]!; i < rows.start[row + 1]!; i++) square += weight[i]! ** 2;
    if (square === 0) continue;
    for (let i = rows.start[row]!; i < rows.start[row + 1]!; i++) weight[i]! /= Math.sqrt(square);
  }
  return { ...rows, weight };
}

/** The heaviest `most` entries of each row; of equal ones the lower column. */
export function heaviest(rows: Incidence, most: number): Incidence {
  const start = new Uint32Array(rows.start.length);
  const column: number[] = [];
  const weight: number[] = [];
  for (let row = 0; row < start.length - 1; row++) {
    const entries = Array.from({ length: rowLength(rows, row) }, (_, i) => rows.start[row]! + i);
    const kept =
      entries.length <= most
        ? entries
        : entries
            .sort((x, y) => rows.weight[y]! - rows.weight[x]! || x - y)
            .slice(0, most)
            .sort((x, y) => x - y);
    for (const entry of kept) {
      column.push(rows.column[entry]!);
      weight.push(rows.weight[entry]!);
    }
    start[row + 1] = column.length;
  }
  return { start, column: Uint32Array.from(column), weight: Float64Array.from(weight) };
}
