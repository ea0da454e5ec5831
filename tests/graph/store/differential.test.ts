import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedStore, STORES } from '../../support/stores.ts';
import { compare, queriesOf, type Verdict } from './differential/comparison.ts';
import { generate } from './differential/generate.ts';
import { GRAPH } from './differential/graph.ts';

/** Files of queries, and how many of each the embedded store must at least answer as Neo4j does. */
const TOPICS: Record<string, number> = {
  filters: 95,
  aggregation: 90,
  order: 50,
  patterns: 90,
  optional: 58,
  expressions: 80,
  chains: 75,
  temporal: 15,
  keys: 5,
  mended: 140,
  entities: 35,
};

const neo4j = STORES.find(({ name }) => name !== 'embedded')!;

describe.skipIf(!neo4j.available)('the same query on both stores', () => {
  const stores: OpenedStore[] = [];
  beforeAll(async () => {
    for (const factory of [STORES[0]!, neo4j]) {
      const opened = await factory.open();
      stores.push(opened);
      await opened.writer.prepare();
      await opened.writer.write(GRAPH);
      await opened.writer.checkpoint();
    }
  });
  afterAll(async () => {
    for (const { cleanup } of stores) await cleanup();
  });

  async function verdicts(queries: readonly string[]): Promise<Record<Verdict, number>> {
    const counts = { same: 0, mended: 0, refused: 0, neither: 0 };
    const complaints: string[] = [];
    for (const query of queries) {
      const { verdict, complaint } = await compare(stores[0]!.writer, stores[1]!.writer, query);
      if (complaint) complaints.push(complaint);
      counts[verdict]++;
    }
    expect(complaints).toEqual([]);
    return counts;
  }

  it.each(Object.entries(TOPICS))('gives the same rows, or is refused by name: %s', async (topic, least) => {
    const { same, mended } = await verdicts(queriesOf(topic));
    expect(same + mended).toBeGreaterThanOrEqual(least);
  });

  it('gives the same rows for queries put together by chance', async () => {
    const { same, mended, refused } = await verdicts(generate(7, 120));
    expect(same + mended).toBeGreaterThan(refused * 10);
  });
});
