import type { Random } from '../graph/analysis/random.ts';

type Vector = Map<number, number>;

/** Words of fewer letters, in one paper only or in more than this share of all say little. */
const LEAST_LETTERS = 3;
const LEAST_PAPERS = 2;
const MOST_SHARE = 0.3;
const ITERATIONS = 30;

/** TF-IDF vectors of unit length: ln(1 + count) ln(N / n). */
export function textVectors(texts: readonly string[]): Vector[] {
  const words = texts.map((text) =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= LEAST_LETTERS),
  );
  const papers = new Map<string, number>();
  for (const list of words) for (const word of new Set(list)) papers.set(word, (papers.get(word) ?? 0) + 1);
  const kept = [...papers].filter(([, n]) => n >= LEAST_PAPERS && n <= MOST_SHARE * texts.length);
  const column = new Map(kept.map(([word], index) => [word, index]));
  return words.map((list) => {
    const counts = new Map<string, number>();
    for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
    const vector: Vector = new Map();
    for (const [word, count] of counts) {
      const at = column.get(word);
      if (at !== undefined) vector.set(at, Math.log1p(count) * Math.log(texts.length / papers.get(word)!));
    }
    return unit(vector);
  });
}

/** Spherical k-means, begun from k-means++: a group for each vector. */
export function kMeans(vectors: readonly Vector[], k: number, random: Random): number[] {
  const centres: Vector[] = [vectors[Math.floor(random() * vectors.length)]!];
  const distance = vectors.map(() => Number.POSITIVE_INFINITY);
  while (centres.length < k) {
    vectors.forEach((vector, i) => {
      distance[i] = Math.min(distance[i]!, Math.max(0, 1 - cosine(vector, centres.at(-1)!)));
    });
    let left = random() * distance.reduce((sum, d) => sum + d, 0);
    const next = distance.findIndex((d) => {
      left -= d;
      return left < 0;
    });
    centres.push(vectors[Math.max(0, next)]!);
  }
  let groups: number[] = [];
  for (let done = 0; done < ITERATIONS; done++) {
    const nearest = vectors.map((vector) => {
      const likeness = centres.map((centre) => cosine(vector, centre));
      return likeness.indexOf(Math.max(...likeness));
    });
    if (nearest.every((group, i) => group === groups[i])) break;
    groups = nearest;
    for (let group = 0; group < k; group++) {
      const sum: Vector = new Map();
      vectors.forEach((vector, i) => {
        if (groups[i] !== group) return;
        for (const [word, value] of vector) sum.set(word, (sum.get(word) ?? 0) + value);
      });
      if (sum.size > 0) centres[group] = unit(sum);
    }
  }
  return groups;
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([word, value]) => [word, value / length]));
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0;
  for (const [word, value] of a) sum += value * (b.get(word) ?? 0);
  return sum;
}
