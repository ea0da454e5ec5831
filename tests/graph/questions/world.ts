import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { CONCEPT_KINDS, type ConceptKind, encodeSpan, ROLES, type Role } from '../../../graph/schema.ts';
import type { Statement, StoreWriter, Value } from '../../../graph/store/store.ts';

/** A small literature made by a seed, held as plain sets, so that answers can be computed without any query. */

export interface WorldConcept {
  id: string;
  name: string;
  alias: string;
  kind: ConceptKind;
}
export interface WorldPaper {
  id: string;
  title: string;
  abstract: string;
  year: number | null;
  venue: string | null;
  authors: number[];
  /** By number of the concept. */
  mentions: Map<number, { role: Role; count: number }>;
  /** Concepts that only its words name: no mention was found there. */
  wordsOnly: Set<number>;
}
export interface World {
  concepts: WorldConcept[];
  papers: WorldPaper[];
  authors: string[];
  venues: string[];
}

/** What questions call them. */
export const KINDS: readonly (readonly [string, ConceptKind])[] = [
  ['methods', 'Method'],
  ['tasks', 'Task'],
  ['datasets', 'Dataset'],
  ['metrics', 'Metric'],
  ['models', 'Model'],
];

export type Dice = (most: number) => number;

export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  return (most) => uniformInt(generator, 0, most - 1);
}

const SYLLABLES = 'bra cle dro fir glu hax jor kel lim mox nur pra quo ris sto tur vel wix yor zan'.split(
  ' ',
);
const SIZES = { concepts: 36, papers: 90, authors: 12 } as const;
const VENUES = ['Bragon Letters', 'Velmox Letters', 'Wixtur Letters'];

export function makeWorld(seed: number): World {
  const roll = dice(seed);
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)]!;
  const used = new Set<string>();
  const word = (): string => {
    for (;;) {
      const made = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
      if (!used.has(made) && used.add(made)) return made;
    }
  };
  const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
  const concepts = Array.from({ length: SIZES.concepts }, (_, i): WorldConcept => {
    const name = i % 3 === 0 ? capital(word()) : `${word()} ${word()}`;
    return {
      id: `c${i}`,
      name,
      alias: `${word()} ${word()}`,
      kind: CONCEPT_KINDS[i % CONCEPT_KINDS.length]!,
    };
  });
  const authors = Array.from({ length: SIZES.authors }, () => `${capital(word())} ${capital(word())}`);
  const papers = Array.from({ length: SIZES.papers }, (_, i): WorldPaper => {
    const mentions: WorldPaper['mentions'] = new Map();
    const wordsOnly = new Set<number>();
    for (let n = roll(7); n >= 0; n--) {
      const concept = Math.min(roll(SIZES.concepts), roll(SIZES.concepts));
      if (roll(8) === 0) wordsOnly.add(concept);
      else mentions.set(concept, { role: pick(ROLES), count: 1 + Math.floor(roll(4) / 3) });
    }
    for (const concept of mentions.keys()) wordsOnly.delete(concept);
    const named = [...mentions.keys(), ...wordsOnly];
    return {
      id: `p${String(i).padStart(3, '0')}`,
      title: `Note ${word()} ${i}`,
      abstract: named
        .map((n) => `Here stands ${roll(2) ? concepts[n]!.name : concepts[n]!.alias}.`)
        .join(' '),
      year: roll(10) === 0 ? null : 2001 + roll(12),
      venue: roll(8) === 0 ? null : pick(VENUES),
      authors: [...new Set([roll(SIZES.authors), roll(SIZES.authors)])],
      mentions,
      wordsOnly,
    };
  });
  return { concepts, papers, authors, venues: VENUES };
}

export async function writeWorld(store: StoreWriter, { concepts, papers, authors }: World): Promise<void> {
  await store.prepare();
  const rows = (text: string, items: Value[]): Statement => ({ text, parameters: { items } });
  const spanIn = (paper: WorldPaper, n: number): string => {
    const names = [concepts[n]!.name, concepts[n]!.alias];
    const name = names.find((each) => paper.abstract.includes(each))!;
    const start = paper.abstract.indexOf(name);
    const sentenceStart = start - 'Here stands '.length;
    const end = start + name.length;
    return encodeSpan({ field: 'abstract', start, end, sentenceStart, sentenceEnd: end + 1 });
  };
  const mentions = papers.flatMap((paper) =>
    [...paper.mentions].map(([n, { role, count }]) => ({
      paper: paper.id,
      concept: concepts[n]!.id,
      role,
      count,
      spans: [spanIn(paper, n)],
    })),
  );
  const countOf = (id: string): number => mentions.filter(({ concept }) => concept === id).length;
  await store.write([
    ...CONCEPT_KINDS.map((kind) =>
      rows(
        `UNWIND $items AS i CREATE (:Concept:${kind} {id: i.id, name: i.name, kind: i.kind, aliases: [i.alias], aliasReasons: ['said'], paperCount: i.papers})`,
        concepts.filter((one) => one.kind === kind).map((one) => ({ ...one, papers: countOf(one.id) })),
      ),
    ),
    rows(
      `UNWIND $items AS i CREATE (:Paper {id: i.id, title: i.title, abstract: i.abstract, year: i.year, venue: i.venue, sources: [i.source]})`,
      papers.map(({ id, title, abstract, year, venue }, i) => ({
        id,
        title,
        abstract,
        year,
        venue,
        source: `world.txt#${i + 1}`,
      })),
    ),
    rows(
      'UNWIND $items AS i CREATE (:Author {id: i.id, name: i.name})',
      authors.map((name, i) => ({ id: `a${i}`, name })),
    ),
  ]);
  await store.write([
    rows(
      `UNWIND $items AS i MATCH (p:Paper {id: i.paper}) MATCH (c:Concept {id: i.concept})
       CREATE (p)-[:MENTIONS {count: i.count, salience: 0.5, role: i.role, spans: i.spans, extractor: 'world'}]->(c)`,
      mentions,
    ),
    rows(
      'UNWIND $items AS i MATCH (p:Paper {id: i.paper}) MATCH (c:Concept {id: i.concept}) CREATE (p)-[:INTRODUCES {spans: i.spans}]->(c)',
      mentions
        .filter(({ role }) => role === 'introduces')
        .map(({ paper, concept, spans }) => ({ paper, concept, spans })),
    ),
    rows(
      'UNWIND $items AS i MATCH (a:Author {id: i.author}) MATCH (p:Paper {id: i.paper}) CREATE (a)-[:WROTE {position: i.position}]->(p)',
      papers.flatMap((paper) =>
        paper.authors.map((n, position) => ({ author: `a${n}`, paper: paper.id, position })),
      ),
    ),
  ]);
}
