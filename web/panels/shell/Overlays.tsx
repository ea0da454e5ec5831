import { lazy, Suspense } from 'react';
import { useOverlay } from '../../state/overlay.ts';
import { useTour } from '../../state/tour.ts';
import { Palette } from './Palette.tsx';

const KeyList = lazy(() => import('./KeyList.tsx'));
const ShareDialog = lazy(() => import('../../sharing/ShareDialog.tsx'));
const Tour = lazy(() => import('./Tour.tsx'));

/** What lies over the whole page; all but the palette, into which one types at once, comes over the wire when it is first wanted. */
export function Overlays() {
  const overlay = useOverlay((state) => state.overlay);
  const touring = useTour((state) => state.step !== null);
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette />}
      {overlay === 'keys' && <KeyList />}
      {overlay === 'sharing' && <ShareDialog />}
      {touring && <Tour />}
    </Suspense>
  );
}
