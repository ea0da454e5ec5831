/** What the cells of a matrix say. Pure. */
import type { ConceptRef, Matrix } from '../../../graph/contract.ts';

/** An empty cell counts as a gap from so many expected papers on: below, chance alone may have left it empty. */
export const FEWEST_EXPECTED = 3;

/** How far from what was expected, in steps: −3 far fewer papers, 0 about as many, 3 far more. */
export type Shade = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** From how many (O − E) / √E on a cell has its first, second and third shade. */
const STEPS = [1, 2, 4] as const;

/** (O − E) / √E; 0 where nothing is expected. */
export function residual(observed: number, expected: number): number {
  return expected > 0 ? (observed - expected) / Math.sqrt(expected) : 0;
}

export function shadeOf(observed: number, expected: number): Shade {
  const value = residual(observed, expected);
  const steps = STEPS.filter((step) => Math.abs(value) >= step).length;
  return (value < 0 ? -steps || 0 : steps) as Shade;
}

/** Nothing there, though there should be. */
export function isGap(observed: number, expected: number): boolean {
  return observed === 0 && expected >= FEWEST_EXPECTED;
}

interface NearCell {
  readonly row: ConceptRef;
  readonly column: ConceptRef;
  readonly papers: number;
}

/** The fullest cells of the same row, and of the same column: what was done instead. */
export function nearestCells(
  matrix: Matrix,
  one: string,
  other: string,
  most: number,
): { row: NearCell[]; column: NearCell[] } {
  const has = (id: string) => (concept: ConceptRef) => concept.id === id;
  const r = matrix.rows.findIndex((row) => has(one)(row) || has(other)(row));
  const c = matrix.columns.findIndex((column) => has(one)(column) || has(other)(column));
  if (r < 0 || c < 0) return { row: [], column: [] };
  const cell = (i: number, j: number): NearCell => ({
    row: matrix.rows[i]!,
    column: matrix.columns[j]!,
    papers: matrix.observed[i]![j]!,
  });
  const fullest = (cells: NearCell[]) =>
    cells
      .filter(({ papers }) => papers > 0)
      .sort((first, second) => second.papers - first.papers || first.row.paperCount - second.row.paperCount)
      .slice(0, most);
  return {
    row: fullest(matrix.columns.map((_, j) => cell(r, j)).filter((_, j) => j !== c)),
    column: fullest(matrix.rows.map((_, i) => cell(i, c)).filter((_, i) => i !== r)),
  };
}
