import {
  CONCEPT_RELATIONS,
  type ConceptRelation,
  decodeRelationSpan,
  decodeSpan,
  type Span,
} from '../schema.ts';
import type { Cell, StoreReader } from '../store/store.ts';
import { type Catalogue, paperRef } from './catalogue.ts';
import type { ServerConfig } from './config.ts';
import { isInside, type PaperText, sentenceKey, spansOf } from './evidence.ts';
import { query, type Row, text, texts } from './rows.ts';
import { readMentionSentences, readPaperTexts, readSharedSpans, readStated } from './statements.ts';
import type { TieType } from './ties.ts';

/** Papers looked at for a sentence that names both concepts. */
const PAPERS_PER_STEP = 400;
/** Texts read for it; more only where what is stored does not fit its paper. */
const TEXTS_PER_STEP = 5;

/** What a paper says of one or both of two things; ids are of the paper and of what is marked. */
export interface Said {
  paper: string;
  sentence: string;
  /** Where they stand in the sentence; never none. */
  marks: { start: number; end: number; node: string }[];
}

/** A place of one of the two. */
type Place = Span & { node: string };

/**
 * The sentences that hold a step together: where the paper names the concept; between two concepts, where a paper
 * states their relation, or names both in one sentence; where none does, the two of one paper that names each
 * somewhere. None where there is none.
 */
export async function stepSentences(
  store: StoreReader,
  catalogue: Pick<Catalogue, 'papers'>,
  [a, b]: readonly [string, string],
  type: TieType,
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Said[]> {
  if (catalogue.papers.has(a)) return mentionSentence(store, a, b, config);
  if (catalogue.papers.has(b)) return mentionSentence(store, b, a, config);
  const relation = CONCEPT_RELATIONS.find((known) => known === type);
  if (relation) {
    const stated =
      (await statedSentence(store, relation, [a, b], config)) ??
      (await statedSentence(store, relation, [b, a], config));
    if (stated) return [stated];
  }
  return sharedSentences(store, [a, b], config);
}

/** With the papers themselves. */
export const withPapers = ({ papers }: Pick<Catalogue, 'papers'>, said: readonly Said[]) =>
  said.flatMap(({ paper: id, ...one }) => {
    const paper = papers.get(id);
    return paper ? { paper: paperRef(paper), ...one } : [];
  });

async function mentionSentence(
  store: StoreReader,
  paper: string,
  concept: string,
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Said[]> {
  const [row] = await query(store, readMentionSentences(paper, concept), config);
  if (!row) return [];
  const words = wordsOf(row);
  const places = abstractFirst(spansOf(row.spans, words).map((span) => ({ ...span, node: concept })));
  return places[0] ? [saidAt(places[0], places, paper, words)] : [];
}

async function statedSentence(
  store: StoreReader,
  relation: ConceptRelation,
  [from, to]: readonly [string, string],
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Said | null> {
  for (const row of await query(store, readStated(relation, from, to), config)) {
    const spans = texts(row.spans);
    for (const [i, paper] of texts(row.papers).slice(0, TEXTS_PER_STEP).entries()) {
      const at = decodeRelationSpan(spans[i] ?? '');
      const words = at && (await readWords(store, paper, config));
      if (!at || !words) continue;
      const places = [
        { ...at, node: from },
        { ...at, start: at.toStart, end: at.toEnd, node: to },
      ];
      if (places.every((place) => isInside(place, words[place.field])))
        return saidAt(places[0]!, places, paper, words);
    }
  }
  return null;
}

/** Papers with a sentence that names both come first, then others that have both. */
async function sharedSentences(
  store: StoreReader,
  [a, b]: readonly [string, string],
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Said[]> {
  const rows = await query(store, readSharedSpans(a, b, PAPERS_PER_STEP), config);
  const papers = rows.map((row) => {
    const [first, second] = [placesOf(row.first, a), placesOf(row.second, b)];
    return { paper: text(row.paper) ?? '', first, second, together: togetherIn(first, second) };
  });
  papers.sort((one, other) => closeness(other.together) - closeness(one.together));
  for (const { paper, ...places } of papers.slice(0, TEXTS_PER_STEP)) {
    const words = await readWords(store, paper, config);
    if (!words) continue;
    const fits = (place: Place): boolean => isInside(place, words[place.field]);
    const [first, second] = [places.first.filter(fits), places.second.filter(fits)];
    const together = togetherIn(first, second);
    const told = together ? [together] : [first[0], second[0]].filter((place) => place !== undefined);
    if (together || told.length === 2)
      return told.map((place) => saidAt(place, [...first, ...second], paper, words));
  }
  return [];
}

/** A place of the first in a sentence that names the second too. */
function togetherIn(first: readonly Place[], second: readonly Place[]): Place | undefined {
  const sentences = new Set(second.map(sentenceKey));
  return first.find((place) => sentences.has(sentenceKey(place)));
}

const closeness = (together: Place | undefined): number =>
  together === undefined ? 0 : together.field === 'title' ? 1 : 2;

const placesOf = (spans: Cell | undefined, node: string): Place[] =>
  abstractFirst(texts(spans).flatMap((span) => ({ ...(decodeSpan(span) ?? NOWHERE), node })));

/** Fits no text. */
const NOWHERE: Span = { field: 'title', start: 0, end: 0, sentenceStart: 0, sentenceEnd: 0 };

/** A sentence says more than a title. */
const abstractFirst = (places: readonly Place[]): Place[] =>
  [...places].sort((one, other) =>
    one.field === other.field ? one.start - other.start : one.field === 'abstract' ? -1 : 1,
  );

/** The sentence in which the place is, with all of the places that it has. */
function saidAt(at: Place, places: readonly Place[], paper: string, words: PaperText): Said {
  const { sentenceStart, sentenceEnd } = at;
  const inIt = places.filter((place) => sentenceKey(place) === sentenceKey(at));
  return {
    paper,
    sentence: (words[at.field] ?? '').slice(sentenceStart, sentenceEnd),
    marks: inIt
      .map(({ start, end, node }) => ({ start: start - sentenceStart, end: end - sentenceStart, node }))
      .filter(({ start, end }) => start >= 0 && end <= sentenceEnd - sentenceStart),
  };
}

async function readWords(
  store: StoreReader,
  paper: string,
  config: Pick<ServerConfig, 'readMs'>,
): Promise<PaperText | null> {
  const [row] = await query(store, readPaperTexts([paper]), config);
  return row ? wordsOf(row) : null;
}

const wordsOf = (row: Row): PaperText => ({ title: text(row.title), abstract: text(row.abstract) });
