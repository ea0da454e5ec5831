import { LacunaError } from '../errors.ts';
import { SCHEMA_VERSION } from '../schema.ts';
import type { StoreReader } from './store.ts';

/** The schema that the last ingest which ended made the graph by; null where none has. */
export async function schemaOf(store: Pick<StoreReader, 'read'>): Promise<number | null> {
  const { rows } = await store.read({
    text: "MATCH (r:Run {id: 'ingest'}) RETURN r.maker AS maker",
    parameters: {},
  });
  const version = /^schema (\d+),/.exec(String(rows[0]?.[0] ?? ''))?.[1];
  return version === undefined ? null : Number(version);
}

/** Throws `refused` for a graph that a newer version made: what this one would write could be wrong in it. */
export async function refuseNewer(store: Pick<StoreReader, 'read'>): Promise<void> {
  const schema = await schemaOf(store);
  if (schema === null || schema <= SCHEMA_VERSION) return;
  throw new LacunaError(
    'refused',
    `A newer version of Lacuna made this graph (schema ${schema}; this one knows ${SCHEMA_VERSION}): install the newer one, or name another --store.`,
    { details: { schema } },
  );
}
