/** What a result holds of the graph: strictly the nodes and relations that were returned. Pure. */
import { type CellForm, type CellNode, type CellRelation, formOf } from '../../cell.ts';

export interface ResultGraph {
  /** In the order in which they came, each once. */
  readonly nodes: readonly CellNode[];
  /** Each once, those between two of the nodes. */
  readonly relations: readonly CellRelation[];
  /** Relations of which an end was not returned, so that they can't be drawn. */
  readonly loose: readonly CellRelation[];
}

/** Nodes, relations and paths at any depth of the cells; the same `ref` is the same thing. */
export function resultGraph(rows: readonly (readonly unknown[])[]): ResultGraph {
  const nodes = new Map<string, CellNode>();
  const relations = new Map<string, CellRelation>();
  const take = (form: CellForm): void => {
    switch (form.form) {
      case 'node':
        if (!nodes.has(form.node.ref)) nodes.set(form.node.ref, form.node);
        break;
      case 'relation':
        if (!relations.has(form.relation.ref)) relations.set(form.relation.ref, form.relation);
        break;
      case 'path':
        for (const node of form.nodes) take({ form: 'node', node });
        for (const relation of form.relations) take({ form: 'relation', relation });
        break;
      case 'list':
        for (const item of form.items) take(item);
        break;
      case 'map':
        for (const [, value] of form.entries) take(value);
        break;
      default:
    }
  };
  for (const row of rows)
    for (const cell of row) if (typeof cell === 'object' && cell !== null) take(formOf(cell));
  const drawable: CellRelation[] = [];
  const loose: CellRelation[] = [];
  for (const relation of relations.values())
    (nodes.has(relation.from) && nodes.has(relation.to) ? drawable : loose).push(relation);
  return { nodes: [...nodes.values()], relations: drawable, loose };
}

/** More on a picture of this size is a tangle. */
export const DRAWN = { nodes: 1000, relations: 3000 } as const;

export interface DrawnPart {
  readonly nodes: readonly CellNode[];
  readonly relations: readonly CellRelation[];
  /** What was left out of it. */
  readonly left: { readonly nodes: number; readonly relations: number };
}

/** The first of them, as they came, and the relations among those. */
export function drawnPart(
  { nodes, relations }: ResultGraph,
  most: Readonly<Record<keyof typeof DRAWN, number>> = DRAWN,
): DrawnPart {
  const first = nodes.slice(0, most.nodes);
  const known = new Set(first.map(({ ref }) => ref));
  const among = relations.filter(({ from, to }) => known.has(from) && known.has(to));
  const drawn = among.slice(0, most.relations);
  return {
    nodes: first,
    relations: drawn,
    left: { nodes: nodes.length - first.length, relations: relations.length - drawn.length },
  };
}
