/** What lies over the whole page: the palette of commands, the list of keys, what can be shared, or nothing. */
import { create } from 'zustand';

export type Overlay = 'palette' | 'keys' | 'sharing';

interface OverlayState {
  readonly overlay: Overlay | null;
  /** What it begins with: the palette with this text, sharing with this part. */
  readonly text: string;
  open(overlay: Overlay, text?: string): void;
  close(): void;
}

export const useOverlay = create<OverlayState>()((set) => ({
  overlay: null,
  text: '',
  open: (overlay, text = '') => set({ overlay, text }),
  close: () => set({ overlay: null, text: '' }),
}));
