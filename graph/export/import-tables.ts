/** All of a store as tables for Neo4j's bulk import, a page at a time: what people decided and noted too, unlike other exports. */
import { NODE_LABELS, type NodeLabel } from '../schema.ts';
import { idPages, nodesById, relationsFrom } from '../store/pages-by-id.ts';
import type { Cell, StoreReader } from '../store/store.ts';
import { workedAhead } from '../store/worked-ahead.ts';
import { ImportTable, type ListMarks } from './import-table.ts';

const ROWS_PER_PAGE = 500;

/** Rows of a page, and the table that they go to; tables are told from their names. */
export interface ImportRows {
  table: ImportTable;
  text: string;
}

type Properties = Record<string, Cell>;

interface Node {
  labels: string[];
  properties: Properties;
}

/** Nodes, and of each all that begins at it: `[source, type, labels of the target, target, properties]`. */
interface Page {
  nodes: Node[];
  relations: Cell[][];
}

/** Throws `MarkFound` where a list holds one of the marks: to be begun again with others. */
export async function* importRows(
  store: StoreReader,
  marks: ListMarks,
  signal?: AbortSignal,
): AsyncGenerator<ImportRows> {
  const tables = new Map<string, ImportTable>();
  /** The first of its name that takes such a row. */
  const tableOf = (name: string, fixed: readonly string[], properties: Properties): ImportTable => {
    for (let variant = 1; ; variant += 1) {
      const full = variant === 1 ? name : `${name}-${variant}`;
      const table = tables.get(full) ?? new ImportTable(full, fixed, marks);
      tables.set(full, table);
      if (table.fits(properties)) return table;
    }
  };
  for (const label of NODE_LABELS) {
    for await (const { nodes, relations } of workedAhead(idPages(store, label, ROWS_PER_PAGE), (ids) =>
      readPage(store, label, ids, signal),
    )) {
      signal?.throwIfAborted();
      const texts = new Map<ImportTable, string>();
      const add = (table: ImportTable, cells: readonly (string | readonly string[])[], rest: Properties) =>
        texts.set(table, (texts.get(table) ?? '') + table.line(cells, rest));
      for (const { labels, properties } of nodes) {
        const { id, ...rest } = properties;
        const table = tableOf(`nodes-${label}`, [`id:ID(${label})`, ':LABEL'], rest);
        add(table, [String(id), [...labels].sort()], rest);
      }
      for (const [source, type, ends, target, properties] of relations) {
        const to = NODE_LABELS.find((one) => (ends as string[]).includes(one));
        if (!to) throw new TypeError(`A relation leads to a node that has none of the labels of the graph.`);
        const fixed = [`:START_ID(${label})`, `:END_ID(${to})`, ':TYPE'];
        const table = tableOf(`relations-${label}-${type}-${to}`, fixed, properties as Properties);
        add(table, [String(source), String(target), String(type)], properties as Properties);
      }
      for (const [table, text] of texts) yield { table, text };
    }
  }
}

async function readPage(
  store: StoreReader,
  label: NodeLabel,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Page> {
  const [rows, relations] = await Promise.all([
    nodesById(store, label, ids, 'n', signal),
    relationsFrom(store, label, ids, signal),
  ]);
  return { nodes: rows.map(([cell]) => (cell as unknown as { $node: Node }).$node), relations };
}
