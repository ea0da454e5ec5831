import type { Population } from './population.ts';
import type { Ties } from './ties.ts';

/** What may be drawn. */
export interface Candidate {
  /** Those of the catalogue rise with the ids. */
  number: number;
  /** -1 for none. */
  theme: number;
  weight: number;
}

/** Of a budget, this share goes to the themes in equal parts before weight decides the rest. */
const FAIR_SHARE = 0.4;

/**
 * The heaviest of them within the budget, but of each theme at least its equal part of `FAIR_SHARE` (and one,
 * while there is room), so that no small theme vanishes. Heaviest first; equal weights go by number.
 */
export function chooseFairly<T extends Candidate>(candidates: readonly T[], budget: number): T[] {
  if (budget <= 0) return [];
  const sorted = [...candidates].sort(byWeight);
  if (sorted.length <= budget) return sorted;
  const themes = new Set(sorted.map(({ theme }) => theme)).size;
  const part = Math.max(1, Math.floor((budget * FAIR_SHARE) / themes));
  const taken = new Map<number, number>();
  const chosen = new Set<T>();
  for (const candidate of sorted) {
    if (chosen.size >= budget) break;
    const count = taken.get(candidate.theme) ?? 0;
    if (count >= part) continue;
    taken.set(candidate.theme, count + 1);
    chosen.add(candidate);
  }
  for (const candidate of sorted) {
    if (chosen.size >= budget) break;
    chosen.add(candidate);
  }
  return sorted.filter((candidate) => chosen.has(candidate));
}

function byWeight(a: Candidate, b: Candidate): number {
  return b.weight - a.weight || a.number - b.number;
}

/** A concept of a single paper ties nothing together, so it comes last. */
const TYING_PAPERS = 2;

/**
 * Numbers of the papers and concepts to draw, of those that are in: papers and tying concepts share the room, the
 * rest fills a small map.
 */
export function chooseNodes(
  ties: Ties,
  { isIn, papersIn }: Population,
  limit: number,
  smallMap: number,
): number[] {
  const { theme, weight } = ties.columns;
  const candidates = (from: number, to: number, isOne: (number: number) => boolean): Candidate[] => {
    const found: Candidate[] = [];
    for (let number = from; number < to; number++) {
      if (!isIn[number] || !isOne(number)) continue;
      found.push({
        number,
        theme: theme[number]!,
        weight: number < ties.papers ? weight[number]! : papersIn[number]!,
      });
    }
    return found;
  };
  const papers = candidates(0, ties.papers, () => true);
  const tying = candidates(ties.papers, isIn.length, (concept) => papersIn[concept]! >= TYING_PAPERS);
  const room = Math.max(Math.ceil(limit / 2), limit - papers.length);
  const chosen = chooseFairly(tying, Math.min(room, limit));
  chosen.push(...chooseFairly(papers, limit - chosen.length));
  const roomForLone = Math.min(limit, smallMap) - chosen.length;
  if (roomForLone > 0) {
    const lone = candidates(ties.papers, isIn.length, (concept) => papersIn[concept]! < TYING_PAPERS);
    chosen.push(...chooseFairly(lone, roomForLone));
  }
  return chosen.map(({ number }) => number);
}
