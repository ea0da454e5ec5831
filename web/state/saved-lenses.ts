/** Statements that were saved as lenses, by the names that they were given; kept in this browser. */

import { z } from 'zod';
import { create } from 'zustand';
import { newId, readKept, writeKept } from './console-kept.ts';
import { useHistory } from './history.ts';
import { isShort, type LensQuery, lensQuerySchema, sameLensQuery } from './lens-query.ts';

/** Lenses that are kept, and characters of a name. */
export const MOST_LENSES = 50;
export const LENS_NAME_LENGTH = 60;

const KEPT = 'lacuna.lenses';
const lensSchema = z.object({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(LENS_NAME_LENGTH),
  query: lensQuerySchema.refine(isShort),
});
export type SavedLens = Readonly<z.output<typeof lensSchema>>;
const keptSchema = z.array(lensSchema).max(MOST_LENSES);

interface SavedLenses {
  readonly lenses: readonly SavedLens[];
  set(lenses: readonly SavedLens[]): void;
}

export const useSavedLenses = create<SavedLenses>()((set) => ({
  lenses: readKept(KEPT, keptSchema, []),
  set: (lenses) => {
    writeKept(KEPT, lenses);
    set({ lenses });
  },
}));

/** Makes the change, and keeps how to take it back: what was changed meanwhile stays. */
function change(label: string, id: string, after: SavedLens | null): void {
  const { lenses } = useSavedLenses.getState();
  const at = lenses.findIndex((lens) => lens.id === id);
  const before = lenses[at] ?? null;
  const put = (lens: SavedLens | null) => {
    const { lenses: now, set } = useSavedLenses.getState();
    const there = now.findIndex((other) => other.id === id);
    const others = now.filter((other) => other.id !== id);
    const place = there >= 0 ? there : at >= 0 ? Math.min(at, others.length) : others.length;
    set((lens ? others.toSpliced(place, 0, lens) : others).slice(0, MOST_LENSES));
  };
  put(after);
  useHistory.getState().record({ label, undo: () => put(before), redo: () => put(after) });
}

/** Under a name; the lens of the same statement is renamed. */
export function saveLens(name: string, query: LensQuery): void {
  const known = useSavedLenses.getState().lenses.find((lens) => sameLensQuery(lens.query, query));
  const called = name.trim().slice(0, LENS_NAME_LENGTH);
  if (called === '') return;
  const id = known?.id ?? newId();
  change(`save lens ${called}`, id, { id, name: called, query });
}

export function renameLens(lens: SavedLens, name: string): void {
  const called = name.trim().slice(0, LENS_NAME_LENGTH);
  if (called === '' || called === lens.name) return;
  change(`rename lens ${lens.name}`, lens.id, { ...lens, name: called });
}

export const deleteLens = ({ id, name }: SavedLens): void => change(`delete lens ${name}`, id, null);

/** What the lens of this statement is called; null where it was not saved. */
export const nameOf = (lenses: readonly SavedLens[], query: LensQuery): string | null =>
  lenses.find((lens) => sameLensQuery(lens.query, query))?.name ?? null;
