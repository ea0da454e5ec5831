/** Which gaps are listed. */
import { create } from 'zustand';
import { GAP_KINDS, type GapKind } from '../../graph/schema.ts';

export const FIRST_KIND: GapKind = GAP_KINDS[0];

/** By what a person said of them. */
export const VERDICT_FILTERS = ['notDismissed', 'kept', 'all'] as const;
export type VerdictFilter = (typeof VERDICT_FILTERS)[number];

interface GapListState {
  kind: GapKind;
  verdicts: VerdictFilter;
  /** Only those whose title has these words. */
  text: string;
  list(kind: GapKind): void;
  filter(verdicts: VerdictFilter): void;
  search(text: string): void;
}

export const useGapList = create<GapListState>()((set) => ({
  kind: FIRST_KIND,
  verdicts: 'notDismissed',
  text: '',
  list: (kind) => set({ kind }),
  filter: (verdicts) => set({ verdicts }),
  search: (text) => set({ text }),
}));
