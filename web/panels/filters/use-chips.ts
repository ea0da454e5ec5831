import { drawnName, drawnThemeName } from '../../drawn-name.ts';
import { nameOf, useSavedLenses } from '../../state/saved-lenses.ts';
import { useView } from '../../state/view.ts';
import { choiceOf } from '../../state/view-history.ts';
import { type Chip, chipsOf, cleared } from './filter-chips.ts';
import { useLastIngest } from './use-last-ingest.ts';

interface Chips {
  readonly chips: readonly Chip[];
  /** Takes all of them away. */
  clear(): void;
}

/** What narrows the map now, in the words of what is known. */
export function useChips(): Chips {
  const view = useView();
  const choice = choiceOf(view);
  const saved = useSavedLenses((state) => state.lenses);
  const lastIngest = useLastIngest()?.day ?? null;
  const chips = chipsOf(choice, {
    theme: drawnThemeName,
    node: drawnName,
    lastIngest,
    query: (query) => nameOf(saved, query),
  });
  return { chips, clear: () => view.choose(cleared(chips, choice)) };
}
