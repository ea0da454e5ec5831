/** Shorter words differ by a letter and are other words. */
const SHORTEST = 7;
const LONGEST = 60;
/** Of those that become one by leaving out the same letter, so many are compared with each other. */
const MOST_TOGETHER = 12;
/** How many texts there may be: a hash and a number share 53 bits. */
const NUMBERS = 2 ** 21;

/**
 * Pairs of texts, by their indexes, that differ by one letter: another, one more, or two neighbours in the other order. By
 * the texts that each is with one letter left out, so the work grows with the letters, not with the pairs. Only the
 * first 2^21 texts.
 */
export function nearSpellings(texts: readonly string[]): [number, number][] {
  const entries: number[] = [];
  for (const [index, text] of texts.slice(0, NUMBERS).entries()) {
    if (text.length < SHORTEST || text.length > LONGEST) continue;
    for (let left = -1; left < text.length; left++) entries.push(hashWithout(text, left) * NUMBERS + index);
  }
  const sorted = Float64Array.from(entries).sort();
  const seen = new Set<number>();
  const pairs: [number, number][] = [];
  for (let from = 0; from < sorted.length; ) {
    const hash = Math.floor(sorted[from]! / NUMBERS);
    let to = from;
    while (to < sorted.length && Math.floor(sorted[to]! / NUMBERS) === hash) to++;
    const end = Math.min(to, from + MOST_TOGETHER);
    for (let i = from; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        const a = sorted[i]! % NUMBERS;
        const b = sorted[j]! % NUMBERS;
        const key = a * NUMBERS + b;
        if (a === b || seen.has(key) || !differByOne(texts[a]!, texts[b]!)) continue;
        seen.add(key);
        pairs.push([a, b]);
      }
    }
    from = to;
  }
  return pairs;
}

/** FNV-1a over the code units but the one at `left`; 32 bits. */
function hashWithout(text: string, left: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    if (i !== left) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

const DIGIT = /\p{N}/u;
/** What is written one way or another, or mistaken: analyse, analyze; independant. Other letters make other words. */
const EXCHANGED = [/^[aeiouy]{2}$/, /^[sz]{2}$/, /^[ck]{2}$/];

/** Never true of texts that differ in a digit or by their first letter (symmetric, asymmetric). */
function differByOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const [inShort, inLong] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (start === 0 || DIGIT.test(inShort + inLong)) return false;
  if (inShort.length === 0) return inLong.length === 1;
  if (inShort.length === 1)
    return inLong.length === 1 && EXCHANGED.some((pair) => pair.test(inShort + inLong));
  return inShort.length === 2 && inLong.length === 2 && inShort[0] === inLong[1] && inShort[1] === inLong[0];
}
