import { WHOLE_LENSES, type WholeLens } from '../panels/filters/lens-names.ts';
import { drawOnly } from '../panels/lenses/show-result.ts';
import { usePage } from '../state/page.ts';
import { useSavedLenses } from '../state/saved-lenses.ts';
import { useView } from '../state/view.ts';
import type { Command } from './command.ts';

const NAMES: Readonly<Record<WholeLens, string>> = {
  all: 'Show papers and concepts',
  concepts: 'Show concepts only',
  papers: 'Show papers only',
  themes: 'Show themes only',
};

export const LENS_COMMANDS: readonly Command[] = WHOLE_LENSES.map((lens) => ({
  id: `lens:${lens}`,
  name: NAMES[lens],
  group: 'Look',
  words: 'lens view',
  available: () => usePage.getState().page === 'map' && useView.getState().lens !== lens,
  run: () => useView.getState().setLens(lens),
}));

/** Those that were saved in this browser, as they are now. */
export const savedLensCommands = (): Command[] =>
  useSavedLenses.getState().lenses.map(({ id, name, query }) => ({
    id: `saved-lens:${id}`,
    name: `Lens: ${name}`,
    group: 'Look',
    words: 'saved view statement query',
    run: () => drawOnly(query),
  }));
