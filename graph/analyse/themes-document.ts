import type { Algorithm, ThemeProperties } from '../schema.ts';
import type { Agreement, Findings, LinkRow } from './derived-facts.ts';
import type { ThemeChange } from './theme-memory.ts';

/** What the analysis found out about the themes as a whole, as the finding `themes` holds it. */
export interface ThemesFinding {
  agreement: Agreement[];
  leftOut: Findings['leftOut'] | null;
  changes: ThemeChange[];
  medians: { centrality: number; density: number } | null;
}

/** Themes as other programs may rely on them (docs/cli.md). */
export interface ThemesDocument extends ThemesFinding {
  themes: (Omit<ThemeProperties, 'x' | 'y' | 'colour'> & { parent: string | null })[];
  modularity: number | null;
  resolution: number | null;
  seed: number | null;
  algorithm: Algorithm | null;
}

interface Facts {
  themes: readonly ThemeProperties[];
  subThemes: readonly LinkRow[];
  findings: readonly { id: string; json: string }[];
  run: Pick<ThemesDocument, 'modularity' | 'resolution' | 'seed' | 'algorithm'> | null;
}

export const THEMES_FINDING = 'themes';

export function themesDocument({ themes, subThemes, findings, run }: Facts): ThemesDocument {
  const parents = new Map(subThemes.map(({ source, target }) => [source, target]));
  const json = findings.find(({ id }) => id === THEMES_FINDING)?.json;
  const found = json === undefined ? NOTHING : (JSON.parse(json) as ThemesFinding);
  return {
    ...(run ?? { modularity: null, resolution: null, seed: null, algorithm: null }),
    themes: themes.map(({ x: _, y: __, colour: ___, ...theme }) => ({
      ...theme,
      parent: parents.get(theme.id) ?? null,
    })),
    ...found,
  };
}

const NOTHING: ThemesFinding = { agreement: [], leftOut: null, changes: [], medians: null };
