/** How many items two partitions put where together, from which every agreement follows. */
interface Contingency {
  items: number;
  /** Sizes of the groups of each partition, and of their overlaps. */
  first: number[];
  second: number[];
  both: number[];
}

/**
 * Adjusted Rand index (Hubert and Arabie 1985): the pairs that both partitions put together, over chance. 1 for
 * equal partitions, 0 for what chance gives; below 0 for less. Partitions of one group each, or of single items,
 * are equal. Throws `RangeError` for lengths that differ.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { items, first, second, both } = contingency(a, b);
  const pairs = (sizes: readonly number[]): number =>
    sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const [inFirst, inSecond, inBoth] = [pairs(first), pairs(second), pairs(both)];
  const all = (items * (items - 1)) / 2;
  const expected = all === 0 ? 0 : (inFirst * inSecond) / all;
  const most = (inFirst + inSecond) / 2;
  return most === expected ? 1 : (inBoth - expected) / (most - expected);
}

/**
 * Normalised mutual information: I(A; B) over the arithmetic mean of the entropies. 1 for equal partitions, 0 for
 * independent ones; two partitions of one group each are equal. Grows with the number of groups even by chance.
 * Throws `RangeError` for lengths that differ.
 */
export function normalisedMutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const { items, first, second, both } = contingency(a, b);
  const entropy = (sizes: readonly number[]): number =>
    sizes.reduce((sum, size) => sum - (size / items) * Math.log(size / items), 0);
  const [ofFirst, ofSecond] = [entropy(first), entropy(second)];
  if (ofFirst + ofSecond === 0) return 1;
  const mutual = ofFirst + ofSecond - entropy(both);
  return Math.max(0, (2 * mutual) / (ofFirst + ofSecond));
}

/** Mean over all pairs of partitions of their adjusted Rand index; 1 for fewer than two. */
export function meanAgreement(partitions: readonly ArrayLike<number>[]): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < partitions.length; i++) {
    for (let j = 0; j < i; j++) {
      sum += adjustedRandIndex(partitions[i]!, partitions[j]!);
      pairs++;
    }
  }
  return pairs === 0 ? 1 : sum / pairs;
}

function contingency(a: ArrayLike<number>, b: ArrayLike<number>): Contingency {
  if (a.length !== b.length) throw new RangeError(`partitions of ${a.length} and ${b.length} items`);
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  const both = new Map<number, number>();
  const numberOfSecond = new Map<number, number>();
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    let column = numberOfSecond.get(y);
    if (column === undefined) {
      column = numberOfSecond.size;
      numberOfSecond.set(y, column);
    }
    count(first, x);
    count(second, y);
    count(both, x * a.length + column);
  }
  return {
    items: a.length,
    first: [...first.values()],
    second: [...second.values()],
    both: [...both.values()],
  };
}

function count(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
