import {
  CONCEPT_KINDS,
  CONCEPT_RELATIONS,
  type ConceptKind,
  type ConceptRelation,
  type Span,
} from '../../../graph/schema.ts';
import type { AnalysedField } from '../analysed-field.ts';
import type { Acronym, Extraction, Introduction, Relation } from '../extractor.ts';
import { roleOf } from '../roles.ts';
import type { Answer } from './answer.ts';
import { bareSurface, findOccurrences, longestFirst, type Occurrence } from './occurrences.ts';

/**
 * Raised with every change of what becomes of an answer: its checks, places and roles. What was checked otherwise is
 * another extractor's.
 */
export const CHECK_VERSION = 1;

/** What models of today get right of a checked span, and of a relation that they state: a cautious guess. */
const CONFIDENCE = { mention: 0.9, relation: 0.8 } as const;
/** Most mentions of one document; a text of 20,000 characters has fewer. */
const MAX_MENTIONS = 2000;

/** What of an answer was not used. */
export interface Dropped {
  /** Surfaces, names and pairs that the text does not have. */
  invented: number;
  /** Kinds and relation types that there are not. */
  unknownKind: number;
  /** Relations between what are no two accepted mentions of one sentence. */
  relations: number;
  malformed: number;
}

export interface CheckedAnswer {
  extraction: Extraction;
  dropped: Dropped;
}

interface Place extends Occurrence {
  kind: ConceptKind;
}

function named<T extends string>(known: readonly T[], text: string): T | null {
  const wanted = text.toLowerCase().replace(/[\s-]+/g, '_');
  return known.find((one) => one.toLowerCase() === wanted) ?? null;
}

const spanOf = ({ field, start, end, sentenceStart, sentenceEnd }: Occurrence): Span => ({
  field,
  start,
  end,
  sentenceStart,
  sentenceEnd,
});

const nameKey = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ');

/** Makes an extraction of what an answer says truly of the text, and counts the rest. */
export function checkAnswer(id: string, fields: readonly AnalysedField[], answer: Answer): CheckedAnswer {
  const dropped: Dropped = { invented: 0, unknownKind: 0, relations: 0, malformed: answer.malformed };
  const introduced = introductionsIn(fields, answer, dropped);
  const places = longestFirst([...introduced.places, ...placesOf(fields, answer, dropped)]).slice(
    0,
    MAX_MENTIONS,
  );
  const own = new Set(
    introduced.introductions.flatMap(({ name, long }) => (long ? [name, long] : [name])).map(nameKey),
  );
  return {
    extraction: {
      id,
      mentions: places.map((place) => ({
        ...spanOf(place),
        surface: place.surface,
        kind: place.kind,
        role: roleOf(
          place.source.text,
          place.sentence,
          own.has(nameKey(place.surface)),
          place.field === 'title',
          place,
        ),
        confidence: CONFIDENCE.mention,
      })),
      acronyms: acronymsIn(fields, answer, dropped),
      introductions: introduced.introductions,
      relations: relationsIn(places, answer, dropped),
    },
    dropped,
  };
}

