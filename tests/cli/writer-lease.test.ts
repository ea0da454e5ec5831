import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { holdWriterLease } from '../../ingest/cli/writer-lease.ts';
import { describeStores } from '../support/stores.ts';

const DAY = 86_400_000;
/** Milliseconds. */
const QUICK = { leaseMs: 60_000, renewMs: 300 };

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

      await heldBy('another-machine:1', Date.now() + 30_000);
      await expect(holdWriterLease(writer)).rejects.toMatchObject({ code: 'unavailable' });
      // Over by the clock: of one that says nothing, not of one that still renews it.
      for (const jump of [-DAY, DAY]) {
        let isLiving = true;
        const living = (async () => {
          for (let beat = 0; isLiving; beat += 1) {
            await heldBy('another-machine:1', Date.now() + jump + beat);
            await sleep(50);
          }
        })();
        await vi.waitFor(async () => expect(await leases()).toEqual([[1]]));
        await expect(holdWriterLease(writer, QUICK)).rejects.toMatchObject({ code: 'unavailable' });
        isLiving = false;
        await living;
        await (await holdWriterLease(writer, QUICK))();
        expect(await leases()).toEqual([[0]]);
      }

      const lost = await holdWriterLease(writer, QUICK);
      await heldBy('another-machine:1', Date.now() + 30_000);
      await expect(lost()).rejects.toThrow(/took over.*run the same again/);
      await writer.write([{ text: "MATCH (r:Run {id: 'writing'}) DELETE r", parameters: {} }]);

      // No process has this number: the highest that Linux gives is 4,194,304.
      await heldBy(`${hostname()}:99999999`, Date.now() + 60_000);
      await (await holdWriterLease(writer))();
      expect(await leases()).toEqual([[0]]);
    } finally {
      await cleanup();
    }
  });
});
