import { useCallback, useEffect, useState } from 'react';
import { Failure } from '../components/Failure.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { EmptyMap } from '../panels/EmptyMap.tsx';
import { MapCanvas } from '../sigma/MapCanvas.tsx';
import { wholeAddress } from '../state/embedding.ts';
import { useView } from '../state/view.ts';
import { useDrawnView } from '../use-drawn-view.ts';
import classes from './EmbedApp.module.css';
import { EmbedLegend } from './EmbedLegend.tsx';

/** The map alone, as part of another page, and a way to the whole of it. */
export default function EmbedApp() {
  const { base, view, error, retry } = useDrawnView();
  const fly = useView((state) => state.fly);
  return (
    <main className={classes.frame} aria-label="Map">
      {base && view && base.nodes.id.length > 0 ? (
        <MapCanvas base={base} view={view} />
      ) : base ? (
        <EmptyMap />
      ) : error ? (
        <Failure what="The map could not be loaded." error={error} onRetry={retry} />
      ) : (
        <p className="sr-only">Loading the map</p>
      )}
      {base && view && <EmbedLegend view={view} />}
      <div className={classes.tools} role="toolbar" aria-label="Map">
        <IconButton icon="plus" label="Nearer" onClick={() => fly({ to: 'nearer' })} />
        <IconButton icon="minus" label="Farther" onClick={() => fly({ to: 'farther' })} />
        <IconButton icon="fit" label="Show the whole map" onClick={() => fly({ to: 'all' })} />
      </div>
      <WholeLink />
    </main>
  );
}

/** Keeps up with the address, which holds the view. */
function WholeLink() {
  const [address, setAddress] = useState(() => wholeAddress(window.location.href));
  const follow = useCallback(() => setAddress(wholeAddress(window.location.href)), []);
  useEffect(() => {
    document.title = 'Lacuna';
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [follow]);
  return (
    <a
      className={classes.whole}
      href={address}
      target="_blank"
      rel="noreferrer"
      onFocus={follow}
      onPointerEnter={follow}
    >
      Open in Lacuna
    </a>
  );
}