function placesOf(fields: readonly AnalysedField[], answer: Answer, dropped: Dropped): Place[] {
  const seen = new Set<string>();
  return answer.mentions.flatMap(({ surface, kind: told, occurrence }) => {
    const kind = named(CONCEPT_KINDS, told);
    if (!kind) {
      dropped.unknownKind += 1;
      return [];
    }
    const bare = bareSurface(surface);
    const all = findOccurrences(bare, fields);
    const meant = occurrence ? all.slice(occurrence - 1, occurrence) : all;
    if (meant.length === 0) dropped.invented += 1;
    // The first kind that a place is given stays.
    return meant.flatMap((place) => {
      const key = `${place.field}:${place.start}-${place.end}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...place, kind }];
    });
  });
}

function introductionsIn(
  fields: readonly AnalysedField[],
  answer: Answer,
  dropped: Dropped,
): { introductions: Introduction[]; places: Place[] } {
  const found = new Map<string, Introduction>();
  const places: Place[] = [];
  for (const { name: told, kind: toldKind, long: toldLong } of answer.introduces) {
    const kind = named(CONCEPT_KINDS, toldKind);
    const all = findOccurrences(bareSurface(told), fields);
    // A title rarely says that a name is new; the abstract's first sentence with it mostly does.
    const first = all.find(({ field }) => field === 'abstract') ?? all[0];
    if (!kind) dropped.unknownKind += 1;
    else if (!first) dropped.invented += 1;
    else if (!found.has(nameKey(first.surface))) {
      const long = toldLong ? findOccurrences(bareSurface(toldLong), fields)[0]?.surface : undefined;
      if (toldLong && !long) dropped.invented += 1;
      found.set(nameKey(first.surface), {
        name: first.surface,
        kind,
        long: long && nameKey(long) !== nameKey(first.surface) ? long : null,
        span: spanOf(first),
      });
      places.push(...all.map((place) => ({ ...place, kind })));
    }
  }
  return { introductions: [...found.values()], places };
}

/** Whether the letters of a short form stand in the long form in their order; a plural s and digits are given up. */
function isShortOf(short: string, long: string): boolean {
  const letters = [...short.replace(/s$/u, '').toLowerCase()].filter((letter) => /\p{L}/u.test(letter));
  const low = long.toLowerCase();
  let at = -1;
  for (const letter of letters) {
    at = low.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function acronymsIn(fields: readonly AnalysedField[], answer: Answer, dropped: Dropped): Acronym[] {
  const found = new Map<string, Acronym>();
  for (const { short, long } of answer.acronyms) {
    const shorts = findOccurrences(bareSurface(short), fields);
    const longs = findOccurrences(bareSurface(long), fields);
    const pair = longs.flatMap((one) => {
      const near = shorts.find(({ source, sentence }) => source === one.source && sentence === one.sentence);
      return near ? [{ short: near, long: one }] : [];
    })[0];
    if (!pair || pair.short.surface.length >= pair.long.surface.length || !isShortOf(short, long)) {
      dropped.invented += 1;
      continue;
    }
    const key = `${pair.short.surface}\n${nameKey(pair.long.surface)}`;
    found.set(key, { short: pair.short.surface, long: pair.long.surface, span: spanOf(pair.short) });
  }
  return [...found.values()];
}

function relationsIn(places: readonly Place[], answer: Answer, dropped: Dropped): Relation[] {
  const bySurface = new Map<string, number[]>();
  for (const [index, { surface }] of places.entries()) {
    const key = nameKey(surface);
    bySurface.set(key, [...(bySurface.get(key) ?? []), index]);
  }
  const found = new Map<string, Relation>();
  for (const { from: fromSurface, type: told, to: toSurface } of answer.relations) {
    const type = named<ConceptRelation>(CONCEPT_RELATIONS, told);
    const ends = firstTogether(
      places,
      bySurface.get(nameKey(bareSurface(fromSurface))) ?? [],
      bySurface.get(nameKey(bareSurface(toSurface))) ?? [],
    );
    if (!type) dropped.unknownKind += 1;
    else if (!ends) dropped.relations += 1;
    else found.set(`${type} ${ends.from} ${ends.to}`, { type, ...ends, confidence: CONFIDENCE.relation });
  }
  return [...found.values()];
}

/** The first two mentions of these that stand in one sentence and are not one. */
function firstTogether(
  places: readonly Place[],
  froms: readonly number[],
  tos: readonly number[],
): { from: number; to: number } | null {
  for (const from of froms) {
    const to = tos.find((one) => one !== from && places[one]!.sentence === places[from]!.sentence);
    if (to !== undefined && nameKey(places[to]!.surface) !== nameKey(places[from]!.surface))
      return { from, to };
  }
  return null;
}
