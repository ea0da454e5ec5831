import type { NodeLabel, RelationType } from '../schema.ts';
import type { Cell, StoreReader } from '../store/store.ts';

export interface ExportNode {
  id: string;
  labels: string[];
  properties: Record<string, Cell>;
}

export interface ExportRelation {
  source: string;
  target: string;
  type: RelationType;
  properties: Record<string, Cell>;
}

/** What is exported: all but `Run` and `Decision`, which tell how a graph came about and are no part of it. */
const LABELS = ['Paper', 'Author', 'Concept', 'Theme', 'Gap'] as const satisfies readonly NodeLabel[];
const ROWS_PER_PAGE = 2000;

export async function* exportNodes(store: StoreReader): AsyncGenerator<ExportNode> {
  for (const label of LABELS) {
    for (let after = ''; ; ) {
      const { rows } = await store.read(
        {
          text: `MATCH (n:${label}) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit`,
          parameters: { after, limit: ROWS_PER_PAGE },
        },
        { maxRows: ROWS_PER_PAGE },
      );
      for (const [cell] of rows) {
        const { labels, properties } = (
          cell as { $node: { labels: string[]; properties: Record<string, Cell> } }
        ).$node;
        after = String(properties.id);
        yield { id: after, labels: [...labels].sort(), properties };
      }
      if (rows.length < ROWS_PER_PAGE) break;
    }
  }
}

/** Relations by the page of their source nodes, so that no page holds more than the nodes' share. */
export async function* exportRelations(store: StoreReader): AsyncGenerator<ExportRelation> {
  for (const label of LABELS) {
    for (let after = ''; ; ) {
      const { rows: ids } = await store.read({
        text: `MATCH (n:${label}) WHERE n.id > $after RETURN n.id ORDER BY n.id LIMIT $limit`,
        parameters: { after, limit: ROWS_PER_PAGE },
      });
      if (ids.length === 0) break;
      const page = ids.map(([id]) => String(id));
      after = page.at(-1)!;
      const { rows } = await store.read(
        {
          text: `UNWIND $ids AS id MATCH (n:${label} {id: id})-[r]->(m)
                 RETURN id, type(r) AS type, m.id AS target, r ORDER BY id, type, target`,
          parameters: { ids: page },
        },
        { maxRows: Number.MAX_SAFE_INTEGER },
      );
      for (const [source, type, target, relation] of rows) {
        const { properties } = (relation as { $relation: { properties: Record<string, Cell> } }).$relation;
        yield {
          source: String(source),
          type: String(type) as RelationType,
          target: String(target),
          properties,
        };
      }
      if (page.length < ROWS_PER_PAGE) break;
    }
  }
}
