/** Which page is open: the map, or one of the tables and charts about it. */
import { create } from 'zustand';

export const PAGES = [
  'map',
  'ask',
  'themes',
  'gaps',
  'terms',
  'reading',
  'matrix',
  'record',
  'data',
  'help',
] as const;
export type Page = (typeof PAGES)[number];

export const PAGE_NAMES: Readonly<Record<Page, string>> = {
  map: 'Map',
  ask: 'Ask',
  themes: 'Themes',
  gaps: 'Gaps',
  terms: 'Terms',
  reading: 'Reading',
  matrix: 'Matrix',
  record: 'Track record',
  data: 'Sources',
  help: 'Help',
};

interface PageState {
  page: Page;
  show(page: Page): void;
}

export const usePage = create<PageState>()((set) => ({
  page: 'map',
  show: (page) => set((state) => (state.page === page ? state : { page })),
}));
