/** Outlines of where a field on a grid is positive: marching squares (Lorensen and Cline 1987, in two dimensions). */

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Row by row; the border must be negative, so that every outline closes. */
  readonly values: Float32Array;
}

export type Point = readonly [x: number, y: number];

/** Pairs of cell sides (0 top, 1 right, 2 bottom, 3 left) that a line joins, by which corners are inside. */
const LINES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 2],
    [1, 0],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [2, 1],
    [0, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/** Closed outlines in grid units, where the sample in column c, row r lies at (c, r). */
export function contours(grid: Grid): Point[][] {
  const { columns, rows, values } = grid;
  const at = (column: number, row: number) => values[row * columns + column]!;
  const next = new Map<string, string>();
  const points = new Map<string, Point>();

  function cross(column: number, row: number, side: number): string {
    const horizontal = side === 0 || side === 2;
    const c = side === 1 ? column + 1 : column;
    const r = side === 2 ? row + 1 : row;
    const key = `${horizontal ? 'h' : 'v'}${c} ${r}`;
    if (!points.has(key)) {
      const from = at(c, r);
      const to = horizontal ? at(c + 1, r) : at(c, r + 1);
      const share = from / (from - to);
      points.set(key, horizontal ? [c + share, r] : [c, r + share]);
    }
    return key;
  }

  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const inside =
        (at(column, row) > 0 ? 1 : 0) |
        (at(column + 1, row) > 0 ? 2 : 0) |
        (at(column + 1, row + 1) > 0 ? 4 : 0) |
        (at(column, row + 1) > 0 ? 8 : 0);
      for (const [from, to] of LINES[inside]!) next.set(cross(column, row, from), cross(column, row, to));
    }
  }

  const outlines: Point[][] = [];
  while (next.size > 0) {
    const outline: Point[] = [];
    let key: string | undefined = next.keys().next().value;
    while (key !== undefined && next.has(key)) {
      outline.push(points.get(key)!);
      const following: string | undefined = next.get(key);
      next.delete(key);
      key = following;
    }
    outlines.push(outline);
  }
  return outlines;
}

/** Signed by the direction of turn, in square units. */
export function areaOf(outline: readonly Point[]): number {
  let doubled = 0;
  outline.forEach(([x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    doubled += x * nextY - nextX * y;
  });
  return doubled / 2;
}

/** Cuts every corner once (Chaikin 1974). */
export function smooth(outline: readonly Point[]): Point[] {
  return outline.flatMap(([x, y], i): Point[] => {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    return [
      [0.75 * x + 0.25 * nextX, 0.75 * y + 0.25 * nextY],
      [0.25 * x + 0.75 * nextX, 0.25 * y + 0.75 * nextY],
    ];
  });
}
