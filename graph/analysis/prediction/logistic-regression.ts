/** Pairs by their features, one array a feature, with whether they met (1) or not (0) and how much each counts. */
export interface WeightedPairs {
  readonly values: readonly Float32Array[];
  readonly met: Uint8Array;
  /** Of mean 1. */
  readonly weight: Float64Array;
}

/** Log odds of a pair: the first entry, plus each feature's value times its own. */
export type Coefficients = Float64Array;

/** Steps stop when no coefficient moves by more. */
const CLOSE = 1e-5;
const MAX_STEPS = 25;

/**
 * Logistic regression: minimises the weighted logistic loss plus `ridge` / 2 times the squares of all coefficients but
 * the first (Hoerl and Kennard 1970; le Cessie and van Houwelingen 1992), by Newton's method. `ridge` above 0, so there is
 * one minimum, and nothing random in finding it. `tick` is awaited between steps.
 */
export async function logisticRegression(
  { values, met, weight }: WeightedPairs,
  ridge: number,
  tick: (done: number, total: number) => Promise<void> | void = () => {},
): Promise<Coefficients> {
  const size = values.length + 1;
  const coefficients = new Float64Array(size);
  let all = 0;
  let positive = 0;
  for (let i = 0; i < met.length; i++) {
    all += weight[i]!;
    positive += weight[i]! * met[i]!;
  }
  // Newton's steps are short from here; one more of each, for where all met, or none.
  coefficients[0] = Math.log((positive + 1) / (all - positive + 1));
  const margin = new Float64Array(met.length);
  fillMargins(coefficients, values, margin.length, margin);
  for (let step = 0; step < MAX_STEPS; step++) {
    await tick(step, MAX_STEPS);
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    addLoss({ values, met, weight }, margin, gradient, hessian);
    for (let f = 1; f < size; f++) {
      gradient[f]! += ridge * coefficients[f]!;
      hessian[f * size + f]! += ridge;
    }
    // Keeps it solvable where all pairs met, or none.
    hessian[0]! += Number.EPSILON * met.length + Number.MIN_VALUE;
    const move = solve(hessian, gradient);
    let most = 0;
    for (let f = 0; f < size; f++) {
      coefficients[f]! -= move[f]!;
      most = Math.max(most, Math.abs(move[f]!));
    }
    fillMargins(coefficients, values, margin.length, margin);
    if (most < CLOSE) break;
  }
  await tick(MAX_STEPS, MAX_STEPS);
  return coefficients;
}

/** The scores of the first `count` pairs, one array a feature. */
export function fillMargins(
  coefficients: Coefficients,
  values: readonly Float32Array[],
  count: number,
  out: Float64Array | Float32Array,
): void {
  out.fill(coefficients[0]!, 0, count);
  for (const [feature, column] of values.entries()) {
    const factor = coefficients[feature + 1]!;
    for (let i = 0; i < count; i++) out[i]! += factor * column[i]!;
  }
}

/** Pairs are worked on so many at a time, so that their values stay in the cache. */
const BLOCK = 512;

function addLoss(
  { values, met, weight }: WeightedPairs,
  margin: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const size = values.length + 1;
  const ones = new Float32Array(BLOCK).fill(1);
  const slope = new Float64Array(BLOCK);
  const curve = new Float64Array(BLOCK);
  const curved = new Float64Array(BLOCK);
  for (let from = 0; from < met.length; from += BLOCK) {
    const count = Math.min(BLOCK, met.length - from);
    for (let i = 0; i < count; i++) {
      const chance = 1 / (1 + Math.exp(-margin[from + i]!));
      slope[i] = weight[from + i]! * (chance - met[from + i]!);
      curve[i] = weight[from + i]! * chance * (1 - chance);
    }
    const block = [ones, ...values.map((column) => column.subarray(from, from + count))];
    for (let f = 0; f < size; f++) {
      const own = block[f]!;
      let sum = 0;
      for (let i = 0; i < count; i++) {
        sum += slope[i]! * own[i]!;
        curved[i] = curve[i]! * own[i]!;
      }
      gradient[f]! += sum;
      for (let g = f; g < size; g++) {
        const other = block[g]!;
        let product = 0;
        for (let i = 0; i < count; i++) product += curved[i]! * other[i]!;
        hessian[f * size + g]! += product;
      }
    }
  }
  for (let f = 0; f < size; f++) for (let g = 0; g < f; g++) hessian[f * size + g] = hessian[g * size + f]!;
}

/** Solves a symmetric, positive definite system by Cholesky's method; the matrix is written over. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      matrix[i * size + j] =
        i === j ? Math.sqrt(Math.max(sum, Number.MIN_VALUE)) : sum / matrix[j * size + j]!;
    }
  }
  const out = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) out[i]! -= matrix[i * size + k]! * out[k]!;
    out[i]! /= matrix[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) out[i]! -= matrix[k * size + i]! * out[k]!;
    out[i]! /= matrix[i * size + i]!;
  }
  return out;
}
