/** Whether the menu of filters is open. */
import { create } from 'zustand';

interface FilterMenuState {
  readonly open: boolean;
  setOpen(open: boolean): void;
}

export const useFilterMenu = create<FilterMenuState>()((set) => ({
  open: false,
  setOpen: (open) => set({ open }),
}));
