import { normaliseTerm, normaliseTerms } from './normalise.ts';

/** How many words a found phrase may have more or fewer than the key term. */
const SLACK_WORDS = 1;

/** Equal, or one inside the other with at most one word left over; both normalised. */
export function agreesNearly(a: string, b: string): boolean {
  const difference = Math.abs(a.split(' ').length - b.split(' ').length);
  return difference <= SLACK_WORDS && (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `));
}

/** Share of key terms found, in percent. Precision has no meaning here: a paper has more terms than its key ones. */
export function recallKeyTerms(
  gold: readonly { id: string; surfaces: readonly string[] }[],
  predicted: ReadonlyMap<string, readonly string[]>,
): { exact: number; near: number } {
  let exact = 0;
  let near = 0;
  let total = 0;
  for (const { id, surfaces } of gold) {
    const found = normaliseTerms(predicted.get(id) ?? []);
    for (const surface of surfaces) {
      const term = normaliseTerm(surface);
      total++;
      if (found.has(term)) exact++;
      if ([...found].some((candidate) => agreesNearly(candidate, term))) near++;
    }
  }
  return { exact: total ? (100 * exact) / total : 0, near: total ? (100 * near) / total : 0 };
}
