/** What the reading list shows of the papers that were annotated, and in which order. */
import { create } from 'zustand';
import type { ReadingState } from '../../graph/schema.ts';
import { useHistory } from './history.ts';

export const READING_COLUMNS = ['title', 'state', 'year', 'venue', 'tags', 'at'] as const;
export type ReadingColumn = (typeof READING_COLUMNS)[number];

/** Papers on the list, in any state; those of one state; or all that were annotated. */
export type StateFilter = 'listed' | ReadingState | 'all';

export interface ReadingChoice {
  readonly state: StateFilter;
  readonly tag: string | null;
  readonly column: ReadingColumn;
  readonly descending: boolean;
}

export const NEWEST_FIRST: ReadingChoice = { state: 'all', tag: null, column: 'at', descending: true };

interface ReadingListState extends ReadingChoice {
  /** One step of the history. */
  choose(part: Partial<ReadingChoice>): void;
}

export const useReadingList = create<ReadingListState>()((set, get) => ({
  ...NEWEST_FIRST,
  choose: (part) => {
    const { state, tag, column, descending } = get();
    const before: ReadingChoice = { state, tag, column, descending };
    const after: ReadingChoice = { ...before, ...part };
    set(after);
    useHistory.getState().record({
      label: part.column ? 'order of the reading list' : 'filter of the reading list',
      undo: () => set(before),
      redo: () => set(after),
    });
  },
}));
