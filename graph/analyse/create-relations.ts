import type { NodeLabel, RelationType } from '../schema.ts';
import type { Statement, Value } from '../store/store.ts';
import type { Row } from './statements.ts';

/** A kind of relation, and which cells of its rows hold the ids of its ends. */
export interface RelationShape {
  from: [NodeLabel, cell: string];
  type: RelationType;
  to: [NodeLabel, cell: string];
  properties: readonly string[];
}

/**
 * Cypher for relations none of which is there. Rows travel as lists, gathered by where they go out from: so the engine looks that
 * up once, reads no maps, and need not look for the relation.
 */
export function createRelations(
  rows: readonly Row[],
  { from, type, to, properties }: RelationShape,
): Statement {
  const bySource = new Map<Value, Value[]>();
  for (const row of rows) {
    const source = row[from[1]]!;
    const cells = [row[to[1]]!, ...properties.map((name) => row[name] ?? null)];
    const known = bySource.get(source);
    if (known) known.push(cells);
    else bySource.set(source, [cells]);
  }
  const map = properties.map((name, i) => `${name}: row[${i + 1}]`).join(', ');
  return {
    text: `UNWIND $rows AS one MATCH (a:${from[0]} {id: one[0]}) UNWIND one[1] AS row MATCH (b:${to[0]} {id: row[0]})
           CREATE (a)-[:${type} {${map}}]->(b)`,
    parameters: { rows: [...bySource] },
  };
}
