/** Which parts of a panel the user has opened or folded away; kept from one panel to the next. */
import { create } from 'zustand';

interface FoldState {
  /** By the name of the part; those never touched are missing. */
  readonly open: Readonly<Record<string, boolean>>;
  fold(name: string, open: boolean): void;
}

export const useFolds = create<FoldState>()((set) => ({
  open: {},
  fold: (name, open) => set((state) => ({ open: { ...state.open, [name]: open } })),
}));
