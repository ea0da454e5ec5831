import { addCounts, countSets, emptyCounts, type Rates, ratesOf } from './counts.ts';
import type { AcronymPair } from './gold.ts';

const fold = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

function pairKeys(pairs: readonly AcronymPair[]): Set<string> {
  return new Set(pairs.map(({ short, long }) => JSON.stringify([fold(short), fold(long)])));
}

/** Pairs of short and long form, once a document; case and spaces don't count, plurals and hyphens do. */
export function scoreAcronyms(
  gold: readonly { id: string; pairs: readonly AcronymPair[] }[],
  predicted: ReadonlyMap<string, readonly AcronymPair[]>,
): Rates {
  const sum = emptyCounts();
  for (const { id, pairs } of gold)
    addCounts(sum, countSets(pairKeys(predicted.get(id) ?? []), pairKeys(pairs)));
  return ratesOf(sum);
}
