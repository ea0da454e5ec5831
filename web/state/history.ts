/** Undo and redo, for everything that changes the view or the data: one list of changes, whoever made them. */
import { create } from 'zustand';

export interface Change {
  /** What was done, as undo names it: "hide 3 nodes", "merge LLM into large language model". */
  readonly label: string;
  /** A rejection leaves the change done, and is told to the user. */
  undo(): void | Promise<void>;
  redo(): void | Promise<void>;
}

/** How many steps back are kept. */
const STEPS = 200;

interface HistoryState {
  readonly past: readonly Change[];
  readonly future: readonly Change[];
  /** True while a change is taken back or done again; another one has to wait. */
  readonly busy: boolean;
  /** Of the last step that failed, for the user; null once another is taken. */
  readonly failure: { readonly label: string; readonly error: unknown } | null;
  /** Keeps a change that was just made; what was undone before can't be done again after it. */
  record(change: Change): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

export const useHistory = create<HistoryState>()((set, get) => {
  async function step(direction: 'undo' | 'redo'): Promise<void> {
    const { past, future, busy } = get();
    const change = direction === 'undo' ? past.at(-1) : future[0];
    if (!change || busy) return;
    set({ busy: true, failure: null });
    try {
      await change[direction]();
      // What was recorded meanwhile stays: a change that takes seconds doesn't hold the page up.
      set((now) =>
        direction === 'undo'
          ? { past: now.past.filter((other) => other !== change), future: [change, ...now.future] }
          : { past: [...now.past, change], future: now.future.filter((other) => other !== change) },
      );
    } catch (error) {
      set({ failure: { label: change.label, error } });
    } finally {
      set({ busy: false });
    }
  }
  return {
    past: [],
    future: [],
    busy: false,
    failure: null,
    record: (change) =>
      set(({ past }) => ({ past: [...past, change].slice(-STEPS), future: [], failure: null })),
    undo: () => step('undo'),
    redo: () => step('redo'),
  };
});
