import { type CodePoints, sliceCodePoints } from './code-points.ts';
import { joinRates, type Rates } from './counts.ts';
import { normaliseTerm, normaliseTerms } from './normalise.ts';

/** The phrases of spans, most frequent first, then by first appearance: the scorer's ranking where none is given. */
export function rankByFrequency(
  points: CodePoints,
  spans: readonly { start: number; end: number }[],
): string[] {
  const byTerm = new Map<string, { count: number; start: number; phrase: string }>();
  for (const { start, end } of spans) {
    const phrase = sliceCodePoints(points, start, end);
    const term = normaliseTerm(phrase);
    if (term === '') continue;
    const entry = byTerm.get(term);
    if (entry) entry.count++;
    else byTerm.set(term, { count: 1, start, phrase });
  }
  return [...byTerm.values()]
    .sort((a, b) => b.count - a.count || a.start - b.start)
    .map(({ phrase }) => phrase);
}

export interface RankedPhrases {
  text: string;
  /** Best first. */
  ranked: readonly string[];
  gold: readonly string[];
}

/**
 * Precision, recall and F1 of the first `cut` phrases, stemmed exact match, averaged over the documents that
 * have gold phrases. Short predictions aren't padded. `presentOnly` limits the gold to phrases in the text.
 */
export function scoreKeyphrases(
  documents: readonly RankedPhrases[],
  cut: number,
  presentOnly = false,
): Rates {
  const sum: Rates = { precision: 0, recall: 0, f1: 0 };
  let count = 0;
  for (const { text, ranked, gold } of documents) {
    const inText = ` ${normaliseTerm(text)} `;
    const wanted = [...normaliseTerms(gold)].filter((term) => !presentOnly || inText.includes(` ${term} `));
    if (wanted.length === 0) continue;
    const unique = [...normaliseTerms(ranked)];
    const first = new Set(unique.slice(0, cut));
    const hits = wanted.filter((term) => first.has(term)).length;
    const rates = joinRates(first.size ? hits / first.size : 0, hits / wanted.length);
    sum.precision += rates.precision;
    sum.recall += rates.recall;
    sum.f1 += rates.f1;
    count++;
  }
  const by = Math.max(1, count);
  return { precision: sum.precision / by, recall: sum.recall / by, f1: sum.f1 / by };
}
