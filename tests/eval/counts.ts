export interface Counts {
  hits: number;
  predicted: number;
  gold: number;
}

/** In percent, 0 to 100. */
export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

export function emptyCounts(): Counts {
  return { hits: 0, predicted: 0, gold: 0 };
}

export function addCounts(sum: Counts, more: Counts): void {
  sum.hits += more.hits;
  sum.predicted += more.predicted;
  sum.gold += more.gold;
}

/** Sets of keys: a hit is a key in both. */
export function countSets<Key>(predicted: ReadonlySet<Key>, gold: ReadonlySet<Key>): Counts {
  let hits = 0;
  for (const key of predicted) if (gold.has(key)) hits++;
  return { hits, predicted: predicted.size, gold: gold.size };
}

export function ratesOf({ hits, predicted, gold }: Counts): Rates {
  return joinRates(predicted ? hits / predicted : 0, gold ? hits / gold : 0);
}

/** From precision and recall as shares, 0 to 1. */
export function joinRates(precision: number, recall: number): Rates {
  const sum = precision + recall;
  return {
    precision: 100 * precision,
    recall: 100 * recall,
    f1: sum ? (200 * precision * recall) / sum : 0,
  };
}
