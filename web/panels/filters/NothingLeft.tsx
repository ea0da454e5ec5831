import { Button } from '@mantine/core';
import classes from '../EmptyMap.module.css';
import { useChips } from './use-chips.ts';

/** Instead of the map, where its filters leave nothing. */
export function NothingLeft() {
  const { chips, clear } = useChips();
  return (
    <div className={classes.empty}>
      <h2>Nothing is left</h2>
      <p>No paper and no concept passes all filters: {chips.map(({ label }) => label).join('; ')}.</p>
      <Button size="compact-sm" variant="default" onClick={clear}>
        Clear all filters
      </Button>
    </div>
  );
}
