import { expect, it } from 'vitest';
import { isLacunaError, type LacunaError } from '../../../../graph/errors.ts';
import { openReader } from '../../../../graph/store/open.ts';
import type { StoreReader } from '../../../../graph/store/store.ts';
import type { StoreFactory } from '../../../support/stores.ts';
import { bait } from './bait.ts';
import { ASK, fewAtOnce, graphIn, snapshot, statement, storeAround } from './fixture.ts';
import { HOSTILE } from './hostile.ts';

export function questions(factory: StoreFactory): void {
  const fixture = storeAround(factory);
  const { fate, untouched } = bait();

  async function turnDownAll(store: StoreReader): Promise<void> {
    const before = await snapshot(store);
    const graph = await graphIn(store);
    const fates = await fewAtOnce(HOSTILE, async ({ text }) => {
      const error = await fate(store, text);
      expect(await graphIn(store), text).toBe(graph);
      return `${isLacunaError(error) ? error.code : error}: ${text}`;
    });
    expect(await snapshot(store)).toBe(before);
    expect(fates).toEqual(HOSTILE.map((hostile) => `${hostile[store.kind]}: ${hostile.text}`));
    await untouched();
  }

  it('are turned down unless they only read', () => turnDownAll(fixture.store));

  // NOTE: on Neo4j a writer asks as a reader does, in a session that may not write.
  // A Neo4j reader and writer are one code there.
  if (factory.name === 'embedded')
    it('are turned down by a reader too', async () => {
      await fixture.store.close();
      const reader = await openReader(fixture.opened.location);
      try {
        await turnDownAll(reader);
      } finally {
        await reader.close();
      }
    });

  it('that read are answered, whatever stands before them', async () => {
    for (const text of [
      'MATCH (p:Paper) RETURN p.id AS id ORDER BY id',
      '  PROFILE MATCH (p:Paper) RETURN p.id AS id ORDER BY id',
      'match (p:Paper) return p.id as id order by id',
      '// words\n/* more */ MATCH (p:Paper) RETURN p.id AS id ORDER BY id // CREATE (x)',
      "MATCH (p:Paper) WHERE p.title <> 'CREATE (x) SET DELETE' RETURN p.id AS id ORDER BY id",
      "MATCH (p:Paper) WHERE p.title <> 'apoc.load.json(1)' RETURN p.id AS id ORDER BY id",
      'CYPHER 5 MATCH (p:Paper) RETURN p.id AS id ORDER BY id',
      'MATCH (p:Paper) CALL (p) { RETURN 1 AS one } RETURN p.id AS id ORDER BY id',
      'MATCH (p:Paper) WHERE EXISTS { (p)-[:MENTIONS]->(:Concept) } RETURN p.id AS id ORDER BY id',
    ]) {
      const table = await fixture.store.ask(statement(text), ASK);
      expect(table, text).toMatchObject({
        columns: ['id'],
        rows: [['p1'], ['p2'], ['p3']],
        truncated: false,
      });
    }
  });

  it('may look at the schema', async () => {
    const { rows } = await fixture.store.ask(statement('CALL db.labels() YIELD label RETURN label'), ASK);
    expect(rows.flat()).toContain('Paper');
    const years = statement("MATCH (p:Paper) RETURN date('2020-01-01').year + p.year AS y", {});
    if (factory.name !== 'embedded') expect((await fixture.store.ask(years, ASK)).rows).toHaveLength(3);
  });

  it('get their parameters', async () => {
    const text = 'MATCH (p:Paper {year: $year}) RETURN p.id AS id LIMIT $limit';
    expect((await fixture.store.ask(statement(text, { year: 2002, limit: 5 }), ASK)).rows).toEqual([['p2']]);
  });

  it('with a mistake are told where it is', async () => {
    const texts = ['MATCH (p:Paper) RETURN p.id +', 'PROFILE MATCH (p:Paper)\nRETURN p.id +'];
    const places = [];
    for (const text of texts) {
      const error = await fixture.store.ask(statement(text), ASK).catch((thrown: LacunaError) => thrown);
      expect(error).toMatchObject({ code: 'input' });
      places.push((error as LacunaError).details);
    }
    expect(places).toMatchObject([
      { line: 1, column: expect.any(Number) },
      { line: 2, column: expect.any(Number) },
    ]);
    expect(places[0]!.column).toBeGreaterThan(20);
    expect(places[0]!.column).toBeLessThan(32);
  });

  it('that fail while running are the asker’s to mend', async () => {
    const failing = statement('MATCH (p:Paper) RETURN 1 / (p.year - p.year) AS x');
    await expect(fixture.store.ask(failing, ASK)).rejects.toMatchObject({ code: 'input' });
    const unknown = statement('RETURN noSuchFunction(1) AS x');
    await expect(fixture.store.ask(unknown, ASK)).rejects.toMatchObject({ code: 'input' });
  });
}
