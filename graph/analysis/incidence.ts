/**
 * A sparse matrix in compressed rows: row `r` holds `column[i]` with `weight[i]` for `i` from `start[r]` up
 * to, not including, `start[r + 1]`. Columns rise within a row and stand there once.
 */
export interface Incidence {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly weight: Float64Array;
}

export function rowCount(incidence: Incidence): number {
  return incidence.start.length - 1;
}

/** How many entries row `r` has. */
export function rowLength(incidence: Incidence, row: number): number {
  return incidence.start[row + 1]! - incidence.start[row]!;
}

/**
 * Rows from loose entries in any order; entry `i` is (`row[i]`, `column[i]`, `weight[i]`). Of several entries
 * for the same place the heaviest counts.
 */
export function incidenceOf(
  rows: number,
  columns: number,
  row: ArrayLike<number>,
  column: ArrayLike<number>,
  weight: ArrayLike<number>,
): Incidence {
  const start = new Uint32Array(columns + 1);
  for (let i = 0; i < column.length; i++) start[column[i]! + 1]! += 1;
  for (let c = 0; c < columns; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const byColumn = {
    start,
    column: new Uint32Array(row.length),
    weight: new Float64Array(row.length),
  };
  for (let i = 0; i < row.length; i++) {
    const at = next[column[i]!]!++;
    byColumn.column[at] = row[i]!;
    byColumn.weight[at] = weight[i]!;
  }
  return withoutRepeats(transpose(byColumn, rows));
}

/** In how many columns two rows both have an entry. */
export function sharedColumns({ start, column }: Incidence, a: number, b: number): number {
  let i = start[a]!;
  let j = start[b]!;
  let shared = 0;
  while (i < start[a + 1]! && j < start[b + 1]!) {
    if (column[i]! < column[j]!) i++;
    else if (column[i]! > column[j]!) j++;
    else {
      shared++;
      i++;
      j++;
    }
  }
  return shared;
}

/** Rows become columns. A stable counting sort, so the new columns rise. */
export function transpose(incidence: Incidence, columns: number): Incidence {
  const start = new Uint32Array(columns + 1);
  for (const column of incidence.column) start[column + 1]! += 1;
  for (let c = 0; c < columns; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const column = new Uint32Array(incidence.column.length);
  const weight = new Float64Array(incidence.column.length);
  for (let r = 0; r < rowCount(incidence); r++) {
    for (let i = incidence.start[r]!; i < incidence.start[r + 1]!; i++) {
      const at = next[incidence.column[i]!]!++;
      column[at] = r;
      weight[at] = incidence.weight[i]!;
    }
  }
  return { start, column, weight };
}

/** Only the entries that `keep` says yes to; `keep` gets row, column and weight. */
export function filterIncidence(
  incidence: Incidence,
  keep: (row: number, column: number, weight: number) => boolean,
): Incidence {
  const rows = rowCount(incidence);
  const start = new Uint32Array(rows + 1);
  const column = new Uint32Array(incidence.column.length);
  const weight = new Float64Array(incidence.column.length);
  let kept = 0;
  for (let r = 0; r < rows; r++) {
    for (let i = incidence.start[r]!; i < incidence.start[r + 1]!; i++) {
      if (!keep(r, incidence.column[i]!, incidence.weight[i]!)) continue;
      column[kept] = incidence.column[i]!;
      weight[kept++] = incidence.weight[i]!;
    }
    start[r + 1] = kept;
  }
  return { start, column: column.slice(0, kept), weight: weight.slice(0, kept) };
}

function withoutRepeats(incidence: Incidence): Incidence {
  const { column, weight } = incidence;
  const rows = rowCount(incidence);
  const start = new Uint32Array(rows + 1);
  let kept = 0;
  for (let r = 0; r < rows; r++) {
    const first = kept;
    for (let i = incidence.start[r]!; i < incidence.start[r + 1]!; i++) {
      const same = kept > first && column[kept - 1] === column[i];
      if (same) {
        weight[kept - 1] = Math.max(weight[kept - 1]!, weight[i]!);
        continue;
      }
      column[kept] = column[i]!;
      weight[kept++] = weight[i]!;
    }
    start[r + 1] = kept;
  }
  return { start, column: column.slice(0, kept), weight: weight.slice(0, kept) };
}
