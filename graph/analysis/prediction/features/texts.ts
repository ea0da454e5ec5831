import { type Incidence, incidenceOf, transpose } from '../../incidence.ts';
import { conceptCount } from '../candidates.ts';
import type { FeatureGroup } from '../feature-group.ts';
import type { Snapshot } from '../snapshot.ts';
import { greatest, heaviest, sharedSums, unitRows } from './shared.ts';
import type { KnownWords } from './words.ts';

/** Words in fewer papers, or in a greater share of them, say nothing of a concept. */
const LEAST_PAPERS = 3;
const MOST_SHARE = 0.2;
/** Each concept is told by so many words. */
const WORDS_PER_CONCEPT = 150;
/** And smoothed over so many concepts of like text. */
const ALIKE = 40;
const TINY = 1e-3;

/**
 * Whether the papers of the two use the same words (cosine of log-scaled TF-IDF), and how closely each is tied to
 * concepts whose papers use the words of the other's: `alike` by papers in common that fade with age.
 */
export function textFeatures(snapshot: Snapshot, words: KnownWords): FeatureGroup {
  const concepts = conceptCount(snapshot);
  const profiles = unitRows(heaviest(wordProfiles(snapshot, words), WORDS_PER_CONCEPT));
  const cosines = sharedSums(profiles, words.words.size);
  const alike = mostAlike(concepts, cosines);
  const ties = smoothed(snapshot, alike);
  return {
    names: ['textCosine', 'alike'],
    fill: ({ a, others, count }, out) => {
      const cosine = cosines(a, a);
      const smooth = ties(a);
      for (let i = 0; i < count; i++) {
        const b = others[i]!;
        out[0]![i] = cosine[b]!;
        out[1]![i] = Math.log(smooth[b]! + TINY);
      }
    },
  };
}

/** Rows: concepts. Columns: words of their papers, by log(1 + papers with it) ln(N / papers with it). */
function wordProfiles({ byConcept, concepts, years }: Snapshot, words: KnownWords): Incidence {
  const row: number[] = [];
  const column: number[] = [];
  const weight: number[] = [];
  const counts = new Uint32Array(words.words.size);
  for (let concept = 0; concept < concepts.length; concept++) {
    const found: number[] = [];
    for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
      for (const word of words.ofPaper[byConcept.column[i]!]!) {
        if (counts[word] === 0) found.push(word);
        counts[word]! += 1;
      }
    }
    for (const word of found) {
      const papers = words.papers[word]!;
      if (papers >= LEAST_PAPERS && papers <= MOST_SHARE * years.length) {
        row.push(concept);
        column.push(word);
        weight.push(Math.log1p(counts[word]!) * Math.log(years.length / papers));
      }
      counts[word] = 0;
    }
  }
  return incidenceOf(concepts.length, words.words.size, row, column, weight);
}

/** For each concept those of the most similar text, weights summing to 1. */
function mostAlike(concepts: number, cosines: (a: number) => Float64Array): Incidence {
  const row: number[] = [];
  const column: number[] = [];
  const weight: number[] = [];
  for (let a = 0; a < concepts; a++) {
    const cosine = cosines(a);
    cosine[a] = 0;
    const kept = greatest(cosine, ALIKE).filter((b) => cosine[b]! > 0);
    const total = kept.reduce((sum, b) => sum + cosine[b]!, 0);
    for (const b of kept) {
      row.push(a);
      column.push(b);
      weight.push(cosine[b]! / total);
    }
  }
  return incidenceOf(concepts, concepts, row, column, weight);
}

/** How closely each of the two is tied to what is like the other, both ways. */
function smoothed({ ties }: Snapshot, alike: Incidence): (a: number) => Float64Array {
  const concepts = alike.start.length - 1;
  const log = ties.decayedPapers.map((papers) => Math.log1p(papers));
  const likedBy = transpose(alike, concepts);
  const sums = new Float64Array(concepts);
  return (a) => {
    sums.fill(0);
    for (let i = ties.start[a]!; i < ties.start[a + 1]!; i++) {
      const z = ties.other[i]!;
      for (let j = likedBy.start[z]!; j < likedBy.start[z + 1]!; j++) {
        sums[likedBy.column[j]!]! += log[i]! * likedBy.weight[j]!;
      }
    }
    for (let i = alike.start[a]!; i < alike.start[a + 1]!; i++) {
      const k = alike.column[i]!;
      for (let j = ties.start[k]!; j < ties.start[k + 1]!; j++) {
        sums[ties.other[j]!]! += alike.weight[i]! * log[j]!;
      }
    }
    return sums;
  };
}
