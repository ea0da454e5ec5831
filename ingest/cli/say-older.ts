import { SCHEMA_VERSION } from '../../graph/schema.ts';
import { schemaOf } from '../../graph/store/schema-version.ts';
import type { StoreLocation, StoreReader } from '../../graph/store/store.ts';
import { say } from './session.ts';

/** Says on standard error that an older version made the graph, and what to do; whether it did so. */
export async function sayOlder(store: Pick<StoreReader, 'read'>, location: StoreLocation): Promise<boolean> {
  const schema = await schemaOf(store);
  if (schema === null || schema >= SCHEMA_VERSION) return false;
  const name = location.kind === 'embedded' ? `file:${location.folder}` : location.uri;
  say(
    `An older version made this graph (schema ${schema} of ${SCHEMA_VERSION}): lacuna migrate --store "${name}" makes it anew from its papers.`,
  );
  return true;
}
