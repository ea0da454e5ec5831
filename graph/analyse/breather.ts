import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that a computation may hold the event loop before others get their turn. */
const HOLD_MS = 20;

/** To be awaited often in long computations: lets others run now and then, throws once the signal is aborted. */
export function breather(signal?: AbortSignal): () => Promise<void> | void {
  let last = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - last < HOLD_MS) return;
    return nextTurn().then(() => {
      last = performance.now();
      signal?.throwIfAborted();
    });
  };
}
