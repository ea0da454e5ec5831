/** How the outline is shown: as a tree, with what is open in it, or as a table in some order. */
import { create } from 'zustand';
import { useExtents } from './extents.ts';
import { toggled } from './view.ts';

export const OUTLINE_COLUMNS = ['name', 'kind', 'theme', 'papers', 'year', 'degree'] as const;
export type OutlineColumn = (typeof OUTLINE_COLUMNS)[number];

export type OutlineForm = 'tree' | 'table';

/** Pixels: room for the columns. */
const TABLE_WIDTH = 520;

interface OutlineState {
  readonly form: OutlineForm;
  /** Keys of the rows that are open. */
  readonly open: ReadonlySet<string>;
  readonly column: OutlineColumn;
  readonly descending: boolean;
  /** How wide the sidebar was before the table. */
  readonly before: number | null;
  show(form: OutlineForm): void;
  toggle(key: string): void;
  reveal(keys: Iterable<string>): void;
  sort(column: OutlineColumn, descending: boolean): void;
}

export const useOutline = create<OutlineState>()((set, get) => ({
  form: 'tree',
  open: new Set(),
  column: 'papers',
  descending: true,
  before: null,
  show: (form) => {
    const { sidebar, resize } = useExtents.getState();
    const { before } = get();
    if (form === 'table' && sidebar < TABLE_WIDTH) {
      resize('sidebar', TABLE_WIDTH);
      return set({ form, before: sidebar });
    }
    if (form === 'tree' && before !== null) resize('sidebar', before);
    set({ form, before: null });
  },
  toggle: (key) => set(({ open }) => ({ open: toggled(open, key) })),
  reveal: (keys) => set(({ open }) => ({ open: new Set([...open, ...keys]) })),
  sort: (column, descending) => set({ column, descending }),
}));
