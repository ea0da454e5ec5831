import { LENSES, type Lens } from '../../graph/contract.ts';
import { Choice } from '../components/Choice.tsx';
import { IconButton } from '../components/IconButton.tsx';
import type { IconName } from '../components/icons.tsx';
import { focusRegion } from '../focus.ts';
import { back, forward } from '../navigation.ts';
import { APPEARANCES, type Appearance, useAppearance } from '../state/appearance.ts';
import { useConsole } from '../state/console.ts';
import { useFurniture } from '../state/furniture.ts';
import { usePage } from '../state/page.ts';
import { useSelection } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { PageLinks } from './PageLinks.tsx';
import { SearchBox } from './SearchBox.tsx';
import classes from './TopBar.module.css';

const LENS_NAMES: Readonly<Record<Lens, string>> = {
  all: 'Everything',
  concepts: 'Concepts',
  papers: 'Papers',
  themes: 'Themes',
  ego: 'Around',
};
const APPEARANCE_ICONS: Readonly<Record<Appearance, IconName>> = {
  system: 'system',
  light: 'sun',
  dark: 'moon',
};

export function TopBar() {
  const { lens, setLens } = useView();
  const onMap = usePage((state) => state.page === 'map');
  const { past, future } = useSelection();
  const { sidebar, toggleSidebar } = useFurniture();
  const { open, setOpen } = useConsole();
  const { appearance, setAppearance } = useAppearance();
  const nextAppearance = APPEARANCES[(APPEARANCES.indexOf(appearance) + 1) % APPEARANCES.length]!;
  return (
    <header className={classes.bar}>
      <button type="button" className={classes.skip} onClick={() => focusRegion(onMap ? 'map' : 'page')}>
        {onMap ? 'Skip to the map' : 'Skip to the page'}
      </button>
      <div className={classes.start}>
        <IconButton
          icon="panel"
          label={sidebar ? 'Hide the sidebar' : 'Show the sidebar'}
          disabled={!onMap}
          onClick={toggleSidebar}
        />
        <h1 className={classes.name}>Lacuna</h1>
      </div>
      <PageLinks />
      <div className={classes.middle}>
        <nav aria-label="Selections" className={classes.trail}>
          <IconButton icon="back" label="Back" keys="Alt ←" disabled={past.length === 0} onClick={back} />
          <IconButton
            icon="forward"
            label="Forward"
            keys="Alt →"
            disabled={future.length === 0}
            onClick={forward}
          />
        </nav>
        <SearchBox />
      </div>
      {onMap && (
        <Choice
          label="What the map shows"
          value={lens}
          onChange={setLens}
          options={LENSES.map((value) => ({ value, label: LENS_NAMES[value] }))}
          className={classes.lens}
        />
      )}
      <div className={classes.end}>
        <IconButton
          icon={APPEARANCE_ICONS[appearance]}
          label={`Appearance: ${appearance}; change to ${nextAppearance}`}
          onClick={() => setAppearance(nextAppearance)}
        />
        <IconButton
          icon="console"
          label="Cypher"
          keys="Ctrl `"
          pressed={open}
          onClick={() => setOpen(!open)}
        />
      </div>
    </header>
  );
}
