import './styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './App.tsx';
import { Boundary } from './components/Boundary.tsx';
import { queryClient } from './queries.ts';
import { followAddress } from './state/address.ts';
import { applyAppearance, useAppearance } from './state/appearance.ts';
import { isEmbedded } from './state/embedding.ts';
import { applyExtents } from './state/extents.ts';
import { useHost } from './state/host.ts';
import { welcome } from './state/tour.ts';
import { followView } from './state/view-history.ts';

// NOTE: zod would compile its checks with `new Function`, which the content policy refuses.
z.config({ jitless: true });
applyAppearance(document.documentElement);
applyExtents(document.documentElement);
followAddress(window);
followView();

const EmbedApp = lazy(() => import('./sharing/EmbedApp.tsx'));
const embedded = isEmbedded(window.location);
if (embedded) useHost.setState({ host: 'frame' });
else welcome(window);

/** Mantine writes no style elements of its own here: base.css has its variables, and the policy wants none. */
function Root() {
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
            {embedded ? (
              <Suspense fallback={null}>
                <EmbedApp />
              </Suspense>
            ) : (
              <App />
            )}
          </Boundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}

createRoot(document.getElementById('root')!).render(<Root />);
// Not before the first paint, but before anybody prints.
window.addEventListener(
  'load',
  () => void import('./sharing/print-map.ts').then(({ printMap }) => printMap(window)),
);
