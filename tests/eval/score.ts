import { cutCodePoints, sliceCodePoints } from './code-points.ts';
import { addCounts, countSets, emptyCounts, joinRates, type Rates, ratesOf } from './counts.ts';
import type { MarkedSpan } from './gold.ts';
import { type RankedPhrases, rankByFrequency, scoreKeyphrases } from './keyphrases.ts';
import { GENERIC, isTypedKind, mapKind, TYPED_KINDS } from './kinds.ts';
import { locatePhrases } from './locate.ts';
import { normaliseTerms } from './normalise.ts';
import { drawLinks } from './shared-links.ts';
import { countExact, countOverlaps, countSoft, countTyped, type TypedSpan } from './spans.ts';

/** A document as marked by hand; `entities` or `keyphrases` may be empty. Offsets in code points. */
export interface ScoredGold {
  id: string;
  text: string;
  entities: readonly MarkedSpan[];
  keyphrases: readonly string[];
}

/** Without `entities`, spans are found by looking for the keyphrases in the text. */
export interface Prediction {
  id: string;
  entities?: readonly TypedSpan[];
  /** Best first. */
  keyphrases?: readonly string[];
}

/** What the reference scorer reports, under the same definitions. `null` where the gold lacks it. */
export interface Scores {
  documents: number;
  missing: number;
  exact: Rates | null;
  partial: Rates | null;
  soft: Rates | null;
  /** Four kinds; Dataset counts as Material. */
  typed: Rates | null;
  typedEach: Record<string, Rates>;
  /** Every kind, Generic too. */
  typedAll: Rates | null;
  terms: Rates;
  /** Mean over documents of the F1 of their terms. */
  termsMacroF1: number;
  shared: Rates;
  goldLinks: number;
  keyphrasesAt5: Rates | null;
  keyphrasesAt10: Rates | null;
  presentAt5: Rates | null;
  presentAt10: Rates | null;
}

/** `top` cuts the keyphrases that stand in for entities. */
export function scorePredictions(
  gold: readonly ScoredGold[],
  predictions: readonly Prediction[],
  { top }: { top?: number } = {},
): Scores {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const hasEntities = gold.some(({ entities }) => entities.length > 0);
  const hasKeyphrases = gold.some(({ keyphrases }) => keyphrases.length > 0);
  const sums = {
    exact: emptyCounts(),
    soft: emptyCounts(),
    typed: emptyCounts(),
    typedAll: emptyCounts(),
    terms: emptyCounts(),
  };
  const each = new Map(TYPED_KINDS.map((kind) => [kind as string, emptyCounts()]));
  const touch = { predictedHits: 0, predicted: 0, goldHits: 0, gold: 0 };
  const goldTerms: { id: string; terms: Set<string> }[] = [];
  const ourTerms: { id: string; terms: Set<string> }[] = [];
  const phrases: RankedPhrases[] = [];
  let macro = 0;

  for (const { id, text, entities, keyphrases } of gold) {
    const points = cutCodePoints(text);
    const surface = ({ start, end }: TypedSpan): string => sliceCodePoints(points, start, end);
    const prediction = byId.get(id);
    const ranked = prediction?.keyphrases ?? [];
    const all: readonly TypedSpan[] = prediction?.entities ?? locatePhrases(text, ranked.slice(0, top));
    const ours = all.filter(({ type }) => type !== GENERIC);
    const theirs = entities.filter(({ type }) => type !== GENERIC);
    if (hasEntities) {
      addCounts(sums.exact, countExact(ours, theirs));
      addCounts(sums.soft, countSoft(ours, theirs));
      const touching = countOverlaps(ours, theirs);
      touch.predictedHits += touching.predictedHits;
      touch.predicted += touching.predicted;
      touch.goldHits += touching.goldHits;
      touch.gold += touching.gold;
      const ourKinds = all.map((span) => ({ ...span, type: mapKind(span.type) }));
      const goldKinds = entities.map((span) => ({ ...span, type: mapKind(span.type) }));
      addCounts(sums.typedAll, countTyped(ourKinds, goldKinds));
      addCounts(sums.typed, countTyped(ourKinds.filter(hasTypedKind), goldKinds.filter(hasTypedKind)));
      for (const [kind, counts] of each) {
        const isKind = ({ type }: { type: string }): boolean => type === kind;
        addCounts(counts, countTyped(ourKinds.filter(isKind), goldKinds.filter(isKind)));
      }
    }
    const wanted = normaliseTerms(hasEntities ? theirs.map(surface) : keyphrases);
    const found = normaliseTerms(prediction?.entities ? ours.map(surface) : ranked.slice(0, top));
    goldTerms.push({ id, terms: wanted });
    ourTerms.push({ id, terms: found });
    const hits = countSets(found, wanted);
    addCounts(sums.terms, hits);
    macro += wanted.size || found.size ? ratesOf(hits).f1 : 100;
    if (hasKeyphrases) {
      phrases.push({ text, ranked: ranked.length ? ranked : rankByFrequency(points, all), gold: keyphrases });
    }
  }

  const links = drawLinks(goldTerms);
  const share = (hits: number, of: number): number => (of ? hits / of : 0);
  const ifMarked = (rates: Rates): Rates | null => (hasEntities ? rates : null);
  const keyphrasesAt = (cut: number, presentOnly: boolean): Rates | null =>
    hasKeyphrases ? scoreKeyphrases(phrases, cut, presentOnly) : null;
  return {
    documents: gold.length,
    missing: gold.filter(({ id }) => !byId.has(id)).length,
    exact: ifMarked(ratesOf(sums.exact)),
    partial: ifMarked(
      joinRates(share(touch.predictedHits, touch.predicted), share(touch.goldHits, touch.gold)),
    ),
    soft: ifMarked(ratesOf(sums.soft)),
    typed: ifMarked(ratesOf(sums.typed)),
    typedEach: Object.fromEntries(
      [...each].filter(([, counts]) => counts.gold).map(([kind, counts]) => [kind, ratesOf(counts)]),
    ),
    typedAll: ifMarked(ratesOf(sums.typedAll)),
    terms: ratesOf(sums.terms),
    termsMacroF1: gold.length ? macro / gold.length : 0,
    shared: ratesOf(countSets(drawLinks(ourTerms), links)),
    goldLinks: links.size,
    keyphrasesAt5: keyphrasesAt(5, false),
    keyphrasesAt10: keyphrasesAt(10, false),
    presentAt5: keyphrasesAt(5, true),
    presentAt10: keyphrasesAt(10, true),
  };
}

function hasTypedKind({ type }: { type: string }): boolean {
  return isTypedKind(type);
}
