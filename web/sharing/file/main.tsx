/** The page of a file of its own: the same map and panels, answered by what stands in the file. */
import '../../styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { SHARE_DATA_ID, type ShareManifest, unpackShared } from '../../../graph/export/share-file.ts';
import { answerFrom } from '../../api.ts';
import { Boundary } from '../../components/Boundary.tsx';
import { queryClient } from '../../queries.ts';
import { followAddress } from '../../state/address.ts';
import { applyAppearance, useAppearance } from '../../state/appearance.ts';
import { applyExtents } from '../../state/extents.ts';
import { useHost } from '../../state/host.ts';
import { usePage } from '../../state/page.ts';
import { type TargetType, useSelection } from '../../state/selection.ts';
import { followView } from '../../state/view-history.ts';
import { FileApp } from './FileApp.tsx';
import { createLocalServer } from './local-server.ts';

const HELD: ReadonlySet<TargetType> = new Set(['paper', 'concept', 'theme']);

function Root({ manifest }: { manifest: ShareManifest }) {
  const scheme = useAppearance((state) => state.scheme);
  return (
    <StrictMode>
      <MantineProvider
        forceColorScheme={scheme}
        withCssVariables={false}
        withGlobalClasses={false}
        theme={{ respectReducedMotion: true, cursorType: 'pointer' }}
      >
        <QueryClientProvider client={queryClient}>
          <Boundary what="The page stopped working.">
            <FileApp manifest={manifest} />
          </Boundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}

async function start(): Promise<void> {
  z.config({ jitless: true });
  const data = document.getElementById(SHARE_DATA_ID)?.textContent;
  if (!data) throw new Error('There is no graph in this file.');
  const shared = await unpackShared(data);
  answerFrom(createLocalServer(shared));
  useHost.setState({ host: 'file' });
  if (window.location.hash === '' && shared.address !== '') window.location.hash = shared.address;
  applyAppearance(document.documentElement);
  applyExtents(document.documentElement);
  followAddress(window);
  leaveWhatIsNotHere();
  followView();
  createRoot(document.getElementById('root')!).render(<Root manifest={shared.manifest} />);
}

/** The view that was shared may have stood beside a page or a panel that only a server can fill. */
function leaveWhatIsNotHere(): void {
  usePage.getState().show('map');
  const { current, select } = useSelection.getState();
  if (current && !HELD.has(current.type)) select(null);
}

start().catch((error: unknown) => {
  const told = error instanceof Error ? error.message : String(error);
  document.getElementById('root')!.textContent = `This file can't be read: ${told}`;
});
