import type { Cell, ReadOptions, Statement, StoreReader } from '../store/store.ts';

/** Rows of a statement that is ordered by the id in its first column, page by page. */
export async function* pages(
  store: StoreReader,
  page: (after: string, limit: number) => Statement,
  rowsPerPage: number,
  options: ReadOptions = {},
): AsyncGenerator<Cell[][]> {
  for (let after = ''; ; ) {
    const { rows } = await store.read(page(after, rowsPerPage), options);
    if (rows.length > 0) yield rows;
    if (rows.length < rowsPerPage) return;
    after = String(rows.at(-1)![0]);
  }
}

/** Rows of a statement that takes ids, so many ids at a time. */
export async function* rowsOf(
  store: StoreReader,
  statement: (ids: string[]) => Statement,
  ids: readonly string[],
  idsPerPage: number,
  options: ReadOptions = {},
): AsyncGenerator<Cell[][]> {
  for (let from = 0; from < ids.length; from += idsPerPage) {
    yield (await store.read(statement(ids.slice(from, from + idsPerPage)), options)).rows;
  }
}
