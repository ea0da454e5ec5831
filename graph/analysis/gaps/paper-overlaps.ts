import type { ThemeMembership } from '../theme-membership.ts';

/** How many papers belong to each two themes at once; both square, row by row, symmetric, with 0 in the diagonal. */
export interface PaperOverlaps {
  observed: Uint32Array;
  /** The same, if a paper's further themes were drawn without regard to its first. */
  expected: Float64Array;
}

/** The fit is within this of its sums long before so many rounds. */
const ROUNDS = 100;
const CLOSE = 1e-9;

/**
 * The expectation keeps how often each theme is found beside another one: e_AB = x_A x_B for A other than B, with
 * x so that the rows sum to what was observed (iterative proportional fitting, Deming and Stephan 1940). Counted
 * from n_A n_B / N instead, every pair would fall short, for shares sum to 1 and most papers have one theme.
 */
export function paperOverlaps({ ofPaper }: ThemeMembership, themes: number): PaperOverlaps {
  const observed = new Uint32Array(themes * themes);
  const beside = new Float64Array(themes);
  for (const shares of ofPaper) {
    for (const { theme } of shares) {
      for (const { theme: other } of shares) {
        if (other === theme) continue;
        observed[theme * themes + other]! += 1;
        beside[theme]! += 1;
      }
    }
  }
  const factor = fittedFactors(beside);
  const expected = new Float64Array(themes * themes);
  for (let a = 0; a < themes; a++) {
    for (let b = 0; b < themes; b++) if (a !== b) expected[a * themes + b] = factor[a]! * factor[b]!;
  }
  return { observed, expected };
}

/** x with x_A (sum of x - x_A) = sum_A; a sum of 0 gives 0. */
function fittedFactors(sums: Float64Array): Float64Array {
  const total = sums.reduce((all, value) => all + value, 0);
  if (total === 0) return new Float64Array(sums.length);
  const factor = sums.map((sum) => sum / Math.sqrt(total));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let a = 0; a < factor.length; a++) {
      const others = factor.reduce((all, value) => all + value, 0) - factor[a]!;
      if (others <= 0) continue;
      // Halfway in logarithms: the full step can swing between two states.
      const next = Math.sqrt((factor[a]! * sums[a]!) / others);
      moved = Math.max(moved, Math.abs(next - factor[a]!));
      factor[a] = next;
    }
    if (moved < CLOSE) break;
  }
  return factor;
}
