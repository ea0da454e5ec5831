import type { MappedTheme } from '../contract.ts';
import { QUADRANTS } from '../schema.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { integer, number, query, type Row, text, texts } from './rows.ts';
import { readThemeParents, readThemes } from './statements.ts';

/** Regions of the map are the themes of this level; the next one divides them. */
export const COARSEST = 0;

export interface ThemeOutline extends MappedTheme {
  /** Map position; null until analysed. */
  x: number | null;
  y: number | null;
}

/** All themes by id, coarsest first, then largest. What an older store doesn't tell is null. */
export async function readThemeOutlines(
  store: StoreReader,
  config: Pick<ServerConfig, 'readMs'>,
): Promise<Map<string, ThemeOutline>> {
  const [themes, parts] = await Promise.all([
    query(store, readThemes(), config),
    query(store, readThemeParents(), config),
  ]);
  const parents = new Map(parts.map((row) => [text(row.theme), text(row.parent)]));
  return new Map(themes.map((row) => toTheme(row, parents)).map((theme) => [theme.id, theme]));
}

function toTheme(row: Row, parents: ReadonlyMap<string | null, string | null>): ThemeOutline {
  const id = text(row.id) ?? '';
  const label = text(row.label) ?? '';
  return {
    id,
    label,
    level: integer(row.level) ?? COARSEST,
    size: integer(row.size) ?? 0,
    paperCount: integer(row.paperCount) ?? 0,
    colour: integer(row.colour) ?? 0,
    topConcepts: texts(row.topConcepts),
    parent: parents.get(id) ?? null,
    ownLabel: text(row.ownLabel) ?? label,
    stability: number(row.stability),
    otherStability: number(row.otherStability),
    centrality: number(row.centrality),
    density: number(row.density),
    quadrant: QUADRANTS.find((known) => known === row.quadrant) ?? null,
    x: number(row.x),
    y: number(row.y),
  };
}
