import type { Lens } from '../../../graph/contract.ts';

/** What the lenses are called that show all of the graph, or all of one kind of it. */
export const LENS_NAMES: Readonly<Record<Exclude<Lens, 'ego'>, string>> = {
  all: 'Everything',
  concepts: 'Concepts',
  papers: 'Papers',
  themes: 'Themes',
};
