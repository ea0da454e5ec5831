/** ln k! below this is summed up, above it comes from Stirling's series (error under 1e-12). */
const SUMMED_BELOW = 32;
/** Terms that are smaller than this, against their sum, no longer change it. */
const NEGLIGIBLE = 1e-17;

/**
 * P(X <= k) for X of a Poisson distribution with this mean (0 or more): how likely so few are by chance.
 * 0 to 1; a k that isn't whole counts as the whole one below. Use the logarithm where it may underflow.
 */
export function poissonAtMost(k: number, mean: number): number {
  return Math.exp(logPoissonAtMost(k, mean));
}

/** The natural logarithm of P(X <= k); 0 or less. */
export function logPoissonAtMost(k: number, mean: number): number {
  const most = Math.floor(k);
  if (most < 0) return Number.NEGATIVE_INFINITY;
  if (mean === 0) return 0;
  if (most > mean) return Math.log1p(-Math.exp(logUpper(most + 1, mean)));
  let term = 1;
  let sum = 1;
  for (let i = most; i > 0 && term > NEGLIGIBLE * sum; i--) {
    term *= i / mean;
    sum += term;
  }
  return logTerm(most, mean) + Math.log(sum);
}

/** ln P(X >= least), for `least` above the mean. */
function logUpper(least: number, mean: number): number {
  let term = 1;
  let sum = 1;
  for (let i = least + 1; term > NEGLIGIBLE * sum; i++) {
    term *= mean / i;
    sum += term;
  }
  return logTerm(least, mean) + Math.log(sum);
}

const logTerm = (k: number, mean: number): number => k * Math.log(mean) - mean - logFactorial(k);

function logFactorial(k: number): number {
  if (k >= SUMMED_BELOW) {
    const n = k + 1;
    const correction = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
    return (n - 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + correction;
  }
  let sum = 0;
  for (let i = 2; i <= k; i++) sum += Math.log(i);
  return sum;
}
