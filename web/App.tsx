import { lazy, Suspense } from 'react';
import classes from './App.module.css';
import { Announcer } from './components/Announcer.tsx';
import { DetailPanel } from './panels/DetailPanel.tsx';
import { MapArea } from './panels/MapArea.tsx';
import { Sidebar } from './panels/Sidebar.tsx';
import { TopBar } from './panels/TopBar.tsx';
import { useConsole } from './state/console.ts';
import { useFurniture } from './state/furniture.ts';
import { useSelection } from './state/selection.ts';
import { useDrawnView } from './use-drawn-view.ts';
import { useShortcuts } from './use-shortcuts.ts';

const CypherDrawer = lazy(() => import('./panels/cypher/CypherDrawer.tsx'));

export function App() {
  useShortcuts();
  const drawn = useDrawnView();
  const selected = useSelection((state) => state.current !== null);
  const consoleOpen = useConsole((state) => state.open);
  const sidebarOpen = useFurniture((state) => state.sidebar);
  return (
    <div
      className={classes.app}
      data-selected={selected || undefined}
      data-sidebar={sidebarOpen || undefined}
      data-console={consoleOpen || undefined}
    >
      <TopBar />
      <Sidebar view={drawn.view} />
      <MapArea drawn={drawn} />
      <DetailPanel />
      {consoleOpen && (
        <Suspense fallback={<div className={classes.drawerLoading} aria-busy="true" />}>
          <CypherDrawer />
        </Suspense>
      )}
      <Announcer />
    </div>
  );
}
