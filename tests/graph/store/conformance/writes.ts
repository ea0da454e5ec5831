import { expect, it } from 'vitest';
import { NODE_LABELS } from '../../../../graph/schema.ts';
import type { StoreFactory } from '../../../support/stores.ts';
import { rowsOf, SEED, snapshot, statement, storeAround } from './fixture.ts';

export function writes(factory: StoreFactory): void {
  const fixture = storeAround(factory);

  it('prepares as often as asked', async () => {
    const before = await snapshot(fixture.store);
    await fixture.store.prepare();
    expect(await snapshot(fixture.store)).toBe(before);
  });

  it('changes nothing when the same is written again', async () => {
    const before = await snapshot(fixture.store);
    await fixture.store.write(SEED);
    expect(await snapshot(fixture.store)).toBe(before);
  });

  it('keeps one node per id, for every label', async () => {
    for (const label of NODE_LABELS) {
      const twice = statement(`CREATE (:${label} {id: 'same'}) CREATE (:${label} {id: 'same'})`);
      await expect(fixture.store.write([twice]), label).rejects.toMatchObject({ code: 'input' });
      expect(await rowsOf(fixture.store, `MATCH (n:${label} {id: 'same'}) RETURN count(n) AS n`)).toEqual([
        [0],
      ]);
    }
  });

  it('undoes all statements when one fails', async () => {
    const before = await snapshot(fixture.store);
    for (const failing of [
      statement("CREATE (:Paper {id: 'p1'})"),
      statement('MATCH (p:Paper) SET p.bad = 1 / 0'),
      statement('MATCH (p:Paper SET p.bad = 1'),
      statement('MATCH (p:Paper) SET p.bad = $missing'),
    ]) {
      const others = [
        statement("CREATE (:Paper {id: 'new'})"),
        statement('MATCH (p:Paper) SET p.seen = true'),
      ];
      await expect(fixture.store.write([...others, failing]), failing.text).rejects.toMatchObject({
        code: 'input',
      });
      expect(await snapshot(fixture.store), failing.text).toBe(before);
    }
  });

  it('sees in one statement what the one before it wrote', async () => {
    await fixture.store.write([
      statement("CREATE (:Paper {id: 'new', year: 1})"),
      statement("MATCH (p:Paper {id: 'new'}) SET p.year = p.year + 1"),
    ]);
    expect(await rowsOf(fixture.store, "MATCH (p:Paper {id: 'new'}) RETURN p.year AS year")).toEqual([[2]]);
  });

  it('writes one after the other, however many come at once', async () => {
    const merge = statement("MERGE (c:Concept {id: 'counter'}) SET c.count = coalesce(c.count, 0) + 1");
    await Promise.all(Array.from({ length: 40 }, () => fixture.store.write([merge])));
    const rows = await rowsOf(fixture.store, "MATCH (c:Concept {id: 'counter'}) RETURN c.count AS count");
    expect(rows).toEqual([[40]]);
  });

  it('goes on after a write that failed', async () => {
    const failed = fixture.store.write([statement('RETURN 1 / 0')]);
    const next = fixture.store.write([statement("CREATE (:Paper {id: 'next'})")]);
    await expect(failed).rejects.toMatchObject({ code: 'input' });
    await next;
    expect(await rowsOf(fixture.store, "MATCH (p:Paper {id: 'next'}) RETURN count(p) AS n")).toEqual([[1]]);
  });

  it('changes labels and clears properties', async () => {
    await fixture.store.write([
      statement("MATCH (c:Concept {id: 'c1'}) REMOVE c:Method:Task SET c:Term SET c += $properties", {
        properties: { name: null, kind: 'Term' },
      }),
    ]);
    const [[node]] = (await rowsOf(fixture.store, "MATCH (c:Concept {id: 'c1'}) RETURN c")) as [
      [{ $node: { labels: string[]; properties: object } }],
    ];
    expect(node.$node.labels.toSorted()).toEqual(['Concept', 'Term']);
    expect(node.$node.properties).toEqual({ id: 'c1', kind: 'Term' });
  });

  it('undoes a write that is aborted, and takes the next one', async () => {
    const before = await snapshot(fixture.store);
    const controller = new AbortController();
    const slow = statement(
      'UNWIND range(1, 100000000) AS x MERGE (p:Paper {id: toString(x % 10)}) SET p.year = x',
    );
    const aborted = fixture.store.write([statement("CREATE (:Paper {id: 'half'})"), slow], {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(new Error('enough')), 500);
    await expect(aborted).rejects.toThrow('enough');
    expect(await snapshot(fixture.store)).toBe(before);
    await fixture.store.write([statement("CREATE (:Paper {id: 'after'})")]);
    await expect(fixture.store.write([slow], { timeoutMs: 500 })).rejects.toMatchObject({ code: 'limit' });
    const rows = await rowsOf(fixture.store, 'MATCH (p:Paper) RETURN p.id AS id ORDER BY id');
    expect(rows).toEqual([['after'], ['p1'], ['p2'], ['p3']]);
  });

  it('keeps what it wrote', async () => {
    await fixture.store.write([statement("CREATE (:Paper {id: 'kept'})")]);
    await fixture.store.checkpoint();
    await fixture.store.checkpoint();
    expect(await rowsOf(fixture.store, "MATCH (p:Paper {id: 'kept'}) RETURN count(p) AS n")).toEqual([[1]]);
  });
}
