import { type Incidence, transpose } from '../../incidence.ts';

/**
 * For a concept, how much each other one has in common with it: the sum over the columns that both have of the product
 * of their weights; only of those with a number above `after`. The array is written over by the next call.
 */
export function sharedSums(rows: Incidence, columns: number): (row: number, after?: number) => Float64Array {
  const byColumn = transpose(rows, columns);
  const sums = new Float64Array(rows.start.length - 1);
  return (row, after = -1) => {
    sums.fill(0);
    for (let i = rows.start[row]!; i < rows.start[row + 1]!; i++) {
      const column = rows.column[i]!;
      const weight = rows.weight[i]!;
      const first = byColumn.start[column]!;
      for (let j = byColumn.start[column + 1]! - 1; j >= first && byColumn.column[j]! > after; j--) {
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

/** The heaviest `most` entries of each row; of equal ones the lower columns. */
export function heaviest(rows: Incidence, most: number): Incidence {
  const start = new Uint32Array(rows.start.length);
  const column: number[] = [];
  const weight: number[] = [];
  for (let row = 0; row < start.length - 1; row++) {
    const from = rows.start[row]!;
    for (const i of greatest(rows.weight.subarray(from, rows.start[row + 1]!), most)) {
      column.push(rows.column[from + i]!);
      weight.push(rows.weight[from + i]!);
    }
    start[row + 1] = column.length;
  }
  return { start, column: Uint32Array.from(column), weight: Float64Array.from(weight) };
}

/** The places of the `most` greatest values, in their order; of equal ones the first. */
export function greatest(values: Float64Array, most: number): number[] {
  const size = Math.min(most, values.length);
  // The greatest so far, greatest first: quicker than sorting all for the sake of a few.
  const best = new Float64Array(size);
  const places = new Uint32Array(size);
  let found = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (found === size && (size === 0 || value <= best[size - 1]!)) continue;
    let at = found < size ? found++ : size - 1;
    for (; at > 0 && best[at - 1]! < value; at--) {
      best[at] = best[at - 1]!;
      places[at] = places[at - 1]!;
    }
    best[at] = value;
    places[at] = i;
  }
  return [...places.sort()];
}
