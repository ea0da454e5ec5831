import type { ConceptRef, PaperRef } from '../contract.ts';
import { CONCEPT_KINDS, type ConceptKind, paperLabel } from '../schema.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { inParts, integer, number, query, queryByIds, type Row, text, texts } from './rows.ts';
import {
  type Anchor,
  countMentions,
  readConceptOutlines,
  readIds,
  readMemberships,
  readPaperOutlines,
  readPaperWeights,
} from './statements.ts';
import { COARSEST, readThemeOutlines, type ThemeOutline } from './theme-outlines.ts';

interface Placed {
  /** Map position; null until analysed. */
  x: number | null;
  y: number | null;
  /** Id of the theme it belongs to most, of the coarsest level, and of the level below. */
  theme: string | null;
  subTheme: string | null;
}

export interface PaperOutline extends PaperRef, Placed {
  /** Summed salience of its concepts. */
  weight: number;
  authors: readonly string[];
}

export interface ConceptOutline extends ConceptRef, Placed {
  aliases: string[];
  /** 0 to 1: how unsure its theme is; null where it did not shape themes. */
  ambiguity: number | null;
}

/** The whole graph in outline: what search, the map and every reference in an answer need. */
export interface Catalogue {
  /** By id, in id order. */
  readonly papers: ReadonlyMap<string, PaperOutline>;
  readonly concepts: ReadonlyMap<string, ConceptOutline>;
  /** Coarsest first, then largest. */
  readonly themes: ReadonlyMap<string, ThemeOutline>;
  readonly mentions: number;
}

type ReadConfig = Pick<ServerConfig, 'readMs' | 'rowsPerPage'>;

/** Reads the outline of the whole graph, page by page. */
export async function readCatalogue(store: StoreReader, config: ReadConfig): Promise<Catalogue> {
  const themes = await readThemeOutlines(store, config);
  const papers = new Map<string, PaperOutline>();
  /** Each name once, however many papers it is on. */
  const names = new Map<string, string>();
  const once = (name: string): string => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  const readPapers = (ids: string[]) =>
    Promise.all([
      query(store, readPaperOutlines(ids), config),
      query(store, readPaperWeights(ids), config),
      strongestThemes(store, 'Paper', ids, themes, config),
    ]);
  const paperIds = await idsOf(store, 'Paper', config);
  for await (const [rows, weighed, memberships] of inParts(paperIds, config.rowsPerPage, readPapers)) {
    const weights = new Map(weighed.map((row) => [idOf(row), number(row.weight) ?? 0]));
    for (const row of rows) {
      const id = idOf(row);
      papers.set(id, {
        id,
        label: paperLabel({ title: text(row.title), abstract: text(row.opening) }),
        year: integer(row.year),
        venue: text(row.venue),
        x: number(row.x),
        y: number(row.y),
        ...themesOf(memberships, id),
        weight: weights.get(id) ?? 0,
        authors: texts(row.authors).map(once),
      });
    }
  }
  const concepts = new Map<string, ConceptOutline>();
  const readConcepts = (ids: string[]) =>
    Promise.all([
      query(store, readConceptOutlines(ids), config),
      strongestThemes(store, 'Concept', ids, themes, config),
    ]);
  const conceptIds = await idsOf(store, 'Concept', config);
  for await (const [rows, memberships] of inParts(conceptIds, config.rowsPerPage, readConcepts)) {
    for (const row of rows) {
      const id = idOf(row);
      concepts.set(id, {
        id,
        name: text(row.name) ?? id,
        kind: toKind(text(row.kind)),
        paperCount: integer(row.paperCount) ?? 0,
        aliases: texts(row.aliases),
        x: number(row.x),
        y: number(row.y),
        ...themesOf(memberships, id),
        ambiguity: memberships.get(COARSEST)?.get(id)?.ambiguity ?? null,
      });
    }
  }
  const [counted] = await query(store, countMentions(), config);
  return { papers, concepts, themes, mentions: integer(counted?.mentions) ?? 0 };
}

async function idsOf(store: StoreReader, anchor: Anchor, config: ReadConfig): Promise<string[]> {
  return (await query(store, readIds(anchor), config)).map(idOf);
}

interface Membership {
  theme: string;
  share: number;
  ambiguity: number | null;
}

/** By level, then by node id: the theme it belongs to most. */
type Memberships = ReadonlyMap<number, ReadonlyMap<string, Membership>>;

async function strongestThemes(
  store: StoreReader,
  anchor: Anchor,
  ids: readonly string[],
  themes: ReadonlyMap<string, ThemeOutline>,
  config: ReadConfig,
): Promise<Memberships> {
  const levels = new Map<number, Map<string, Membership>>();
  for (const row of await queryByIds(store, (part) => readMemberships(anchor, part), ids, config)) {
    const theme = text(row.theme) ?? '';
    const level = themes.get(theme)?.level;
    if (level === undefined) continue;
    const candidate = { theme, share: number(row.share) ?? 1, ambiguity: number(row.ambiguity) };
    const strongest = levels.get(level) ?? new Map<string, Membership>();
    const current = strongest.get(idOf(row));
    if (!current || isBefore(candidate, current)) levels.set(level, strongest.set(idOf(row), candidate));
  }
  return levels;
}

const isBefore = (a: Membership, b: Membership): boolean =>
  a.share === b.share ? a.theme < b.theme : a.share > b.share;

function themesOf(memberships: Memberships, id: string): Pick<Placed, 'theme' | 'subTheme'> {
  const at = (level: number): string | null => memberships.get(level)?.get(id)?.theme ?? null;
  return { theme: at(COARSEST), subTheme: at(COARSEST + 1) };
}

const idOf = (row: Row): string => text(row.id) ?? '';

export const toKind = (kind: string | null): ConceptKind =>
  CONCEPT_KINDS.find((known) => known === kind) ?? 'Term';

export const paperRef = ({ id, label, year, venue }: PaperOutline): PaperRef => ({ id, label, year, venue });

export const conceptRef = ({ id, name, kind, paperCount }: ConceptOutline): ConceptRef => ({
  id,
  name,
  kind,
  paperCount,
});
