/** How many rows the console asks for at most: the reader's last choice. */
import { create } from 'zustand';

/** Fewer than the server's most, where it allows more. */
export const ROW_LIMITS = [100, 1000] as const;

const STORAGE_KEY = 'lacuna.row-limit';

interface RowLimitState {
  /** Null for as many as the server gives. */
  readonly limit: number | null;
  choose(limit: number | null): void;
}

/** NOTE: storage throws where the user forbids it. */
function stored(): number | null {
  try {
    const text = globalThis.localStorage?.getItem(STORAGE_KEY);
    return ROW_LIMITS.find((limit) => String(limit) === text) ?? null;
  } catch {
    return null;
  }
}

export const useRowLimit = create<RowLimitState>()((set) => ({
  limit: stored(),
  choose: (limit) => {
    set({ limit });
    try {
      if (limit === null) globalThis.localStorage?.removeItem(STORAGE_KEY);
      else globalThis.localStorage?.setItem(STORAGE_KEY, String(limit));
    } catch {
      // The choice holds until the page is closed.
    }
  },
}));
