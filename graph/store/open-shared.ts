import { ParallelStore } from './shared/parallel-store.ts';
import { SwitchingStore } from './shared/switching-store.ts';
import type { SharedOptions, SharedStore } from './shared-store.ts';
import type { StoreLocation } from './store.ts';

/** Opens a store that is there. Throws `notFound` when there is none, `unavailable` when it can't be had. */
export function openShared(location: StoreLocation, options: SharedOptions = {}): Promise<SharedStore> {
  return location.kind === 'embedded'
    ? SwitchingStore.open(location, options)
    : ParallelStore.open(location, options);
}
