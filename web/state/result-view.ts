/** In which form the results of queries are read: the reader's last choice. */
import { create } from 'zustand';

export const RESULT_VIEWS = ['graph', 'table', 'json', 'chart', 'plan'] as const;
export type ResultView = (typeof RESULT_VIEWS)[number];

const STORAGE_KEY = 'lacuna.result-view';

interface ResultViewState {
  /** Null until something was chosen. */
  readonly chosen: ResultView | null;
  choose(view: ResultView): void;
}

/** NOTE: storage throws where the user forbids it. */
function stored(): ResultView | null {
  try {
    const text = globalThis.localStorage?.getItem(STORAGE_KEY);
    return RESULT_VIEWS.find((view) => view === text) ?? null;
  } catch {
    return null;
  }
}

export const useResultView = create<ResultViewState>()((set) => ({
  chosen: stored(),
  choose: (view) => {
    // The plan is there only where it was asked for, and is shown then anyway.
    if (view === 'plan') return;
    set({ chosen: view });
    try {
      globalThis.localStorage?.setItem(STORAGE_KEY, view);
    } catch {
      // The choice holds until the page is closed.
    }
  },
}));
