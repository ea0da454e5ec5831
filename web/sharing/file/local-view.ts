/** What the server would answer of a map, from the views that the file holds. Pure. */
import type { GraphView, Lens } from '../../../graph/contract.ts';
import { pick } from '../../../graph/export/part-of-view.ts';
import type { SharedGraph } from '../../../graph/export/share-file.ts';

/** Parameters as the address of a request has them. */
type Query = Pick<URLSearchParams, 'get'>;

const listIn = (query: Query, name: string): Set<string> | null => {
  const text = query.get(name);
  return text ? new Set(text.split(',')) : null;
};
const numberIn = (query: Query, name: string): number | null => {
  const text = query.get(name);
  return text === null ? null : Number(text);
};

/** As GET /api/graph, but for tags, and new papers, which a file does not know. */
export function localView(views: SharedGraph['views'], query: Query): GraphView | null {
  const lens = (query.get('lens') ?? 'all') as Lens;
  const own = views[lens] ?? views.all ?? Object.values(views)[0];
  if (!own) return null;
  const base = lens === 'ego' && !views.ego ? around(own, query) : own;
  const kept = base.nodes.id.flatMap((_, i) => (isKept(base, i, query) ? [i] : []));
  const relations = listIn(query, 'relations');
  const edges = base.edges.type.flatMap((type, i) => (!relations || relations.has(type) ? [i] : []));
  return byTies(pick(base, kept, edges), query);
}

function isKept({ nodes, themes }: GraphView, i: number, query: Query): boolean {
  const kind = nodes.kind[i]!;
  const kinds = listIn(query, 'kinds');
  if (kinds && kind !== 'Theme' && !kinds.has(kind)) return false;
  const theme = query.get('theme');
  if (theme !== null && themes[nodes.theme[i]!]?.id !== theme) return false;
  const year = nodes.year[i];
  const [from, to] = [numberIn(query, 'from'), numberIn(query, 'to')];
  // Of a concept only the middle year of its papers is known here.
  if (from !== null && (year == null || year < from)) return false;
  if (to !== null && (year == null || year > to)) return false;
  const fewest = numberIn(query, 'minPapers');
  if (fewest !== null && kind !== 'Paper' && nodes.weight[i]! < fewest) return false;
  const text = query.get('text')?.toLowerCase();
  return !text || text.split(/\s+/).every((word) => nodes.label[i]!.toLowerCase().includes(word));
}

/** Least number of ties, k-core and largest component: what of a view is tied enough. */
function byTies(view: GraphView, query: Query): GraphView {
  const least = numberIn(query, 'minDegree');
  const core = numberIn(query, 'core');
  let now = view;
  if (least !== null) now = tiedAtLeast(now, least);
  for (let before = -1; core !== null && now.nodes.id.length !== before; ) {
    before = now.nodes.id.length;
    now = tiedAtLeast(now, core);
  }
  return query.get('largest') === '1' ? largestPart(now) : now;
}

const everyEdge = (view: GraphView): number[] => view.edges.source.map((_, i) => i);

function tiedAtLeast(view: GraphView, least: number): GraphView {
  const kept = neighboursOf(view).flatMap((near, i) => (near.size >= least ? [i] : []));
  return pick(view, kept, everyEdge(view));
}

function neighboursOf({ nodes, edges }: GraphView): Set<number>[] {
  const near = nodes.id.map(() => new Set<number>());
  edges.source.forEach((source, i) => {
    const target = edges.target[i]!;
    near[source]!.add(target);
    near[target]!.add(source);
  });
  return near;
}

/** Places of all that can be reached within so many steps. */
function reached(near: readonly Set<number>[], from: readonly number[], steps: number): Set<number> {
  const seen = new Set(from);
  let edge = [...from];
  for (let step = 0; step < steps && edge.length > 0; step++) {
    const next: number[] = [];
    for (const place of edge) {
      for (const other of near[place]!) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return seen;
}

const inOrder = (places: Iterable<number>): number[] => [...places].sort((one, other) => one - other);

function largestPart(view: GraphView): GraphView {
  const near = neighboursOf(view);
  const seen = new Set<number>();
  let largest = new Set<number>();
  near.forEach((_, place) => {
    if (seen.has(place)) return;
    const part = reached(near, [place], near.length);
    for (const member of part) seen.add(member);
    if (part.size > largest.size) largest = part;
  });
  return pick(view, inOrder(largest), everyEdge(view));
}

function around(view: GraphView, query: Query): GraphView {
  const centre = listIn(query, 'centre') ?? new Set<string>();
  const from = view.nodes.id.flatMap((id, i) => (centre.has(id) ? [i] : []));
  return pick(
    view,
    inOrder(reached(neighboursOf(view), from, numberIn(query, 'depth') ?? 1)),
    everyEdge(view),
  );
}

/** As GET /api/neighbours/:id; null for what no view holds. */
export function localNeighbours(views: SharedGraph['views'], id: string): GraphView | null {
  const holder = [views.all, views.concepts, views.papers, ...Object.values(views)].find((view) =>
    view?.nodes.id.includes(id),
  );
  if (!holder) return null;
  return around(holder, new URLSearchParams({ centre: id, depth: '1' }));
}
