/** Statements that were run, the last one first; kept in the browser. */
import { z } from 'zod';
import { create } from 'zustand';
import { BOUNDS, CYPHER_MODES } from '../../graph/contract.ts';
import { newId, readKept, writeKept } from './console-kept.ts';
import { rowsSchema } from './console-parameters.ts';
import { useHistory } from './history.ts';

/** How many are kept, and how many characters of statements in all. */
export const HISTORY_BOUNDS = { runs: 200, characters: 1_000_000 } as const;
const KEY = 'lacuna:cypher-history';

const pastRunSchema = z.object({
  id: z.string().max(40),
  statement: z.string().min(1).max(BOUNDS.statementLength),
  parameters: rowsSchema,
  mode: z.enum(CYPHER_MODES),
  /** Milliseconds since 1970. */
  at: z.number(),
  milliseconds: z.number().nullable(),
  /** Null where it gave none. */
  rows: z.number().int().nullable(),
  truncated: z.boolean(),
  /** Why it failed; null where it didn't. */
  failure: z.string().max(2000).nullable(),
});
export type PastRun = z.infer<typeof pastRunSchema>;

interface PastRuns {
  readonly runs: readonly PastRun[];
  add(run: Omit<PastRun, 'id'>): void;
  remove(id: string): void;
  clear(): void;
}

/** As many as may be kept; the same statement run again right after itself is one. */
export function boundRuns(runs: readonly PastRun[]): PastRun[] {
  const kept: PastRun[] = [];
  let characters = 0;
  for (const run of runs) {
    const last = kept.at(-1);
    if (last && last.statement === run.statement && last.mode === run.mode && sameRows(last, run)) continue;
    characters += run.statement.length + JSON.stringify(run.parameters).length;
    if (kept.length === HISTORY_BOUNDS.runs || characters > HISTORY_BOUNDS.characters) break;
    kept.push(run);
  }
  return kept;
}

const sameRows = (one: PastRun, other: PastRun): boolean =>
  JSON.stringify(one.parameters) === JSON.stringify(other.parameters);

/** Runs whose statement, parameters or failure have every word that was typed. */
export function findRuns(runs: readonly PastRun[], typed: string): readonly PastRun[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return runs;
  return runs.filter(({ statement, parameters, failure }) => {
    const all = [statement, failure ?? '', ...parameters.map(({ name, text }) => `$${name} ${text}`)]
      .join(' ')
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

export const usePastRuns = create<PastRuns>()((set, get) => {
  const put = (runs: readonly PastRun[]) => {
    set({ runs });
    writeKept(KEY, runs);
  };
  /** As a step that can be undone: what is run meanwhile stays. */
  const drop = (label: string, gone: (run: PastRun) => boolean) => {
    const dropped = get().runs.filter(gone);
    if (dropped.length === 0) return;
    const ids = new Set(dropped.map(({ id }) => id));
    const redo = () => put(get().runs.filter(({ id }) => !ids.has(id)));
    const undo = () => put(boundRuns([...get().runs, ...dropped].sort((one, other) => other.at - one.at)));
    redo();
    useHistory.getState().record({ label, undo, redo });
  };
  return {
    runs: boundRuns(readKept(KEY, z.array(pastRunSchema), [])),
    add: (run) => put(boundRuns([{ ...run, id: newId() }, ...get().runs])),
    remove: (id) => drop('remove a statement from the history', (run) => run.id === id),
    clear: () => drop('clear the history of statements', () => true),
  };
});
