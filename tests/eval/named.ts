import { joinRates, type Rates } from './counts.ts';

export interface NamedGold {
  id: string;
  /** Accepted names of the system that the abstract introduces; empty where it introduces none. */
  system: readonly string[];
  /** Names over which readers differ: such documents are skipped. */
  borderline: readonly string[];
}

/**
 * Introduced systems, the first predicted name of a document against its accepted names, case-insensitive.
 * Precision over documents with a prediction, recall over documents with a system.
 */
export function scoreNamed(gold: readonly NamedGold[], names: ReadonlyMap<string, readonly string[]>): Rates {
  let hits = 0;
  let predicted = 0;
  let wanted = 0;
  for (const { id, system, borderline } of gold) {
    if (borderline.length > 0) continue;
    const first = names.get(id)?.[0]?.toLowerCase();
    if (system.length > 0) wanted++;
    if (first) predicted++;
    if (first && system.some((name) => name.toLowerCase() === first)) hits++;
  }
  return joinRates(predicted ? hits / predicted : 0, wanted ? hits / wanted : 0);
}
