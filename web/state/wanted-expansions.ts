/** Expansions that the address asks for, until they are fetched. */
import { create } from 'zustand';
import type { ExpansionChoice } from './view.ts';

interface WantedExpansions {
  readonly wanted: ReadonlyMap<string, ExpansionChoice>;
  want(expansions: ReadonlyMap<string, ExpansionChoice>): void;
  /** Fetched, or not to be had. */
  settle(id: string): void;
}

export const useWantedExpansions = create<WantedExpansions>()((set) => ({
  wanted: new Map(),
  want: (wanted) => set({ wanted }),
  settle: (id) => set(({ wanted }) => ({ wanted: new Map([...wanted].filter(([known]) => known !== id)) })),
}));
