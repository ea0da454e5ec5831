import type { NodeLabel, RelationType } from '../schema.ts';
import type { Cell, StoreReader } from '../store/store.ts';
import type { ExportNode, ExportRelation, ExportTheme, GraphSource } from './graph-source.ts';

/** What is exported: all but `Run` and `Decision`, which tell how a graph came about and are no part of it. */
const LABELS = ['Paper', 'Author', 'Concept', 'Theme', 'Gap'] as const satisfies readonly NodeLabel[];
type Label = (typeof LABELS)[number];
const ROWS_PER_PAGE = 2000;

interface Part {
  labels?: readonly Label[];
  /** Only these types of relations; all when left out. */
  types?: readonly RelationType[];
}

/** All of a store's graph, or its nodes of some labels with the relations among them. */
export function storedGraph(store: StoreReader, { labels = LABELS, types }: Part = {}): GraphSource {
  return {
    title: 'Lacuna',
    nodes: () => storedNodes(store, labels),
    relations: () => storedRelations(store, labels, types),
  };
}

async function* storedNodes(store: StoreReader, labels: readonly Label[]): AsyncGenerator<ExportNode> {
  const themes = await readThemes(store);
  for (const label of labels) {
    for (let after = ''; ; ) {
      const { rows } = await store.read(
        {
          text: `MATCH (n:${label}) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT $limit`,
          parameters: { after, limit: ROWS_PER_PAGE },
        },
        { maxRows: ROWS_PER_PAGE },
      );
      const nodes = rows.map(([cell]) => nodeIn(cell));
      const ids = nodes.map(({ properties }) => String(properties.id));
      const homes = await readHomes(store, label, ids, themes);
      for (const { labels: own, properties } of nodes) {
        after = String(properties.id);
        yield {
          id: after,
          labels: [...own].sort(),
          properties,
          theme: homes.get(after) ?? null,
          look: null,
        };
      }
      if (rows.length < ROWS_PER_PAGE) break;
    }
  }
}

interface StoredNode {
  labels: string[];
  properties: Record<string, Cell>;
}

const nodeIn = (cell: Cell | undefined): StoredNode => (cell as { $node: StoredNode }).$node;

async function readThemes(store: StoreReader): Promise<Map<string, ExportTheme>> {
  const { rows } = await store.read({
    text: 'MATCH (t:Theme) WHERE t.level = 0 RETURN t.id AS id, t.label AS label ORDER BY id',
    parameters: {},
  });
  return new Map(rows.map(([id, label]) => [String(id), { id: String(id), label: String(label) }]));
}

/** By id: the theme that has most of the paper or concept. */
async function readHomes(
  store: StoreReader,
  label: Label,
  ids: string[],
  themes: ReadonlyMap<string, ExportTheme>,
): Promise<Map<string, ExportTheme>> {
  const homes = new Map<string, ExportTheme>();
  if (themes.size === 0 || ids.length === 0 || (label !== 'Paper' && label !== 'Concept')) return homes;
  const { rows } = await store.read(
    {
      text: `UNWIND $ids AS id MATCH (n:${label} {id: id})-[r:IN_THEME]->(t:Theme)
             RETURN id, t.id AS theme, coalesce(r.share, 1.0) AS share ORDER BY id, share DESC, theme`,
      parameters: { ids },
    },
    { maxRows: Number.MAX_SAFE_INTEGER },
  );
  for (const [id, theme] of rows) {
    const home = themes.get(String(theme));
    if (home && !homes.has(String(id))) homes.set(String(id), home);
  }
  return homes;
}

/** Relations by the page of their source nodes, so that no page holds more than the nodes' share. */
async function* storedRelations(
  store: StoreReader,
  labels: readonly Label[],
  types: readonly RelationType[] | undefined,
): AsyncGenerator<ExportRelation> {
  const kind = types ? `:${types.join('|')}` : '';
  for (const label of labels) {
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
          text: `UNWIND $ids AS id MATCH (n:${label} {id: id})-[r${kind}]->(m)
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
