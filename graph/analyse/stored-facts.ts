import type { Algorithm, FindingProperties, GapProperties, ThemeProperties } from '../schema.ts';
import type { Cell, ReadOptions, StoreReader } from '../store/store.ts';
import type { LinkRow } from './derived-facts.ts';
import { GAPS, SUB_THEMES, THEMES } from './row-kinds.ts';
import { readAnalysisSettings, readFindings, readJudgements } from './statements.ts';
import type { RowKind } from './stored-rows.ts';

/** What the last analysis found, as it stands in the store. */
export interface StoredFacts {
  /** Themes before sub-themes, each by size. */
  themes: ThemeProperties[];
  subThemes: LinkRow[];
  /** By kind, then rank. */
  gaps: GapProperties[];
  findings: FindingProperties[];
  run: { modularity: number; resolution: number; seed: number; algorithm: Algorithm } | null;
}

export interface StoredJudgement {
  id: string;
  verdict: string | null;
  note: string;
}

/** Reads what an analysis wrote. Nothing but empty lists where there was none. */
export async function readStoredFacts(store: StoreReader, options: ReadOptions = {}): Promise<StoredFacts> {
  const themes = await rows<ThemeProperties>(store, THEMES, options);
  const subThemes = await rows<LinkRow>(store, SUB_THEMES, options);
  const gaps = await rows<GapProperties>(store, GAPS, options);
  const found = await store.read(readFindings(), options);
  const run = await store.read(readAnalysisSettings(), options);
  const [modularity, resolution, seed, algorithm] = run.rows[0] ?? [];
  return {
    themes: themes.sort((a, b) => a.level - b.level || b.size - a.size || (a.id < b.id ? -1 : 1)),
    subThemes,
    gaps: gaps.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.rank - b.rank)),
    findings: found.rows.map(([id, json]) => ({ id: String(id), json: String(json) })),
    run:
      typeof modularity === 'number'
        ? {
            modularity,
            resolution: Number(resolution),
            seed: Number(seed),
            algorithm: algorithm === 'leiden' ? 'leiden' : 'louvain',
          }
        : null,
  };
}

/** What people said of gaps, by the gap's id. */
export async function readStoredJudgements(store: StoreReader): Promise<Map<string, StoredJudgement>> {
  const { rows } = await store.read(readJudgements());
  return new Map(
    rows.map(([id, verdict, note]) => [
      String(id),
      { id: String(id), verdict: text(verdict), note: text(note) ?? '' },
    ]),
  );
}

async function rows<Row>(store: StoreReader, kind: RowKind, options: ReadOptions): Promise<Row[]> {
  const { rows } = await store.read(kind.read([]), options);
  return rows.map(
    (cells) => Object.fromEntries(kind.columns.map((column, i) => [column, cells[i] ?? null])) as Row,
  );
}

const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);
