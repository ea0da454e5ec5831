import { EmbeddedReader, EmbeddedWriter } from './embedded/embedded-backend.ts';
import { GuardedReader, GuardedWriter } from './guarded-store.ts';
import { limitsOf, type StoreOptions } from './options.ts';
import { refuseNewer } from './schema-version.ts';
import type { StoreLocation, StoreReader, StoreWriter } from './store.ts';

export type { StoreOptions } from './options.ts';

/** Its driver takes a quarter of a second to import, which an embedded store needn't wait for. */
const neo4j = () => import('./neo4j/neo4j-backend.ts');

/** Opens a store for reading only. Throws `notFound` when there is none, `unavailable` when it can't be had, `refused` for a graph of a newer version. */
export async function openReader(location: StoreLocation, options: StoreOptions = {}): Promise<StoreReader> {
  const limits = limitsOf(options);
  const backend =
    location.kind === 'embedded'
      ? new EmbeddedReader(location.folder, limits)
      : new (await neo4j()).Neo4jReader(location, limits, options.onWait);
  return ofThisVersion(await GuardedReader.open(backend, limits));
}

/**
 * Opens a store for writing, and makes it when there is none (unless `mayCreate` is false). An embedded one is
 * then held by this process alone.
 */
export async function openWriter(location: StoreLocation, options: StoreOptions = {}): Promise<StoreWriter> {
  const limits = limitsOf(options);
  const backend =
    location.kind === 'embedded'
      ? new EmbeddedWriter(location.folder, limits, options.mayCreate)
      : new (await neo4j()).Neo4jWriter(location, limits, options.onWait);
  return ofThisVersion(await GuardedWriter.open(backend, limits));
}

async function ofThisVersion<S extends StoreReader>(store: S): Promise<S> {
  try {
    await refuseNewer(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
