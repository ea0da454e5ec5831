import { lazy, Suspense, useEffect, useRef } from 'react';
import type { GraphView } from '../../graph/contract.ts';
import { CameraController } from './controllers/CameraController.tsx';
import { EmphasisController } from './controllers/EmphasisController.tsx';
import { GraphController } from './controllers/GraphController.tsx';
import { KeyController } from './controllers/KeyController.tsx';
import { PointerController } from './controllers/PointerController.tsx';
import { SightController } from './controllers/SightController.tsx';
import { publishDrawing } from './current-drawing.ts';
import classes from './MapCanvas.module.css';
import { useSigma } from './use-sigma.ts';

const MapHands = lazy(() => import('./MapHands.tsx'));

interface Props {
  /** What the server sent for the lens: the map's frame. */
  base: GraphView;
  /** The same with what was laid over it. */
  view: GraphView;
}

/** The map. React draws none of it: Sigma does, and the controllers tell it what. */
export function MapCanvas({ base, view }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const { scene, labels, failed } = useSigma(container);
  useEffect(() => (scene && labels ? publishDrawing({ scene, labels }) : undefined), [scene, labels]);
  const label = `Map of ${view.nodes.id.length} papers and concepts in ${view.themes.length} themes. Arrow keys move it, plus and minus zoom. The outline lists the same.`;
  return (
    <>
      <div ref={container} className={classes.map} data-region="map" role="application" aria-label={label} />
      {failed && (
        <p className={classes.failed} role="alert">
          This browser cannot draw the map (it has no WebGL). The outline lists all of it.
        </p>
      )}
      {scene && labels && (
        <>
          <GraphController scene={scene} base={base} view={view} />
          <EmphasisController scene={scene} view={view} />
          <PointerController scene={scene} labels={labels} />
          <KeyController scene={scene} />
          <CameraController scene={scene} view={view} />
          <SightController scene={scene} view={view} />
          <Suspense>
            <MapHands scene={scene} labels={labels} />
          </Suspense>
        </>
      )}
    </>
  );
}
