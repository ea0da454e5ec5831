import type { Coefficients } from './logistic-regression.ts';
import type { Rankers } from './rankers.ts';

/**
 * What each feature adds where there is too little history to learn from, in shares of a deviation over the pairs of the
 * year: the mean of the standings that classic rules and texts give. Gap: less what popularity alone says.
 */
const PLAIN: Readonly<Record<string, number>> = {
  adamicAdar: 0.25,
  allocation: 0.25,
  recentPopularity: 0.25,
  textCosine: 0.25,
};
const GAP: Readonly<Record<string, number>> = { ...PLAIN, degreeProduct: -0.125 };

/** Stands in for rankings that could not be learned. */
export function fixedRankers(names: readonly string[]): Pick<Rankers, 'gap' | 'plain'> {
  const coefficients = (adds: Readonly<Record<string, number>>): Coefficients =>
    Float64Array.of(0, ...names.map((name) => adds[name] ?? 0));
  return { gap: coefficients(GAP), plain: coefficients(PLAIN) };
}
