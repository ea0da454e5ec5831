import { KEY, type NodeLabel } from '../schema.ts';
import type { Cell, StoreReader } from './store.ts';

const ALL = { maxRows: Number.MAX_SAFE_INTEGER };

/**
 * Ids of all nodes of a label, in the store's order, so many at a time. NOTE: the embedded engine sorts all for each page of an ordered
 * statement, so ids come first, all at once (some 100 bytes of memory each), and whatever else by them.
 */
export async function* idPages(
  store: Pick<StoreReader, 'read'>,
  label: NodeLabel,
  size: number,
): AsyncGenerator<string[]> {
  const text = `MATCH (n:${label}) WHERE n.${KEY} > '' RETURN n.${KEY} AS id ORDER BY id`;
  const { rows } = await store.read({ text, parameters: {} }, ALL);
  for (let from = 0; from < rows.length; from += size) {
    yield rows.slice(from, from + size).map(([id]) => String(id));
  }
}

/** Rows of all nodes of a label, in the order of their ids; `columns` is what is returned of a node `n`. */
export async function* pagesById(
  store: Pick<StoreReader, 'read'>,
  label: NodeLabel,
  size: number,
  columns: string,
): AsyncGenerator<Cell[][]> {
  for await (const ids of idPages(store, label, size)) yield nodesById(store, label, ids, columns);
}

/** The same of the nodes with these ids; those that are not there are missing. */
export async function nodesById(
  store: Pick<StoreReader, 'read'>,
  label: NodeLabel,
  ids: readonly string[],
  columns: string,
  signal?: AbortSignal,
): Promise<Cell[][]> {
  const text = `UNWIND $ids AS one MATCH (n:${label} {${KEY}: one}) RETURN one, ${columns}`;
  const { rows } = await store.read(
    { text, parameters: { ids: [...ids] } },
    { ...ALL, ...(signal && { signal }) },
  );
  const byId = new Map(rows.map(([id, ...row]) => [String(id), row]));
  return ids.flatMap((id) => [byId.get(id)].filter((row) => row !== undefined));
}

/** All that begins at the nodes with these ids: `[source, type, labels of the target, target, properties]`. */
export async function relationsFrom(
  store: Pick<StoreReader, 'read'>,
  label: NodeLabel,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Cell[][]> {
  const text = `UNWIND $ids AS id MATCH (n:${label} {${KEY}: id})-[r]->(m)
    RETURN id, type(r) AS type, labels(m) AS labels, m.${KEY} AS target, properties(r) AS properties`;
  const { rows } = await store.read(
    { text, parameters: { ids: [...ids] } },
    { ...ALL, ...(signal && { signal }) },
  );
  return rows;
}
