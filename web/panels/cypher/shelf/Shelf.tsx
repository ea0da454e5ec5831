import { Tabs } from '@mantine/core';
import type { Shelf as ShelfName } from '../../../state/console.ts';
import { SHELVES, useConsole } from '../../../state/console.ts';
import { FavouriteShelf } from './FavouriteShelf.tsx';
import { HistoryShelf } from './HistoryShelf.tsx';
import { RecipeShelf } from './RecipeShelf.tsx';
import classes from './Shelf.module.css';
import type { ShelfProps } from './shelf-props.ts';

const NAMES: Readonly<Record<ShelfName, string>> = {
  recipes: 'Recipes',
  favourites: 'Favourites',
  history: 'History',
};

/** Statements at hand: by intent, by name, by time. */
export function Shelf({ shelf, ...props }: ShelfProps & { shelf: ShelfName }) {
  const setShelf = useConsole((state) => state.setShelf);
  return (
    <aside className={classes.shelf} aria-label="Shelf of statements">
      <Tabs
        value={shelf}
        onChange={(chosen) => setShelf(SHELVES.find((name) => name === chosen) ?? null)}
        keepMounted={false}
        className={classes.tabs ?? ''}
      >
        <Tabs.List>
          {SHELVES.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {NAMES[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="recipes" className={classes.panel ?? ''}>
          <RecipeShelf {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="favourites" className={classes.panel ?? ''}>
          <FavouriteShelf {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.panel ?? ''}>
          <HistoryShelf {...props} />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
