import { IconButton } from '../components/IconButton.tsx';
import type { IconName } from '../components/icons.tsx';
import { focusRegion } from '../focus.ts';
import { back, forward } from '../navigation.ts';
import { APPEARANCES, type Appearance, useAppearance } from '../state/appearance.ts';
import { useConsole } from '../state/console.ts';
import { useFurniture } from '../state/furniture.ts';
import { useOverlay } from '../state/overlay.ts';
import { usePage } from '../state/page.ts';
import { useSelection } from '../state/selection.ts';
import { PageLinks } from './PageLinks.tsx';
import { SearchBox } from './SearchBox.tsx';
import classes from './TopBar.module.css';
import { UndoButtons } from './UndoButtons.tsx';

const APPEARANCE_ICONS: Readonly<Record<Appearance, IconName>> = {
  system: 'system',
  light: 'sun',
  dark: 'moon',
};

export function TopBar() {
  const onMap = usePage((state) => state.page === 'map');
  const { past, future } = useSelection();
  const { sidebar, toggleSidebar } = useFurniture();
  const open = useConsole((state) => state.open);
  const setOpen = useConsole((state) => state.setOpen);
  const { appearance, setAppearance } = useAppearance();
  const openOverlay = useOverlay((state) => state.open);
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
        <UndoButtons />
        <SearchBox />
      </div>
      <div className={classes.end}>
        <IconButton
          icon={APPEARANCE_ICONS[appearance]}
          label={`Appearance: ${appearance}; change to ${nextAppearance}`}
          onClick={() => setAppearance(nextAppearance)}
        />
        <IconButton icon="download" label="Share and export" onClick={() => openOverlay('sharing')} />
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
