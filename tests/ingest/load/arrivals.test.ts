import { expect, it } from 'vitest';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { announceArrivals, forgetGone, recordArrivals } from '../../../ingest/load/arrivals.ts';
import type { LoadResult } from '../../../ingest/load/loader.ts';
import { describeStores } from '../../support/stores.ts';

const LOADED = { concepts: 3, paperHashes: ['h', 'h'] } as LoadResult;
const NOW = new Date('2024-05-06T07:08:09Z');

const papers = (...ids: string[]) => ids.map((id) => ({ id }));
const stored = (...ids: string[]) => new Map(ids.map((id) => [id, 'hash']));

/** Papers that name `shared`, and each a concept of its own. */
async function put(store: StoreWriter, ...ids: string[]): Promise<void> {
  await store.write([
    {
      text: `UNWIND $ids AS id MERGE (p:Paper {id: id}) MERGE (own:Concept {id: 'of-' + id}) MERGE (all:Concept {id: 'shared'})
             MERGE (p)-[:MENTIONS]->(own) MERGE (p)-[:MENTIONS]->(all)
             SET own.paperCount = 1`,
      parameters: { ids },
    },
    { text: "MATCH (c:Concept {id: 'shared'}) SET c.paperCount = 9", parameters: {} },
  ]);
}

async function run(store: StoreWriter) {
  const text =
    "MATCH (r:Run {id: 'arrivals'}) RETURN r.at, r.papers, r.concepts, r.paperCount, r.conceptCount, r.pending";
  return (await store.read({ text, parameters: {} })).rows[0];
}

describeStores('arrivals', (factory) => {
  const withStore = async (work: (store: StoreWriter) => Promise<void>): Promise<void> => {
    const { writer, cleanup } = await factory.open();
    try {
      await writer.prepare();
      await work(writer);
    } finally {
      await cleanup();
    }
  };

  it('are what a later ingest brings; of a first one nothing is marked', () =>
    withStore(async (store) => {
      const first = await announceArrivals(store, papers('a', 'b'), stored());
      expect(first).toEqual({ papers: [], isFirst: true });
      await put(store, 'a', 'b');
      await recordArrivals(store, first!, LOADED, 1, NOW);
      expect(await run(store)).toEqual([NOW.toISOString(), [], [], 2, 3, []]);

      expect(await announceArrivals(store, papers('a', 'b'), stored('a', 'b')), 'nothing new').toBeNull();

      const later = await announceArrivals(store, papers('a', 'd', 'c'), stored('a', 'b'));
      await put(store, 'c', 'd');
      await recordArrivals(store, later!, LOADED, 1, NOW);
      expect(await run(store)).toEqual([NOW.toISOString(), ['c', 'd'], ['of-c', 'of-d'], 2, 2, []]);
    }));

  it('that are gone again are not told', () =>
    withStore(async (store) => {
      const first = await announceArrivals(store, papers('a'), stored());
      await put(store, 'a');
      await recordArrivals(store, first!, LOADED, 1, NOW);
      const later = await announceArrivals(store, papers('a', 'b', 'c'), stored('a'));
      await put(store, 'b', 'c');
      await recordArrivals(store, later!, LOADED, 1, NOW);
      await forgetGone(store, papers('a', 'b', 'c'), 1);
      expect((await run(store))?.slice(0, 4)).toEqual([NOW.toISOString(), ['b', 'c'], ['of-b', 'of-c'], 2]);
      await store.write([{ text: "MATCH (p:Paper {id: 'c'}) DETACH DELETE p", parameters: {} }]);
      await forgetGone(store, papers('a', 'b'), 1);
      expect(await run(store)).toEqual([NOW.toISOString(), ['b'], ['of-b'], 1, 1, []]);
      await announceArrivals(store, papers('a', 'b', 'd'), stored('a', 'b'));
      await forgetGone(store, papers('a'), 1);
      expect(await run(store)).toEqual([null, [], [], 0, 0, []]);
    }));

  it('of a run that was killed count with the run that ends its work', () =>
    withStore(async (store) => {
      await announceArrivals(store, papers('a', 'b'), stored());
      const first = await announceArrivals(store, papers('a', 'b'), stored('a'));
      expect(first, 'still the first').toEqual({ papers: [], isFirst: true });
      await recordArrivals(store, first!, LOADED, 1, NOW);

      await announceArrivals(store, papers('a', 'b', 'c', 'd'), stored('a', 'b'));
      const whole = await announceArrivals(store, papers('a', 'b', 'c', 'd'), stored('a', 'b', 'c', 'd'));
      expect(whole).toEqual({ papers: ['c', 'd'], isFirst: false });
      await recordArrivals(store, whole!, LOADED, 1, NOW);
      expect(
        await announceArrivals(store, papers('a', 'b', 'c', 'd'), stored('a', 'b', 'c', 'd')),
      ).toBeNull();
    }));
});
