/** What is to be said to screen readers, beside what is selected. */
import { create } from 'zustand';

interface AnnouncementState {
  readonly text: string;
  /** Tells one announcement from the next of the same words. */
  readonly turn: number;
  say(text: string): void;
}

export const useAnnouncement = create<AnnouncementState>()((set) => ({
  text: '',
  turn: 0,
  say: (text) => set(({ turn }) => ({ text, turn: turn + 1 })),
}));
