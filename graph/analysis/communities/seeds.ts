/** One step of a multiplicative hash; odd, from the golden ratio. */
const STEP = 0x9e3779b9;

/**
 * Seeds for `count` runs, all from one. Neighbouring seeds of the generator begin with nearly the same draw, so
 * each goes through MurmurHash3's finaliser first; with the same `base` and `salt` they are always the same.
 */
export function seedsOf(base: number, count: number, salt = 0): number[] {
  const first = mixed(mixed(base) ^ salt);
  return Array.from({ length: count }, (_, run) => mixed(first + Math.imul(run + 1, STEP)));
}

function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
