import type { ConceptRef, PaperRef, ThemeSummary } from '../contract.ts';
import { CONCEPT_KINDS, type ConceptKind, paperLabel } from '../schema.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { integer, number, pages, query, queryByIds, type Row, text, texts } from './rows.ts';
import {
  type Anchor,
  countMentions,
  readConceptOutlines,
  readMemberships,
  readPaperOutlines,
  readPaperWeights,
  readThemes,
} from './statements.ts';

interface Placed {
  /** Map position; null until analysed. */
  x: number | null;
  y: number | null;
  /** Id of the theme it belongs to most, of the coarsest level. */
  theme: string | null;
}

export interface PaperOutline extends PaperRef, Placed {
  /** Summed salience of its concepts. */
  weight: number;
}

export interface ConceptOutline extends ConceptRef, Placed {
  aliases: string[];
}

/** The whole graph in outline: what search, the map and every reference in an answer need. */
export interface Catalogue {
  /** By id, in id order. */
  readonly papers: ReadonlyMap<string, PaperOutline>;
  readonly concepts: ReadonlyMap<string, ConceptOutline>;
  /** Coarsest first, then largest. */
  readonly themes: ReadonlyMap<string, ThemeSummary>;
  readonly mentions: number;
}

type ReadConfig = Pick<ServerConfig, 'readMs' | 'rowsPerPage'>;

/** Reads the outline of the whole graph, page by page. */
export async function readCatalogue(store: StoreReader, config: ReadConfig): Promise<Catalogue> {
  const themes = new Map((await query(store, readThemes(), config)).map(toTheme).map((t) => [t.id, t]));
  const papers = new Map<string, PaperOutline>();
  for await (const rows of pages(store, readPaperOutlines, config)) {
    const ids = rows.map(idOf);
    const weights = new Map<string, number>();
    for (const row of await queryByIds(store, readPaperWeights, ids, config)) {
      weights.set(idOf(row), number(row.weight) ?? 0);
    }
    const themeOf = await coarsestThemes(store, 'Paper', ids, themes, config);
    for (const row of rows) {
      const id = idOf(row);
      papers.set(id, {
        id,
        label: paperLabel({ title: text(row.title), abstract: text(row.opening) }),
        year: integer(row.year),
        venue: text(row.venue),
        x: number(row.x),
        y: number(row.y),
        theme: themeOf.get(id) ?? null,
        weight: weights.get(id) ?? 0,
      });
    }
  }
  const concepts = new Map<string, ConceptOutline>();
  for await (const rows of pages(store, readConceptOutlines, config)) {
    const themeOf = await coarsestThemes(store, 'Concept', rows.map(idOf), themes, config);
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
        theme: themeOf.get(id) ?? null,
      });
    }
  }
  const [counted] = await query(store, countMentions(), config);
  return { papers, concepts, themes, mentions: integer(counted?.mentions) ?? 0 };
}

/** Node id to the id of its strongest theme of the lowest level number. */
async function coarsestThemes(
  store: StoreReader,
  anchor: Anchor,
  ids: readonly string[],
  themes: ReadonlyMap<string, ThemeSummary>,
  config: ReadConfig,
): Promise<Map<string, string>> {
  const best = new Map<string, { theme: string; level: number; share: number }>();
  for (const row of await queryByIds(store, (part) => readMemberships(anchor, part), ids, config)) {
    const theme = text(row.theme) ?? '';
    const level = themes.get(theme)?.level;
    if (level === undefined) continue;
    const candidate = { theme, level, share: number(row.share) ?? 1 };
    const current = best.get(idOf(row));
    if (!current || isBefore(candidate, current)) best.set(idOf(row), candidate);
  }
  return new Map([...best].map(([id, { theme }]) => [id, theme]));
}

function isBefore(
  a: { theme: string; level: number; share: number },
  b: { theme: string; level: number; share: number },
): boolean {
  if (a.level !== b.level) return a.level < b.level;
  if (a.share !== b.share) return a.share > b.share;
  return a.theme < b.theme;
}

const idOf = (row: Row): string => text(row.id) ?? '';

const toKind = (kind: string | null): ConceptKind => CONCEPT_KINDS.find((known) => known === kind) ?? 'Term';

function toTheme(row: Row): ThemeSummary {
  return {
    id: idOf(row),
    label: text(row.label) ?? '',
    level: integer(row.level) ?? 0,
    size: integer(row.size) ?? 0,
    paperCount: integer(row.paperCount) ?? 0,
    colour: integer(row.colour) ?? 0,
    topConcepts: texts(row.topConcepts),
  };
}

export const paperRef = ({ id, label, year, venue }: PaperOutline): PaperRef => ({ id, label, year, venue });

export const conceptRef = ({ id, name, kind, paperCount }: ConceptOutline): ConceptRef => ({
  id,
  name,
  kind,
  paperCount,
});
