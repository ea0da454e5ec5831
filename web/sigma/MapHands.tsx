import { useEffect } from 'react';
import { followPins, readStoredPins } from '../map-actions.ts';
import { AreaController } from './controllers/AreaController.tsx';
import { DragController } from './controllers/DragController.tsx';
import { ReportController } from './controllers/ReportController.tsx';
import type { LabelLayer } from './label-layer.ts';
import type { MapScene } from './map-scene.ts';

/** What the pointer does beside looking: comes over the wire after the first map is drawn. */
export default function MapHands({ scene, labels }: { scene: MapScene; labels: LabelLayer }) {
  useEffect(() => {
    // Without them nothing is marked as pinned that was pinned before; the places are the server's all the same.
    void readStoredPins().catch(() => {});
    return followPins();
  }, []);
  return (
    <>
      <DragController scene={scene} />
      <AreaController scene={scene} />
      <ReportController scene={scene} labels={labels} />
    </>
  );
}
