import { useEffect, useState } from 'react';
import type { ShareManifest } from '../../../graph/export/share-file.ts';
import app from '../../App.module.css';
import { Announcer } from '../../components/Announcer.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { DetailPanel } from '../../panels/DetailPanel.tsx';
import { MapArea } from '../../panels/MapArea.tsx';
import { SearchBox } from '../../panels/SearchBox.tsx';
import { Sidebar } from '../../panels/Sidebar.tsx';
import { useAppearance } from '../../state/appearance.ts';
import { useFurniture } from '../../state/furniture.ts';
import { useSelection } from '../../state/selection.ts';
import { useDrawnView } from '../../use-drawn-view.ts';
import { useShortcuts } from '../../use-shortcuts.ts';
import { AboutFile } from './AboutFile.tsx';
import classes from './FileApp.module.css';

/** Map, legend, search and panels; what needs a server is not there. */
export function FileApp({ manifest }: { manifest: ShareManifest }) {
  useShortcuts();
  const drawn = useDrawnView();
  const selected = useSelection((state) => state.current);
  const sidebarOpen = useFurniture((state) => state.sidebar);
  const [about, setAbout] = useState(false);
  useEffect(() => {
    document.title = manifest.title;
  }, [manifest]);
  return (
    <div
      className={app.app}
      data-page="map"
      data-selected={selected?.type}
      data-sidebar={sidebarOpen || undefined}
    >
      <Head title={manifest.title} onAbout={() => setAbout(true)} />
      <Sidebar view={drawn.view} />
      <MapArea drawn={drawn} />
      <DetailPanel />
      <Announcer />
      {about && <AboutFile manifest={manifest} onClose={() => setAbout(false)} />}
    </div>
  );
}

function Head({ title, onAbout }: { title: string; onAbout(): void }) {
  const { sidebar, toggleSidebar } = useFurniture();
  const { scheme, setAppearance } = useAppearance();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <header className={classes.head}>
      <IconButton
        icon="panel"
        label={sidebar ? 'Hide the sidebar' : 'Show the sidebar'}
        onClick={toggleSidebar}
      />
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.search}>
        <SearchBox />
      </div>
      <button type="button" className={classes.about} onClick={onAbout}>
        About this file
      </button>
      <IconButton
        icon={other === 'dark' ? 'moon' : 'sun'}
        label={`Change to ${other}`}
        onClick={() => setAppearance(other)}
      />
    </header>
  );
}
