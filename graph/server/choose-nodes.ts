import type { Catalogue } from './catalogue.ts';
import type { Population } from './population.ts';
import type { Ties } from './ties.ts';

/** What may be drawn. */
export interface Candidate {
  id: string;
  theme: string | null;
  weight: number;
}

/** Of a budget, this share goes to the themes in equal parts before weight decides the rest. */
const FAIR_SHARE = 0.4;

/**
 * The heaviest of them within the budget, but of each theme at least its equal part of `FAIR_SHARE` (and one,
 * while there is room), so that no small theme vanishes. Heaviest first; equal weights go by id.
 */
export function chooseFairly<T extends Candidate>(candidates: readonly T[], budget: number): T[] {
  const sorted = [...candidates].sort(byWeight);
  if (sorted.length <= budget) return sorted;
  const themes = new Set(sorted.map(({ theme }) => theme)).size;
  const part = Math.max(1, Math.floor((budget * FAIR_SHARE) / themes));
  const taken = new Map<string | null, number>();
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
  return b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

/** A concept of a single paper ties nothing together, so it comes last. */
const TYING_PAPERS = 2;

interface Numbered extends Candidate {
  number: number;
}

/**
 * Numbers of the papers and concepts to draw, of those that are in: papers and tying concepts share the room, the
 * rest fills a small map.
 */
export function chooseNodes(
  ties: Ties,
  { papers, concepts }: Pick<Catalogue, 'papers' | 'concepts'>,
  { isIn, papersIn }: Population,
  limit: number,
  smallMap: number,
): number[] {
  const candidates: { papers: Numbered[]; tying: Numbered[]; lone: Numbered[] } = {
    papers: [],
    tying: [],
    lone: [],
  };
  for (const { id, theme, weight } of papers.values()) {
    const number = ties.numberOf.get(id)!;
    if (isIn[number]) candidates.papers.push({ number, id, theme, weight });
  }
  for (const { id, theme } of concepts.values()) {
    const number = ties.numberOf.get(id)!;
    const weight = papersIn[number]!;
    const list = weight < TYING_PAPERS ? candidates.lone : candidates.tying;
    if (isIn[number]) list.push({ number, id, theme, weight });
  }
  const room = Math.max(Math.ceil(limit / 2), limit - candidates.papers.length);
  const chosenConcepts = chooseFairly(candidates.tying, Math.min(room, limit));
  const chosenPapers = chooseFairly(candidates.papers, limit - chosenConcepts.length);
  const drawn = chosenConcepts.length + chosenPapers.length;
  const chosenLone = chooseFairly(candidates.lone, Math.max(0, Math.min(limit, smallMap) - drawn));
  return [...chosenConcepts, ...chosenPapers, ...chosenLone].map(({ number }) => number);
}
