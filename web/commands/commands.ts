/** All that can be done by name; the palette lists them, and what is bound to a key is listed by `?`. */
import { LOOK_NAMES } from '../components/look-names.ts';
import { cycleRegions, focusRegion } from '../focus.ts';
import { back, forward, isolateTheme } from '../navigation.ts';
import { APPEARANCES, useAppearance } from '../state/appearance.ts';
import { useAsk } from '../state/ask.ts';
import { useFurniture } from '../state/furniture.ts';
import { useHistory } from '../state/history.ts';
import { WIDE } from '../state/narrowing.ts';
import { useOverlay } from '../state/overlay.ts';
import { PAGE_NAMES, PAGES, usePage } from '../state/page.ts';
import { useSelection } from '../state/selection.ts';
import { useTour } from '../state/tour.ts';
import { COLOURINGS, SIZINGS, useView } from '../state/view.ts';
import { SEARCH_ID } from '../use-shortcuts.ts';
import type { Command } from './command.ts';
import { CONSOLE_COMMANDS, CONSOLE_KEYS } from './console-commands.ts';
import { LENS_COMMANDS } from './lens-commands.ts';

const onMap = () => usePage.getState().page === 'map';
const view = () => useView.getState();

export const COMMANDS: readonly Command[] = [
  {
    id: 'search',
    name: 'Find papers, concepts and themes',
    group: 'Go to',
    keys: '/',
    run: () => document.getElementById(SEARCH_ID)?.focus(),
  },
  {
    id: 'ask',
    name: 'Ask a question…',
    group: 'Go to',
    words: 'plain words answer how many which who what',
    keys: 'A',
    run: () => useAsk.getState().call(),
  },
  ...PAGES.map(
    (page): Command => ({
      id: `page:${page}`,
      name: PAGE_NAMES[page],
      group: 'Go to',
      words: 'page open',
      run: () => usePage.getState().show(page),
    }),
  ),
  {
    id: 'share',
    name: 'Share and export',
    group: 'Change',
    words: 'link picture png svg gexf graphml json csv bibtex ris html file save download',
    run: () => useOverlay.getState().open('sharing'),
  },
  {
    id: 'back',
    name: 'Back to what was selected before',
    group: 'Go to',
    keys: 'Alt+←',
    available: () => useSelection.getState().past.length > 0,
    run: back,
  },
  {
    id: 'forward',
    name: 'Forward again',
    group: 'Go to',
    keys: 'Alt+→',
    available: () => useSelection.getState().future.length > 0,
    run: forward,
  },
  { id: 'regions', name: 'Next part of the page', group: 'Go to', keys: 'F6', run: () => cycleRegions(1) },
  {
    id: 'focus-map',
    name: 'Put the keyboard on the map',
    group: 'Go to',
    available: onMap,
    run: () => focusRegion('map'),
  },

  ...LENS_COMMANDS,
  ...COLOURINGS.map(
    (colouring): Command => ({
      id: `colour:${colouring}`,
      name: `Colour by ${LOOK_NAMES[colouring].toLowerCase()}`,
      group: 'Look',
      words: colouring,
      available: () => onMap() && view().colouring !== colouring,
      run: () => view().choose({ colouring }),
    }),
  ),
  ...SIZINGS.map(
    (sizing): Command => ({
      id: `size:${sizing}`,
      name: sizing === 'same' ? 'Size: all the same' : `Size by ${LOOK_NAMES[sizing].toLowerCase()}`,
      group: 'Look',
      words: sizing,
      available: () => onMap() && view().sizing !== sizing,
      run: () => view().choose({ sizing }),
    }),
  ),
  ...APPEARANCES.map(
    (appearance): Command => ({
      id: `appearance:${appearance}`,
      name: `Appearance: ${appearance}`,
      group: 'Look',
      words: 'dark light colours',
      available: () => useAppearance.getState().appearance !== appearance,
      run: () => useAppearance.getState().setAppearance(appearance),
    }),
  ),
  {
    id: 'sidebar',
    name: 'Show or hide the sidebar',
    group: 'Look',
    words: 'legend outline panel',
    available: onMap,
    run: () => useFurniture.getState().toggleSidebar(),
  },
  ...CONSOLE_COMMANDS,

  {
    id: 'fit',
    name: 'Show the whole map',
    group: 'Map',
    keys: '0',
    available: onMap,
    run: () => view().fly({ to: 'all' }),
  },
  {
    id: 'nearer',
    name: 'Nearer',
    group: 'Map',
    keys: '+',
    words: 'zoom in',
    available: onMap,
    run: () => view().fly({ to: 'nearer' }),
  },
  {
    id: 'farther',
    name: 'Farther',
    group: 'Map',
    keys: '-',
    words: 'zoom out',
    available: onMap,
    run: () => view().fly({ to: 'farther' }),
  },
  {
    id: 'wide',
    name: 'Clear all filters',
    group: 'Map',
    available: () => onMap() && view().narrowing !== WIDE,
    run: () => view().narrow(WIDE),
  },
  {
    id: 'themes:all',
    name: 'Show all themes',
    group: 'Map',
    available: () => onMap() && view().theme !== null,
    run: () => isolateTheme(null),
  },
  {
    id: 'unhide',
    name: 'Show hidden nodes again',
    group: 'Map',
    available: () => view().hidden.size > 0,
    run: () => view().unhide(),
  },
  {
    id: 'unpin',
    name: 'Unpin all nodes',
    group: 'Map',
    available: () => view().pins.size > 0,
    run: () => view().unpin(),
  },
  {
    id: 'collapse',
    name: 'Collapse all expansions',
    group: 'Map',
    available: () => view().expansions.size > 0,
    run: () => view().collapse(),
  },
  {
    id: 'hide-picked',
    name: 'Hide the picked nodes',
    group: 'Selection',
    available: () => view().picked.size > 0,
    run: () => view().hide(view().picked),
  },
  {
    id: 'around-picked',
    name: 'Look around the picked nodes',
    group: 'Selection',
    words: 'ego neighbourhood',
    available: () => view().picked.size > 0,
    run: () => view().lookAround([...view().picked]),
  },
  {
    id: 'unpick',
    name: 'Pick nothing',
    group: 'Selection',
    available: () => view().picked.size > 0,
    run: () => view().pick([]),
  },
  {
    id: 'unmark',
    name: 'Unmark results',
    group: 'Selection',
    available: () => view().marked.size > 0,
    run: () => view().mark([]),
  },

  {
    id: 'undo',
    name: 'Undo',
    group: 'Change',
    keys: 'Ctrl+Z',
    available: () => useHistory.getState().past.length > 0,
    run: () => useHistory.getState().undo(),
  },
  {
    id: 'redo',
    name: 'Redo',
    group: 'Change',
    keys: 'Ctrl+Shift+Z',
    available: () => useHistory.getState().future.length > 0,
    run: () => useHistory.getState().redo(),
  },

  {
    id: 'palette',
    name: 'All commands',
    group: 'Help',
    keys: 'Ctrl+K',
    run: () => useOverlay.getState().open('palette'),
  },
  {
    id: 'keys',
    name: 'Keys',
    group: 'Help',
    words: 'shortcuts keyboard',
    keys: '?',
    run: () => useOverlay.getState().open('keys'),
  },
  {
    id: 'tour',
    name: 'Take the tour',
    group: 'Help',
    words: 'first steps introduction',
    run: () => useTour.getState().start(),
  },
];

