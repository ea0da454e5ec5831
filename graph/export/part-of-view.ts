/** Parts of a view, in its own form. Pure. */
import type { EdgeType, GraphView } from '../contract.ts';

/** Only these nodes, with the links between them; themes and their links stay as they are. */
export function onlyNodes(view: GraphView, ids: ReadonlySet<string>): GraphView {
  const kept = view.nodes.id.flatMap((id, i) => (ids.has(id) ? [i] : []));
  return pick(
    view,
    kept,
    view.edges.source.map((_, i) => i),
  );
}

/** The nodes and links at these places; links that lose an end go. */
export function pick(view: GraphView, nodes: readonly number[], edges: readonly number[]): GraphView {
  const place = new Map(nodes.map((from, to) => [from, to]));
  const linked = edges.filter((i) => place.has(view.edges.source[i]!) && place.has(view.edges.target[i]!));
  return {
    ...view,
    nodes: columns(view.nodes, nodes),
    edges: {
      ...columns(view.edges, linked),
      source: linked.map((i) => place.get(view.edges.source[i]!)!),
      target: linked.map((i) => place.get(view.edges.target[i]!)!),
    },
    shown: { ...view.shown, nodes: nodes.length },
  };
}

/** The same nodes with other links; those whose ends are elsewhere are left out. */
export function withEdges(
  view: GraphView,
  edges: readonly { source: string; target: string; type: string; weight: number }[],
): GraphView {
  const place = new Map(view.nodes.id.map((id, i) => [id, i]));
  const linked = edges.filter(({ source, target }) => place.has(source) && place.has(target));
  return {
    ...view,
    edges: {
      source: linked.map(({ source }) => place.get(source)!),
      target: linked.map(({ target }) => place.get(target)!),
      type: linked.map(({ type }) => type as EdgeType),
      weight: linked.map(({ weight }) => weight),
    },
  };
}

function columns<Table extends object>(table: Table, rows: readonly number[]): Table {
  return Object.fromEntries(
    Object.entries(table).map(([name, column]) => [name, rows.map((row) => (column as unknown[])[row])]),
  ) as Table;
}
