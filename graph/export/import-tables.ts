/** All of a store as tables for Neo4j's bulk import, a page at a time: what people decided and noted too, unlike other exports. */
import { NODE_LABELS, type NodeLabel } from '../schema.ts';
import { pagesById } from '../store/pages-by-id.ts';
import type { Cell, StoreReader } from '../store/store.ts';
import { ImportTable, type ListMarks } from './import-table.ts';

const ROWS_PER_PAGE = 500;

/** A row, and the table that it goes to; tables are told from their names. */
export interface ImportRow {
  table: ImportTable;
  line: string;
}

interface Entity {
  labels: string[];
  properties: Record<string, Cell>;
}

/** Throws `MarkFound` where a list holds one of the marks: to be begun again with others. */
export async function* importRows(
  store: StoreReader,
  marks: ListMarks,
  signal?: AbortSignal,
): AsyncGenerator<ImportRow> {
  const tables = new Map<string, ImportTable>();
  /** The first of its name that takes such a row. */
  const tableOf = (name: string, fixed: readonly string[], properties: Record<string, Cell>): ImportTable => {
    for (let variant = 1; ; variant += 1) {
      const full = variant === 1 ? name : `${name}-${variant}`;
      const table = tables.get(full) ?? new ImportTable(full, fixed, marks);
      tables.set(full, table);
      if (table.fits(properties)) return table;
    }
  };
  for (const label of NODE_LABELS) {
    for await (const rows of pagesById(store, label, ROWS_PER_PAGE, 'n')) {
      signal?.throwIfAborted();
      const page = rows.map(([cell]) => (cell as unknown as { $node: Entity }).$node);
      for (const { labels, properties } of page) {
        const { id, ...rest } = properties;
        const table = tableOf(`nodes-${label}`, [`id:ID(${label})`, ':LABEL'], rest);
        yield { table, line: table.line([String(id), [...labels].sort()], rest) };
      }
      const ids = page.map(({ properties }) => String(properties.id));
      for (const [source, type, ends, target, relation] of await relationsFrom(store, label, ids)) {
        const to = NODE_LABELS.find((one) => (ends as string[]).includes(one));
        if (!to) throw new TypeError(`A relation leads to a node that has none of the labels of the graph.`);
        const { properties } = (relation as unknown as { $relation: Entity }).$relation;
        const fixed = [`:START_ID(${label})`, `:END_ID(${to})`, ':TYPE'];
        const related = tableOf(`relations-${label}-${type}-${to}`, fixed, properties);
        yield {
          table: related,
          line: related.line([String(source), String(target), String(type)], properties),
        };
      }
    }
  }
}

async function relationsFrom(store: StoreReader, label: NodeLabel, ids: string[]): Promise<Cell[][]> {
  const { rows } = await store.read(
    {
      text: `UNWIND $ids AS id MATCH (n:${label} {id: id})-[r]->(m)
             RETURN id, type(r) AS type, labels(m) AS labels, m.id AS target, r`,
      parameters: { ids },
    },
    { maxRows: Number.MAX_SAFE_INTEGER },
  );
  return rows;
}
