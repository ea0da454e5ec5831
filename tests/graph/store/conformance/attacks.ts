import { expect, it } from 'vitest';
import { isLacunaError } from '../../../../graph/errors.ts';
import { openReader } from '../../../../graph/store/open.ts';
import type { Value } from '../../../../graph/store/store.ts';
import type { StoreFactory } from '../../../support/stores.ts';
import { ASK, rowsOf, statement, storeAround } from './fixture.ts';

const MEGABYTE = 2 ** 20;
const LIMIT_MS = 2000;
const deep = (wrap: (inner: Value) => Value): Value => {
  let value: Value = 1;
  for (let level = 0; level < 5000; level++) value = wrap(value);
  return value;
};

/** Stopped by their size alone, before an engine sees them. */
const OVERSIZED: [string, string, Record<string, Value>, string][] = [
  ['a statement of 10 MB', `RETURN '${'x'.repeat(10 * MEGABYTE)}' AS x`, {}, 'askLength'],
  ['a parameter of 10 MB', 'RETURN size($x) AS x', { x: 'x'.repeat(10 * MEGABYTE) }, 'askParameterLength'],
  ['a million parameters', 'RETURN size($x) AS x', { x: Array(1_000_000).fill(1) }, 'askParameterLength'],
  ['lists in lists', 'RETURN $x AS x', { x: deep((inner) => [inner]) }, 'askNesting'],
  ['maps in maps', 'RETURN $x AS x', { x: deep((inner) => ({ inner })) }, 'askNesting'],
];

/** One engine stops them by its time or memory, another sees through them: both is well, if it goes on. */
const GREEDY = [
  `RETURN ${'('.repeat(10_000)}1${')'.repeat(10_000)} AS x`,
  `RETURN ${'['.repeat(10_000)}1${']'.repeat(10_000)} AS x`,
  `RETURN ${'NOT '.repeat(10_000)}true AS x`,
  `RETURN ${'CASE WHEN true THEN '.repeat(4000)}1${' END'.repeat(4000)} AS x`,
  `MATCH (n) WHERE ${'EXISTS { MATCH (n) WHERE '.repeat(2000)}true${'}'.repeat(2000)} RETURN n`,
  `RETURN ${Array.from({ length: 3000 }, (_, index) => `1 AS c${index}`).join(',')}`,
  'RETURN size(range(1, 1000000000)) AS x',
  'MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o), (p) RETURN count(*) AS x',
  'MATCH p = (a)-[*1..50]-(b), q = (c)-[*1..50]-(d), r = (e)-[*1..50]-(f) RETURN count(*) AS x',
  "RETURN reduce(s = '', i IN range(1, 40) | s + 'a') + '!' =~ '(a+)+$' AS x",
  'RETURN reduce(s = 0, a IN range(1, 60000) | s + reduce(t = 0, b IN range(1, 60000) | t + b % 7)) AS x',
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a < 0 RETURN count(*) AS x',
];

/** What a stranger may cost, in time, memory and patience of the others. */
export function attacks(factory: StoreFactory): void {
  const fixture = storeAround(factory, { askMemoryBytes: 200 * MEGABYTE });

  it('turns down what is too large to look at', async () => {
    for (const [what, text, parameters, limit] of OVERSIZED) {
      const asked = fixture.store.ask(statement(text, parameters), ASK);
      await expect(asked, what).rejects.toMatchObject({ code: 'limit', details: { limit } });
    }
    expect((await fixture.store.ask(statement('RETURN 1 AS one'), ASK)).rows).toEqual([[1]]);
  });

  it('bounds what it sends', async () => {
    const wide =
      "WITH reduce(s = 'x', i IN range(1, 16) | s + s) AS s UNWIND range(1, 50) AS row RETURN s, row";
    const asked = fixture.store.ask(statement(wide), { ...ASK, maxBytes: MEGABYTE });
    await expect(asked).rejects.toMatchObject({
      code: 'limit',
      details: { limit: 'answerBytes', most: MEGABYTE },
    });
    expect(
      (await fixture.store.ask(statement(`${wide} LIMIT 5`), { ...ASK, maxBytes: MEGABYTE })).rows,
    ).toHaveLength(5);
  });

  it('goes on through greedy statements, and answers others meanwhile', async () => {
    await fixture.store.close();
    const reader = await openReader(fixture.opened.location, { askMemoryBytes: 200 * MEGABYTE });
    const before = process.memoryUsage.rss();
    try {
      for (const text of GREEDY) {
        let over = false;
        const asked = reader.ask(statement(text), { timeoutMs: LIMIT_MS, maxRows: 100 }).then(
          () => null,
          (error: unknown) => error,
        );
        void asked.then(() => {
          over = true;
        });
        do {
          expect(await rowsOf(reader, 'MATCH (p:Paper) RETURN count(p) AS n')).toEqual([[3]]);
          await new Promise((resolve) => setTimeout(resolve, 100));
        } while (!over);
        const error = await asked;
        if (error !== null)
          expect(isLacunaError(error) && error.code, text.slice(0, 80)).toMatch(/^(?:limit|input)$/);
      }
      expect((await reader.ask(statement('RETURN 1 AS one'), ASK)).rows).toEqual([[1]]);
      expect(process.memoryUsage.rss() - before).toBeLessThan(300 * MEGABYTE);
    } finally {
      await reader.close();
    }
  });
}
