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
