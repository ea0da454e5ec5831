import type { StoreWriter } from '../../graph/store/store.ts';

const BATCH = 5000;

/** Removes all nodes and relations, in portions that fit in memory. */
export async function wipe(writer: StoreWriter): Promise<void> {
  for (;;) {
    const { rows } = await writer.read({ text: 'MATCH (n) RETURN count(n)', parameters: {} });
    if (rows[0]?.[0] === 0) return;
    await writer.write([
      { text: 'MATCH (n) WITH n LIMIT $batch DETACH DELETE n', parameters: { batch: BATCH } },
    ]);
  }
}
