/** What the Cypher console can do by name, and the keys of its editor. */
import { SHELVES, type Shelf, useConsole } from '../state/console.ts';
import type { Command } from './command.ts';

const SHELF_NAMES: Readonly<Record<Shelf, string>> = {
  recipes: 'Cypher recipes',
  favourites: 'Cypher favourites',
  history: 'Cypher history',
};

export const CONSOLE_COMMANDS: readonly Command[] = [
  {
    id: 'console',
    name: 'Open or close the Cypher console',
    group: 'Look',
    words: 'query drawer',
    keys: 'Ctrl+`',
    run: () => useConsole.getState().setOpen(!useConsole.getState().open),
  },
  {
    id: 'console:large',
    name: 'Let the Cypher console fill the page, or not',
    group: 'Look',
    words: 'query drawer large full screen',
    run: () => {
      const { large, setOpen, setLarge } = useConsole.getState();
      setOpen(true);
      setLarge(!large);
    },
  },
  ...SHELVES.map(
    (shelf): Command => ({
      id: `console:${shelf}`,
      name: SHELF_NAMES[shelf],
      group: 'Go to',
      words: 'query statements shelf',
      run: () => {
        const { setOpen, setShelf } = useConsole.getState();
        setOpen(true);
        setShelf(shelf);
      },
    }),
  ),
];

export const CONSOLE_KEYS = [
  { where: 'Cypher', keys: 'Ctrl+Enter', does: 'Run the statement at the cursor, or what is selected' },
  { where: 'Cypher', keys: 'Ctrl+Shift+Enter', does: 'Run all statements, one after the other' },
  { where: 'Cypher', keys: 'Ctrl+Space', does: 'Propose names and words' },
  { where: 'Cypher', keys: 'Ctrl+Shift+F', does: 'Format the text' },
  { where: 'Cypher', keys: 'Ctrl+↑ Ctrl+↓', does: 'Go through what was run before' },
  { where: 'Cypher', keys: 'F8', does: 'Go to the next problem' },
  { where: 'Cypher', keys: 'Tab', does: 'Take what is proposed, or leave the editor' },
  { where: 'Cypher', keys: 'Alt+Enter', does: 'Fill the page, or not' },
  { where: 'Cypher', keys: 'Esc', does: 'Stop what runs; else leave the editor, then close the console' },
] as const;
