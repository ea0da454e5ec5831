import { KEY, type NodeLabel } from '../../schema.ts';
import { idPages, pagesById, relationsFrom } from '../pages-by-id.ts';
import type { Cell, StoreReader } from '../store.ts';
import { DUMPED_LABELS, type DumpRow, keyLabel, type RelationRow, sortedProperties } from './dump-row.ts';

/** All that a dump needs of a store. */
export type Reads = Pick<StoreReader, 'read'>;

/** Nodes read at a time: many where they are small. */
const NODES_A_PAGE: Partial<Record<NodeLabel, number>> = { Paper: 5000, Gap: 1000, Finding: 50, Run: 50 };
const NODES_OTHERWISE = 20_000;
/** Nodes whose relations are read at a time. */
const SOURCES_A_PAGE = 2000;
/** The `Run` node that says who writes just now. */
const LEASE = 'writing';

/**
 * All nodes and relations of a store, in an order that is the same on every store: nodes by label and id, then relations
 * by where they begin, then the `Run` nodes. Holds a page in memory, and the ids of a label.
 */
export async function* dump(store: Reads): AsyncGenerator<DumpRow> {
  for (const label of DUMPED_LABELS) {
    if (label === 'Run') yield* relations(store);
    for await (const page of nodePages(store, label)) {
      for (const [id, labels, properties] of page) {
        if (label === 'Run' && id === LEASE) continue;
        const row: DumpRow = ['node', (labels as string[]).toSorted(), sortedProperties(properties)];
        yield row;
      }
    }
  }
}

function nodePages(store: Reads, label: NodeLabel): AsyncGenerator<Cell[][]> {
  const size = NODES_A_PAGE[label] ?? NODES_OTHERWISE;
  return pagesById(store, label, size, `n.${KEY} AS id, labels(n) AS labels, properties(n) AS properties`);
}

async function* relations(store: Reads): AsyncGenerator<RelationRow> {
  for (const label of DUMPED_LABELS) {
    for await (const ids of idPages(store, label, SOURCES_A_PAGE)) {
      const rows = await relationsFrom(store, label, ids);
      yield* inOrder(rows.flatMap((row) => relationRow(label, row)));
    }
  }
}

function relationRow(label: NodeLabel, [from, type, labels, to, properties]: Cell[]): RelationRow[] {
  const toLabel = keyLabel(labels as string[]);
  if (!toLabel || typeof to !== 'string') return [];
  return [['relation', String(type), label, String(from), toLabel, to, sortedProperties(properties)]];
}

function inOrder(rows: RelationRow[]): RelationRow[] {
  const keyed = rows.map((row) => ({ row, key: `${row[3]} ${row[1]} ${row[5]}` }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : compareTexts(a.row, b.row)));
  return keyed.map(({ row }) => row);
}

/** Two relations of one type between the same two nodes. */
function compareTexts(a: RelationRow, b: RelationRow): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
