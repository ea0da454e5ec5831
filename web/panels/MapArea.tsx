import { lazy, Suspense } from 'react';
import { Boundary } from '../components/Boundary.tsx';
import { Failure } from '../components/Failure.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { MapCanvas } from '../sigma/MapCanvas.tsx';
import { useMapTool } from '../state/map-tool.ts';
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

const PickedBar = lazy(() => import('./map/PickedBar.tsx'));
const QueryLensState = lazy(() => import('./lenses/QueryLensState.tsx'));
const NodeMenu = lazy(() => import('./map/NodeMenu.tsx'));

/** Middle: the map, or why there is none. */
export function MapArea({ drawn }: { drawn: DrawnView }) {
  const { base, view, waiting, error, retry } = drawn;
  const fly = useView((state) => state.fly);
  const narrowed = useView(isNarrowed);
  const picking = useView((state) => state.picked.size > 0);
  const ofStatement = useView(({ lens, query }) => lens === 'query' && query !== null);
  const { tool, take, menu } = useMapTool();

  const empty = base !== undefined && base.nodes.id.length === 0 && !narrowed;

  function content() {
    // What the filters leave empty keeps its camera.
    if (base && view && (base.nodes.id.length > 0 || narrowed)) {
      return (
        <>
          <MapCanvas base={base} view={view} />
          {view.nodes.id.length === 0 && (
            <div className={classes.over}>
              {base.found?.nodes === 0 ? (
                <Suspense>
                  <QueryLensState />
                </Suspense>
              ) : (
                <NothingLeft />
              )}
            </div>
          )}
          <div className={classes.zoom} role="toolbar" aria-label="Map" aria-orientation="vertical">
            <IconButton icon="plus" label="Nearer" onClick={() => fly({ to: 'nearer' })} />
            <IconButton icon="minus" label="Farther" onClick={() => fly({ to: 'farther' })} />
            <IconButton icon="fit" label="Show the whole map" keys="0" onClick={() => fly({ to: 'all' })} />
            <IconButton
              icon="box"
              label="Pick with a box"
              keys="B, or Shift and drag"
              pressed={tool === 'box'}
              onClick={() => take('box')}
            />
            <IconButton
              icon="lasso"
              label="Pick with a lasso"
              keys="L, or Alt and drag"
              pressed={tool === 'lasso'}
              onClick={() => take('lasso')}
            />
          </div>
          <MapStatus base={base} view={view} />
          <Suspense>
            {picking && <PickedBar view={view} />}
            {menu && <NodeMenu view={view} menu={menu} key={`${menu.id} ${menu.x} ${menu.y}`} />}
          </Suspense>
          <MapNotice />
        </>
      );
    }
    if (base) return <EmptyMap />;
    if (error && ofStatement) {
      return (
        <div className={classes.middle}>
          <Suspense>
            <QueryLensState error={error} />
          </Suspense>
        </div>
      );
    }
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
        {!empty && <FilterBar base={base} view={view} waiting={waiting} />}
      </main>
      {!empty && <TimeStrip years={base?.years ?? []} />}
    </div>
  );
}
