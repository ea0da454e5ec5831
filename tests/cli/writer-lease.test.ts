import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { holdWriterLease } from '../../ingest/cli/writer-lease.ts';
import { describeStores } from '../support/stores.ts';

describeStores('the lease of a writer', (factory) => {
  it('is had by one at a time, and outlives nobody', async () => {
    const { writer, cleanup } = await factory.open();
    const heldBy = (owner: string, until: number) =>
      writer.write([
        {
          text: "MERGE (r:Run {id: 'writing'}) SET r.owner = $owner, r.until = $until",
          parameters: { owner, until },
        },
      ]);
    const leases = async () =>
      (await writer.read({ text: "MATCH (r:Run {id: 'writing'}) RETURN count(r)", parameters: {} })).rows;
    try {
      const release = await holdWriterLease(writer);
      expect(await leases()).toEqual([[1]]);
      await release();
      expect(await leases()).toEqual([[0]]);

      await heldBy('another-machine:1', Date.now() + 60_000);
      await expect(holdWriterLease(writer)).rejects.toMatchObject({ code: 'unavailable' });
      await heldBy('another-machine:1', Date.now() - 1);
      await (await holdWriterLease(writer))();

      // No process has this number: the highest that Linux gives is 4,194,304.
      await heldBy(`${hostname()}:99999999`, Date.now() + 60_000);
      await (await holdWriterLease(writer))();
      expect(await leases()).toEqual([[0]]);
    } finally {
      await cleanup();
    }
  });
});
