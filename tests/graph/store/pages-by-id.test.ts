import { afterAll, beforeAll, expect, it } from 'vitest';
import { importRows } from '../../../graph/export/import-tables.ts';
import { dump } from '../../../graph/store/dump/dump.ts';
import { idPages, pagesById } from '../../../graph/store/pages-by-id.ts';
import type { Statement } from '../../../graph/store/store.ts';
import { openSeeded, type SeededStore } from '../server/fixture.ts';

let seeded: SeededStore;
beforeAll(async () => {
  seeded = await openSeeded();
});
afterAll(() => seeded.remove());

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

it.each([1, 3, 1000])('gives each node once, in order, %i at a time', async (size) => {
  const { store } = seeded;
  const text = 'MATCH (n:Concept) RETURN n.id AS id, n.name AS name ORDER BY id';
  const { rows } = await store.read({ text, parameters: {} });
  expect(rows.length).toBeGreaterThan(3);
  expect((await all(idPages(store, 'Concept', size))).flat()).toEqual(rows.map(([id]) => id));
  const pages = await all(pagesById(store, 'Concept', size, 'n.id, n.name'));
  expect(pages.flat()).toEqual(rows);
  expect(Math.max(...pages.map(({ length }) => length))).toBe(Math.min(size, rows.length));
});

it('has a dump and an export sort no page: they ask for ids alone in order', async () => {
  const asked: string[] = [];
  const { store } = seeded;
  const watched = {
    ...{ kind: store.kind, engine: store.engine },
    ask: store.ask.bind(store),
    callables: store.callables.bind(store),
    close: store.close.bind(store),
    read(statement: Statement, options?: Parameters<typeof store.read>[1]) {
      asked.push(statement.text);
      return store.read(statement, options);
    },
  };
  const rows = await all(dump(watched));
  const written = await all(
    importRows(watched, { delimiter: '\u0001', empty: '\u0002', emptyText: '\u0003' }),
  );
  const tables = new Set(written.map(({ table }) => table));
  expect(rows.length).toBeGreaterThan(0);
  expect([...tables].reduce((sum, table) => sum + table.rows, 0)).toBe(rows.length);
  expect(asked.filter((text) => /LIMIT|SKIP/.test(text))).toEqual([]);
  for (const text of asked.filter((one) => one.includes('ORDER BY'))) {
    expect(text).toMatch(/RETURN n\.id AS id ORDER BY id$/);
  }
});
