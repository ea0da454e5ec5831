/** Which side panels stand open. */
import { create } from 'zustand';

/** Narrower windows start without the sidebar. */
const ROOMY = '(min-width: 1024px)';

interface FurnitureState {
  sidebar: boolean;
  toggleSidebar(): void;
}

export const useFurniture = create<FurnitureState>()((set) => ({
  sidebar: globalThis.matchMedia?.(ROOMY).matches ?? true,
  toggleSidebar: () => set((state) => ({ sidebar: !state.sidebar })),
}));
