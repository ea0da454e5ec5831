/** The map that is drawn right now, for those who make something else of it: a picture, a file, a print. */
import type { LabelLayer } from './label-layer.ts';
import type { MapScene } from './map-scene.ts';

export interface Drawing {
  readonly scene: MapScene;
  readonly labels: LabelLayer;
}

let current: Drawing | null = null;

/** The function returned takes it back. */
export function publishDrawing(drawing: Drawing): () => void {
  current = drawing;
  return () => {
    if (current === drawing) current = null;
  };
}

/** Null while no map is drawn. */
export function currentDrawing(): Drawing | null {
  return current?.scene.view ? current : null;
}
