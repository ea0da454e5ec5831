import type { StoreWriter } from '../../graph/store/store.ts';
import { unsettle } from '../load/statements.ts';

/**
 * The store, which counts as settled no more from the first write on, in the same transaction: so a run that was killed in
 * between leaves none that is taken for the end of another.
 */
export function unsettlingStore(store: StoreWriter): StoreWriter {
  let settled = true;
  return {
    kind: store.kind,
    engine: store.engine,
    ...(store.bookmarks && { bookmarks: store.bookmarks }),
    read: (statement, options) => store.read(statement, options),
    ask: (statement, options) => store.ask(statement, options),
    callables: (options) => store.callables(options),
    prepare: () => store.prepare(),
    async write(statements, options) {
      await store.write(settled ? [unsettle(), ...statements] : statements, options);
      settled = false;
    },
    checkpoint: () => store.checkpoint(),
    close: () => store.close(),
  };
}
