/** Scored pairs, and which of them count as found. Arrays of one length. */
export interface ScoredPairs {
  readonly score: Float32Array;
  /** 1 for a pair that met, 0 for one that did not. */
  readonly met: Uint8Array;
}

/** Where the pairs that met stand among those that did not, best score first. */
export interface Standing {
  /** Index and score of each pair that met. */
  readonly pair: Uint32Array;
  readonly score: Float32Array;
  /** How many that did not meet score higher, and how many the same. */
  readonly above: Uint32Array;
  readonly equal: Uint32Array;
  /** How many did not meet. */
  readonly unmet: number;
}

/** `sorted` may hold all scores, rising, where they are asked for more than once. */
export function standingOf(
  { score, met }: ScoredPairs,
  sorted: Float32Array = score.slice().sort(),
): Standing {
  let positives = 0;
  for (let i = 0; i < met.length; i++) positives += met[i]!;
  const pair = new Uint32Array(positives);
  let found = 0;
  for (let i = 0; i < met.length; i++) if (met[i] === 1) pair[found++] = i;
  pair.sort((a, b) => score[b]! - score[a]! || a - b);
  const own = Float32Array.from(pair, (index) => score[index]!);
  const rising = own.slice().reverse();
  const above = new Uint32Array(positives);
  const equal = new Uint32Array(positives);
  own.forEach((value, i) => {
    // Of all pairs, less those that met.
    const [from, to] = [firstNotBelow(sorted, value), firstAbove(sorted, value)];
    const [ownFrom, ownTo] = [firstNotBelow(rising, value), firstAbove(rising, value)];
    above[i] = sorted.length - to - (positives - ownTo);
    equal[i] = to - from - (ownTo - ownFrom);
  });
  return { pair, score: own, above, equal, unmet: met.length - positives };
}

/** The chance that a pair that met scores above one that did not; a tie counts half. Null where there is no such pair. */
export function areaUnderCurve({ above, equal, unmet }: Standing, weight?: Float64Array): number | null {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < above.length; i++) {
    const w = weight ? weight[i]! : 1;
    sum += w * (unmet - above[i]! - equal[i]! / 2);
    total += w;
  }
  return total > 0 && unmet > 0 ? sum / (total * unmet) : null;
}

/**
 * Average precision: precision after each step down the ranking, weighted by the recall that the step adds. Pairs of one
 * score are one step, so that no order among ties matters. Null where nothing met. `weight` is that of each pair of the
 * standing; weights are brought to a mean of 1, so that the share of pairs that met stays.
 */
export function averagePrecision({ score, above, equal }: Standing, weight?: Float64Array): number | null {
  const positives = above.length;
  let total = 0;
  for (let i = 0; i < positives; i++) total += weight ? weight[i]! : 1;
  if (!(total > 0)) return null;
  const scale = positives / total;
  let found = 0;
  let sum = 0;
  for (let i = 0; i < positives; ) {
    let step = 0;
    let until = i;
    for (; until < positives && score[until] === score[i]; until++) step += weight ? weight[until]! : 1;
    found += step * scale;
    const shown = found + above[i]! + equal[i]!;
    if (shown > 0) sum += (step * scale * found) / shown;
    i = until;
  }
  return sum / positives;
}

/** The indexes of the `most` best scores, best first; of two of one score the lower index first. */
export function bestIndexes(score: Float32Array, most: number): Uint32Array {
  const heap: number[] = [];
  const isWorse = (a: number, b: number): boolean =>
    score[a]! < score[b]! || (score[a] === score[b] && a > b);
  for (let i = 0; i < score.length; i++) {
    if (heap.length === most) {
      if (most === 0 || !isWorse(heap[0]!, i)) continue;
      heap[0] = i;
      sink(heap, isWorse);
    } else {
      heap.push(i);
      rise(heap, isWorse);
    }
  }
  return Uint32Array.from(heap).sort((a, b) => score[b]! - score[a]! || a - b);
}

function rise(heap: number[], isWorse: (a: number, b: number) => boolean): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isWorse(heap[at]!, heap[parent]!)) return;
    [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
    at = parent;
  }
}

function sink(heap: number[], isWorse: (a: number, b: number) => boolean): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && isWorse(heap[child]!, heap[worst]!)) worst = child;
    }
    if (worst === at) return;
    [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
    at = worst;
  }
}

function firstNotBelow(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(sorted: Float32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
