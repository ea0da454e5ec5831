/** Which side panels and strips stand open. */
import { create } from 'zustand';

/** Narrower windows start without the sidebar. */
const ROOMY = '(min-width: 1024px)';

interface FurnitureState {
  sidebar: boolean;
  timeline: boolean;
  toggleSidebar(): void;
  toggleTimeline(): void;
  /** Closes what lies over the map in a narrow window. */
  makeRoom(): void;
}

export const useFurniture = create<FurnitureState>()((set) => ({
  sidebar: globalThis.matchMedia?.(ROOMY).matches ?? true,
  timeline: globalThis.matchMedia?.(ROOMY).matches ?? true,
  makeRoom: () => set((state) => (globalThis.matchMedia?.(ROOMY).matches ? state : { sidebar: false })),
  toggleSidebar: () => set((state) => ({ sidebar: !state.sidebar })),
  toggleTimeline: () => set((state) => ({ timeline: !state.timeline })),
}));
