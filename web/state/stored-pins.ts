/** What is pinned in the store, where it stands on every map. */
import { create } from 'zustand';
import type { Position } from './view.ts';

interface StoredPins {
  readonly places: ReadonlyMap<string, Position>;
  know(places: ReadonlyMap<string, Position>): void;
  /** Null where one is no more pinned. */
  change(pins: Iterable<readonly [id: string, place: Position | null]>): void;
}

export const useStoredPins = create<StoredPins>()((set) => ({
  places: new Map(),
  know: (places) => set({ places }),
  change: (pins) =>
    set(({ places }) => {
      const next = new Map(places);
      for (const [id, place] of pins) {
        if (place) next.set(id, place);
        else next.delete(id);
      }
      return { places: next };
    }),
}));
