import { Boundary } from '../components/Boundary.tsx';
import { Failure } from '../components/Failure.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { MapCanvas } from '../sigma/MapCanvas.tsx';
import { useView } from '../state/view.ts';
import type { DrawnView } from '../use-drawn-view.ts';
import { EmptyMap } from './EmptyMap.tsx';
import { FilterBar } from './filters/FilterBar.tsx';
import { isNarrowed } from './filters/filter-chips.ts';
import { NothingLeft } from './filters/NothingLeft.tsx';
import classes from './MapArea.module.css';
import { MapNotice } from './MapNotice.tsx';
import { MapStatus } from './MapStatus.tsx';
import { TimeStrip } from './time/TimeStrip.tsx';

/** Middle: the map, or why there is none. */
export function MapArea({ drawn }: { drawn: DrawnView }) {
  const { base, view, waiting, error, retry } = drawn;
  const fly = useView((state) => state.fly);
  const narrowed = useView(isNarrowed);

  const empty = base !== undefined && base.nodes.id.length === 0 && !narrowed;

  function content() {
    if (base && view && base.nodes.id.length > 0) {
      return (
        <>
          <MapCanvas base={base} view={view} />
          <div className={classes.zoom} role="toolbar" aria-label="Map" aria-orientation="vertical">
            <IconButton icon="plus" label="Nearer" onClick={() => fly({ to: 'nearer' })} />
            <IconButton icon="minus" label="Farther" onClick={() => fly({ to: 'farther' })} />
            <IconButton icon="fit" label="Show the whole map" onClick={() => fly({ to: 'all' })} />
          </div>
          <MapStatus base={base} view={view} />
          <MapNotice />
        </>
      );
    }
    if (base) return narrowed ? <NothingLeft /> : <EmptyMap />;
    if (error) {
      return (
        <div className={classes.middle}>
          <Failure what="The map could not be loaded." error={error} onRetry={retry} />
        </div>
      );
    }
    return (
      <div className={classes.loading} aria-busy="true">
        <span className="sr-only">Loading the map</span>
      </div>
    );
  }

  return (
    <div className={classes.column}>
      <main className={classes.area} aria-label="Map">
        <Boundary what="The map stopped working.">{content()}</Boundary>
        {!empty && <FilterBar base={base} waiting={waiting} />}
      </main>
      {!empty && <TimeStrip years={base?.years ?? []} />}
    </div>
  );
}
