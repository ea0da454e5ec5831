import { Button } from '@mantine/core';
import { useView } from '../../state/view.ts';
import { choiceOf } from '../../state/view-history.ts';
import classes from '../EmptyMap.module.css';
import { chipsOf, cleared } from './filter-chips.ts';

const NAMELESS = { theme: () => null, node: () => null, lastIngest: null };

/** Instead of the map, where its filters leave nothing. */
export function NothingLeft() {
  function clear() {
    const { choose, ...state } = useView.getState();
    const choice = choiceOf(state);
    choose(cleared(chipsOf(choice, NAMELESS), choice));
  }
  return (
    <div className={classes.empty}>
      <h2>Nothing is left</h2>
      <p>No paper and no concept passes all filters. Remove one of them, or all.</p>
      <Button size="compact-sm" variant="default" onClick={clear}>
        Clear all filters
      </Button>
    </div>
  );
}
