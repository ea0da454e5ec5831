/** How papers are read: which kinds of concepts are marked in the text, and whether the panel is wide. */
import { create } from 'zustand';
import type { ConceptKind } from '../../graph/schema.ts';
import { useExtents } from './extents.ts';
import { useHistory } from './history.ts';
import { toggled } from './view.ts';

/** Pixels: room for lines that are good to read. */
const WIDE = 720;

interface ReaderState {
  /** Kinds that are not marked. */
  readonly unmarked: ReadonlySet<ConceptKind>;
  /** How wide the panel was before it became wide; null where it is not. */
  readonly before: number | null;
  toggleMarks(kind: ConceptKind): void;
  toggleWide(): void;
}

export const useReader = create<ReaderState>()((set, get) => {
  const mark = (kind: ConceptKind) => set(({ unmarked }) => ({ unmarked: toggled(unmarked, kind) }));
  const widen = () => {
    const { detail, resize } = useExtents.getState();
    const { before } = get();
    resize('detail', before ?? WIDE);
    set({ before: before === null ? detail : null });
  };
  /** Doing it again takes it back. */
  const step = (label: string, turn: () => void) => {
    turn();
    useHistory.getState().record({ label, undo: turn, redo: turn });
  };
  return {
    unmarked: new Set(),
    before: null,
    toggleMarks: (kind) => step(`marks of ${kind.toLowerCase()}s in texts`, () => mark(kind)),
    toggleWide: () => step('width of the reader', widen),
  };
});
