/** One line over the map about something that could not be done as asked. */
import { create } from 'zustand';

interface NoticeState {
  text: string | null;
  say(text: string): void;
  clear(): void;
}

export const useNotice = create<NoticeState>()((set) => ({
  text: null,
  say: (text) => set({ text }),
  clear: () => set({ text: null }),
}));
