/** In which order a concept's card lists its papers. */
import { create } from 'zustand';
import { useHistory } from './history.ts';

export type PaperOrder = 'salience' | 'newest' | 'oldest';

interface ConceptCardState {
  readonly order: PaperOrder;
  orderBy(order: PaperOrder): void;
}

export const useConceptCard = create<ConceptCardState>()((set, get) => ({
  order: 'salience',
  orderBy: (order) => {
    const before = get().order;
    const show = (next: PaperOrder) => set({ order: next });
    show(order);
    useHistory.getState().record({
      label: 'order of papers',
      undo: () => show(before),
      redo: () => show(order),
    });
  },
}));
