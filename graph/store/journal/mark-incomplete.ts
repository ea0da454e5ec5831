import { KEY } from '../../schema.ts';
import type { StoreWriter } from '../store.ts';

/** Papers in one transaction. */
const PAPERS = 5000;

/**
 * Has the next ingest and the next analysis write all that differs: for a store that lost a transaction, where what came after it says that papers are
 * whole though what hangs on them is not.
 */
export async function markIncomplete(store: StoreWriter): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await store.read({
      text: `MATCH (p:Paper) WHERE p.${KEY} > $after RETURN p.${KEY} AS id ORDER BY id LIMIT $limit`,
      parameters: { after, limit: PAPERS },
    });
    if (rows.length === 0) break;
    const ids = rows.map(([id]) => String(id));
    const text = `UNWIND $ids AS id MATCH (p:Paper {${KEY}: id}) SET p.hash = ''`;
    await store.write([{ text, parameters: { ids } }]);
    after = ids.at(-1)!;
  }
  await store.write(
    [
      `MATCH (r:Run {${KEY}: 'ingest'}) SET r.graph = '', r.inputs = $none`,
      `MATCH (r:Run {${KEY}: 'analysis'}) SET r.made = ''`,
    ].map((text) => ({ text, parameters: { none: [] } })),
  );
}
