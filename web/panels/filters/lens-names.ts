import { LENSES, type Lens } from '../../../graph/contract.ts';

/** The lenses that show all of the graph, or all of one kind of it. */
export type WholeLens = Exclude<Lens, 'ego' | 'query'>;
export const WHOLE_LENSES = LENSES.filter((lens): lens is WholeLens => lens !== 'ego' && lens !== 'query');

/** What they are called. */
export const LENS_NAMES: Readonly<Record<WholeLens, string>> = {
  all: 'Everything',
  concepts: 'Concepts',
  papers: 'Papers',
  themes: 'Themes',
};
