import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConceptRef, Matrix } from '../../../../graph/contract.ts';
import {
  FEWEST_EXPECTED,
  isGap,
  nearestCells,
  residual,
  shadeOf,
} from '../../../../web/panels/matrix/matrix-cells.ts';

describe('a cell', () => {
  it('is shaded by how far it is from what chance would make', () => {
    expect(residual(4, 16)).toBe(-3);
    expect([0, 8, 12, 16, 20, 24, 32].map((seen) => shadeOf(seen, 16))).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(shadeOf(0, 0)).toBe(0);
  });

  it('is shaded by the side on which it lies, and more the farther', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (a, b, expected) => {
          const [fewer, more] = a < b ? [a, b] : [b, a];
          expect(shadeOf(fewer, expected)).toBeLessThanOrEqual(shadeOf(more, expected));
          expect(Math.sign(shadeOf(a, expected)) * Math.sign(a - expected)).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 12 },
    );
  });

  it('is a gap where nothing is though there should be', () => {
    expect(isGap(0, FEWEST_EXPECTED)).toBe(true);
    expect(isGap(0, FEWEST_EXPECTED - 0.1)).toBe(false);
    expect(isGap(1, 50)).toBe(false);
  });
});

const concept = (id: string, kind: ConceptRef['kind']): ConceptRef => ({ id, name: id, kind, paperCount: 5 });
const MATRIX: Matrix = {
  rows: ['m0', 'm1', 'm2'].map((id) => concept(id, 'Method')),
  columns: ['t0', 't1', 't2'].map((id) => concept(id, 'Task')),
  papers: 30,
  observed: [
    [0, 3, 7],
    [4, 1, 0],
    [9, 0, 0],
  ],
  expected: [],
  cypher: { text: '', parameters: {} },
};

describe('what comes nearest to a cell', () => {
  it.each([
    ['m0', 't0'],
    ['t0', 'm0'],
  ])('is the fullest of its row and of its column (%s, %s)', (one, other) => {
    const near = nearestCells(MATRIX, one, other, 1);
    expect(near.row.map(({ column, papers }) => [column.id, papers])).toEqual([['t2', 7]]);
    expect(near.column.map(({ row, papers }) => [row.id, papers])).toEqual([['m2', 9]]);
  });

  it('never is the cell itself, nor an empty one, nor anything for what the matrix does not have', () => {
    const near = nearestCells(MATRIX, 'm2', 't0', 9);
    expect(near).toEqual({
      row: [],
      column: [{ row: MATRIX.rows[1], column: MATRIX.columns[0], papers: 4 }],
    });
    expect(nearestCells(MATRIX, 'm9', 't0', 9)).toEqual({ row: [], column: [] });
  });
});