/** Keys that belong to a part of the page, not to a command. */
export const LOCAL_KEYS: readonly { readonly where: string; readonly keys: string; readonly does: string }[] =
  [
    {
      where: 'Anywhere',
      keys: 'Esc',
      does: 'One step out: marks, picked nodes, selection, theme shown alone',
    },
    { where: 'Map', keys: '← ↑ → ↓', does: 'Move the map' },
    { where: 'Map', keys: 'Enter', does: 'Open what the pointer is on' },
    { where: 'Map', keys: 'B, Shift+drag', does: 'Pick with a box' },
    { where: 'Map', keys: 'L, Alt+drag', does: 'Pick with a lasso' },
    { where: 'Map', keys: 'Shift+click', does: 'Pick one more, or let go of it' },
    { where: 'Map', keys: 'H', does: 'Hide what is picked or selected' },
    { where: 'Map', keys: 'P', does: 'Pin it where it is, or unpin it' },
    { where: 'Map', keys: 'Shift+F10', does: 'Menu of what is selected' },
    { where: 'Lists and tables', keys: '↑ ↓ Home End', does: 'Go from row to row' },
    { where: 'Lists and tables', keys: 'Enter', does: 'Open the row' },
    { where: 'Lists and tables', keys: 'Space', does: 'Pick the row' },
    { where: 'Outline', keys: '→ ←', does: 'Open a row, or its first; close it, or go to what it stands in' },
    { where: 'Outline', keys: 'A to Z', does: 'Go to the next row that begins so' },
    { where: 'Outline', keys: '*', does: 'Open all rows beside it' },
    { where: 'Outline', keys: 'Delete', does: 'Hide what the row stands for' },
    { where: 'Outline', keys: 'Ctrl+Enter', does: 'Lay the neighbours of the row over the map' },
    { where: 'Ask', keys: '↓ ↑', does: 'Ways to go on with the question' },
    { where: 'Ask', keys: 'Tab', does: 'Take the way that is marked, or the first' },
    { where: 'Ask', keys: 'Alt+← Alt+→', does: 'The question before, the next one' },
    ...CONSOLE_KEYS,
    { where: 'Notes', keys: 'Ctrl+Enter', does: 'Save the note' },
    { where: 'Tabs', keys: '← →', does: 'Go from tab to tab' },
  ];
