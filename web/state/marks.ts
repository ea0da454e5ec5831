/** Which marks the map carries beside shapes and colours. */
import { create } from 'zustand';

interface MarksState {
  /** Whether concepts that are unsure of their theme have a dashed outline. */
  unsure: boolean;
  toggleUnsure(): void;
}

export const useMarks = create<MarksState>()((set) => ({
  unsure: true,
  toggleUnsure: () => set(({ unsure }) => ({ unsure: !unsure })),
}));
