import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws from [0, 1). Analysis takes one as an argument, so that the same seed gives the same result. */
export type Random = () => number;

/** A generator of its own for each seed (any 32-bit integer). */
export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}
