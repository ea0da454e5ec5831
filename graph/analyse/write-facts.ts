import type { ReadOptions, StoreWriter } from '../store/store.ts';
import type { DerivedFacts } from './derived-facts.ts';
import {
  between,
  CO_OCCURS,
  FINDINGS,
  GAP_ENDS,
  GAPS,
  inTheme,
  placed,
  SHARES,
  SUB_THEMES,
  THEMES,
} from './row-kinds.ts';
import type { Row } from './statements.ts';
import { type Difference, difference, type RowKind, type SyncSettings, writeRows } from './stored-rows.ts';

export interface WriteHooks {
  /** Called before the first row is written, and only if there is one. */
  begin: () => Promise<void>;
  progress: (done: number, total: number) => void;
  /** How many kinds of rows have been compared with the store. */
  compared: (done: number, total: number) => void;
  options: ReadOptions;
}

/**
 * Makes the store hold exactly these facts by writing only what differs, so that a second run writes nothing
 * and one that was killed is finished by the next. What is stale goes first; themes come before what hangs on
 * them. Returns how many rows were written or deleted.
 */
export async function writeFacts(
  store: StoreWriter,
  facts: DerivedFacts,
  settings: SyncSettings,
  { begin, progress, compared, options }: WriteHooks,
): Promise<number> {
  const papers = facts.papers.map(({ id }) => id);
  const concepts = facts.concepts.map(({ id }) => id);
  const parts: { kind: RowKind; wanted: readonly object[]; ids: string[] | null }[] = [
    { kind: THEMES, wanted: facts.themes, ids: null },
    { kind: SUB_THEMES, wanted: facts.subThemes, ids: null },
    { kind: GAPS, wanted: facts.gaps, ids: null },
    ...GAP_ENDS.map((label) => ({
      kind: between(label),
      wanted: facts.between.filter((row) => row.label === label),
      ids: null,
    })),
    { kind: FINDINGS, wanted: facts.findings, ids: null },
    { kind: inTheme('Paper'), wanted: facts.papersInTheme, ids: papers },
    { kind: inTheme('Concept'), wanted: facts.conceptsInTheme, ids: concepts },
    { kind: CO_OCCURS, wanted: facts.coOccurs, ids: concepts },
    { kind: SHARES, wanted: facts.shares, ids: papers },
    { kind: placed('Paper'), wanted: facts.papers, ids: papers },
    { kind: placed('Concept'), wanted: facts.concepts, ids: concepts },
  ];
  const changes: { kind: RowKind; rows: Difference }[] = [];
  for (const [i, { kind, wanted, ids }] of parts.entries()) {
    compared(i, parts.length);
    changes.push({ kind, rows: await difference(store, kind, wanted as Row[], ids, settings, options) });
  }
  compared(parts.length, parts.length);
  const total = changes.reduce((sum, { rows }) => sum + rows.write.length + rows.delete.length, 0);
  if (total === 0) return 0;
  await begin();
  let done = 0;
  const wrote = (rows: number) => {
    done += rows;
    progress(done, total);
  };
  for (const { kind, rows } of changes) {
    if (kind.delete) await writeRows(store, rows.delete, kind.delete, settings, wrote, options);
  }
  // A server may be asked twice for what it has done.
  const mayCreate = store.kind === 'embedded';
  for (const { kind, rows } of changes) {
    const write = (mayCreate && rows.isFirst && kind.create) || kind.write;
    await writeRows(store, rows.write, write, settings, wrote, options);
  }
  return total;
}
