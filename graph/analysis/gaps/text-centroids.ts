import { isGenericName } from '../generic-words.ts';
import { rowLength } from '../incidence.ts';
import type { Literature } from '../literature.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';
import type { ThemeMembership } from '../theme-membership.ts';

export interface TextCentroidSettings {
  /** Words in fewer papers say nothing of a theme. */
  minPapers: number;
  /** Nor do words in a greater share of all papers. 0 to 1. */
  maxPaperShare: number;
  /** Of the words left, so many of the most papers; bounds memory. */
  maxWords: number;
}

export const DEFAULT_TEXT_CENTROIDS: TextCentroidSettings = {
  minPapers: 3,
  maxPaperShare: 0.25,
  maxWords: 20_000,
};

/** The mean text of each theme, as unit vectors of words. */
export interface TextCentroids {
  readonly words: readonly string[];
  /** One for each theme: a weight for each word. All 0 for a theme without text. */
  readonly vectors: readonly Float32Array[];
  /** Mean of `vectors`. */
  readonly mean: Float32Array;
  /** For each word 1 where a concept of several papers has it in its name, so that a reader learns from it. */
  readonly telling: Uint8Array;
}

/**
 * TF-IDF centroids of the themes' papers: of each title and abstract the vector of (1 + ln tf) ln(N / df),
 * scaled to length 1, counts for the paper's strongest theme, by its share. For that one only: a paper of two
 * themes would make their texts alike and tie their concepts at once.
 */
export function textCentroids(
  { graph, papers }: Literature,
  membership: ThemeMembership,
  themes: number,
  settings: TextCentroidSettings = DEFAULT_TEXT_CENTROIDS,
): TextCentroids {
  const { texts, names, paperCounts } = readTexts(papers.map(textOf));
  const word = chooseWords(names, paperCounts, papers.length, settings);
  const idf = Float64Array.from(word.chosen, (id) => Math.log(papers.length / paperCounts[id]!));
  const vectors = Array.from({ length: themes }, () => new Float32Array(word.chosen.length));
  const counts = new Map<number, number>();
  texts.forEach((text, paper) => {
    const strongest = membership.ofPaper[paper]?.[0];
    if (!strongest) return;
    counts.clear();
    for (const id of text) {
      const at = word.place[id]!;
      if (at >= 0) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    let squares = 0;
    for (const [at, count] of counts) squares += ((1 + Math.log(count)) * idf[at]!) ** 2;
    if (squares === 0) return;
    const scale = strongest.share / Math.sqrt(squares);
    const vector = vectors[strongest.theme]!;
    for (const [at, count] of counts) vector[at]! += (1 + Math.log(count)) * idf[at]! * scale;
  });
  for (const vector of vectors) toUnitLength(vector);
  const words = word.chosen.map((id) => names[id]!);
  return { words, vectors, mean: meanOf(vectors, words.length), telling: tellingWords(graph, words) };
}

/** Cosine of the texts of two themes, 0 to 1; 0 where one has no text. */
export function relatedness({ vectors }: TextCentroids, a: number, b: number): number {
  const [one, other] = [vectors[a]!, vectors[b]!];
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return Math.min(1, sum);
}

/**
 * The telling words that two texts have in common: of those that both use more than the mean of all themes
 * does, the ones with the greatest product of what is above it.
 */
export function sharedWords(centroids: TextCentroids, a: number, b: number, most: number): string[] {
  const { words, vectors, mean, telling } = centroids;
  const [one, other] = [vectors[a]!, vectors[b]!];
  const above = (word: number): number =>
    Math.max(0, one[word]! - mean[word]!) * Math.max(0, other[word]! - mean[word]!);
  const shared = words.flatMap((_, i) => (telling[i] === 1 && above(i) > 0 ? [i] : []));
  shared.sort((i, j) => above(j) - above(i) || i - j);
  return shared.slice(0, most).map((i) => words[i]!);
}

const SINGULAR_S = new Set(['series', 'species', 'lens', 'bias']);

/** Words of three letters or more, in lower case and in the singular. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).map(singular);
}

function singular(word: string): string {
  if (!word.endsWith('s') || word.length < 4 || SINGULAR_S.has(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return /[siu]s$/.test(word) ? word : word.slice(0, -1);
}

const textOf = ({ title, abstract }: Literature['papers'][number]): string =>
  `${title ?? ''} ${abstract ?? ''}`;

/** Words by number, so that a corpus is a few million integers. */
function readTexts(raw: readonly string[]): { texts: Uint32Array[]; names: string[]; paperCounts: number[] } {
  const ids = new Map<string, number>();
  const names: string[] = [];
  const paperCounts: number[] = [];
  const lastPaper: number[] = [];
  const texts = raw.map((text, paper) =>
    Uint32Array.from(wordsOf(text), (name) => {
      let id = ids.get(name);
      if (id === undefined) {
        id = names.push(name) - 1;
        ids.set(name, id);
        paperCounts.push(0);
        lastPaper.push(-1);
      }
      if (lastPaper[id] !== paper) paperCounts[id]! += 1;
      lastPaper[id] = paper;
      return id;
    }),
  );
  return { texts, names, paperCounts };
}

/** In alphabetic order; `place` gives each word's index in `chosen`, -1 for one left out. */
function chooseWords(
  names: readonly string[],
  paperCounts: readonly number[],
  papers: number,
  settings: TextCentroidSettings,
): { chosen: number[]; place: Int32Array } {
  const byName = (a: number, b: number): number => (names[a]! < names[b]! ? -1 : 1);
  const allowed = names.flatMap((_, id) => {
    const count = paperCounts[id]!;
    return count >= settings.minPapers && count <= settings.maxPaperShare * papers ? [id] : [];
  });
  allowed.sort((a, b) => paperCounts[b]! - paperCounts[a]! || byName(a, b));
  const chosen = allowed.slice(0, settings.maxWords).sort(byName);
  const place = new Int32Array(names.length).fill(-1);
  chosen.forEach((id, at) => {
    place[id] = at;
  });
  return { chosen, place };
}

function toUnitLength(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value ** 2;
  if (squares === 0) return;
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
}

function meanOf(vectors: readonly Float32Array[], words: number): Float32Array {
  const mean = new Float32Array(words);
  for (const vector of vectors) for (let i = 0; i < words; i++) mean[i]! += vector[i]! / vectors.length;
  return mean;
}

const NAMED_IN_PAPERS = 2;

function tellingWords({ concepts, byConcept }: PaperConceptGraph, words: readonly string[]): Uint8Array {
  const named = new Set<string>();
  concepts.forEach(({ name }, concept) => {
    if (rowLength(byConcept, concept) < NAMED_IN_PAPERS) return;
    for (const word of wordsOf(name)) named.add(word);
  });
  return Uint8Array.from(words, (word) => (named.has(word) && !isGenericName([word]) ? 1 : 0));
}
