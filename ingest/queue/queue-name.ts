import { LacunaError } from '../../graph/errors.ts';
import type { StoreReader } from '../../graph/store/store.ts';

/** Throws `input` for a store that several processes can't write to. */
export function refuseUnlessServer(kind: StoreReader['kind']): void {
  if (kind === 'neo4j') return;
  throw new LacunaError(
    'input',
    'Workers write to Neo4j, and an embedded store is held by one process: give --store neo4j://… or bolt://….',
  );
}

/**
 * The queue of one extractor, in one version, for one database: a worker that has another extractor, or writes
 * elsewhere, never sees its jobs.
 */
export async function queueName(store: StoreReader, extractor: string): Promise<string> {
  const { rows } = await store.read({ text: 'CALL db.info() YIELD id RETURN id', parameters: {} });
  return `lacuna.${extractor}.${rows[0]?.[0]}`.replace(/[^\w.-]+/g, '_');
}
