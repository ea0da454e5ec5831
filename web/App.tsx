import { lazy, Suspense, useEffect, useState } from 'react';
import classes from './App.module.css';
import { Announcer } from './components/Announcer.tsx';
import { Resizer } from './components/Resizer.tsx';
import { DetailPanel } from './panels/DetailPanel.tsx';
import { DropTarget } from './panels/data/DropTarget.tsx';
import { MapArea } from './panels/MapArea.tsx';
import { PageArea } from './panels/PageArea.tsx';
import { Sidebar } from './panels/Sidebar.tsx';
import { Overlays } from './panels/shell/Overlays.tsx';
import { TopBar } from './panels/TopBar.tsx';
import { useConsole } from './state/console.ts';
import { useFurniture } from './state/furniture.ts';
import { PAGE_NAMES, usePage } from './state/page.ts';
import { useSelection } from './state/selection.ts';
import { useDrawnView } from './use-drawn-view.ts';
import { useShortcuts } from './use-shortcuts.ts';

const CypherDrawer = lazy(() => import('./panels/cypher/CypherDrawer.tsx'));

export function App() {
  useShortcuts();
  const page = usePage((state) => state.page);
  const selected = useSelection(({ current, choosing }) => (choosing ? 'choosing' : current?.type));
  const consoleOpen = useConsole((state) => state.open);
  const sidebarOpen = useFurniture((state) => state.sidebar);
  const onMap = page === 'map';
  const [mapSeen, setMapSeen] = useState(onMap);
  if (onMap && !mapSeen) setMapSeen(true);
  useEffect(() => {
    document.title = page === 'map' ? 'Lacuna' : `${PAGE_NAMES[page]} · Lacuna`;
  }, [page]);
  return (
    <div
      className={classes.app}
      data-page={page}
      data-selected={selected}
      data-sidebar={sidebarOpen || undefined}
      data-console={consoleOpen || undefined}
    >
      <TopBar />
      {mapSeen && <MapRoom hidden={!onMap} />}
      {!onMap && <PageArea page={page} />}
      <DetailPanel />
      <section className={classes.edges} aria-label="Edges of the panels">
        {onMap && sidebarOpen && <Resizer panel="sidebar" />}
        {selected && <Resizer panel="detail" />}
        {consoleOpen && <Resizer panel="drawer" />}
      </section>
      {consoleOpen && (
        <Suspense fallback={<div className={classes.drawerLoading} aria-busy="true" />}>
          <CypherDrawer />
        </Suspense>
      )}
      <Announcer />
      <Overlays />
      <DropTarget />
    </div>
  );
}

/** The map keeps its place and its camera while another page lies over it; it is loaded when it is first asked for. */
function MapRoom({ hidden }: { hidden: boolean }) {
  const drawn = useDrawnView();
  return (
    <div className={classes.room} data-hidden={hidden || undefined} inert={hidden}>
      <Sidebar view={drawn.view} />
      <MapArea drawn={drawn} />
    </div>
  );
}
