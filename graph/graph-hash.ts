import { createHash } from 'node:crypto';
import { LacunaError } from './errors.ts';
import type { Cell, StoreReader } from './store/store.ts';

/** How a graph came about and what people said of it are no part of it. */
const NODES = `MATCH (n) WHERE NOT n:Run AND NOT n:Decision AND NOT n:Judgement AND NOT n:Annotation
  RETURN labels(n) AS labels, properties(n) AS properties`;
const RELATIONS = `MATCH (a)-[r]->(b) WHERE NOT a:Run AND NOT b:Run
  RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties`;

/**
 * SHA-256 over all nodes and relations, by their own ids: two stores with the same hash hold the same graph.
 * Holds the whole graph in memory; for tests and for comparing stores. Throws `limit`
 * when the store cuts the answer off.
 */
export async function graphHash(store: StoreReader): Promise<string> {
  const hash = createHash('sha256');
  for (const text of [NODES, RELATIONS]) {
    const { rows, truncated } = await store.read({ text, parameters: {} });
    if (truncated) throw new LacunaError('limit', 'The graph is too large to be hashed at once.');
    const lines = rows.map(([first, ...rest]) =>
      JSON.stringify([sortedLabels(first!), ...rest].map(canonical)),
    );
    for (const line of lines.sort()) hash.update(`${line}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}

const sortedLabels = (cell: Cell): Cell => (Array.isArray(cell) ? [...cell].sort() : cell);

/** Properties in order of name, those that are null left out: a store may keep a null or not. */
function canonical(cell: Cell | undefined): Cell {
  if (Array.isArray(cell)) return cell.map(canonical);
  if (typeof cell !== 'object' || cell === null) return cell ?? null;
  const entries = Object.entries(cell as Record<string, Cell>)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, canonical(value)] as const);
  return Object.fromEntries(entries);
}
