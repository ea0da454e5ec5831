/** The tour of a first visit: it comes by itself once, and never again. */
import { create } from 'zustand';

const KEY = 'lacuna:tour';
const SEEN = 'seen';

interface TourState {
  /** Which step is shown, from 0; null when no tour is on. */
  readonly step: number | null;
  start(): void;
  /** To a step; beyond the last, or null, ends it. */
  go(step: number | null): void;
}

function remembered(): boolean {
  try {
    return localStorage.getItem(KEY) === SEEN;
  } catch {
    // A browser that keeps nothing would show it at every visit.
    return true;
  }
}

function remember(): void {
  try {
    localStorage.setItem(KEY, SEEN);
  } catch {}
}

export const useTour = create<TourState>()((set) => ({
  step: null,
  start: () => set({ step: 0 }),
  go: (step) => set({ step }),
}));

/** Starts it at the first visit, unless a link leads somewhere; from then on it comes only when asked for. */
export function welcome(browser: Window): void {
  if (remembered()) return;
  remember();
  if (browser.location.hash === '' && browser.location.search === '') useTour.getState().start();
}
