/** What the server would answer of a map, from the views that the file holds. Pure. */
import type { GraphView, Lens } from '../../../graph/contract.ts';
import { pick } from '../../../graph/export/part-of-view.ts';
import type { SharedGraph } from '../../../graph/export/share-file.ts';
import { aliasesOf, isBounded, isWithin, papersWithin, type Span } from './papers-within.ts';

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

/** The request that the file was made of; a longer map is not in it. */
const isAsExported = (exported: Query | null, query: Query): boolean =>
  exported !== null && ASKED.every((name) => exported.get(name) === query.get(name));
const STATED = ['statement', 'parameters', 'types'];
const ASKED = [
  ...['lens', 'kinds', 'relations', 'from', 'to', 'minPapers', 'text', 'tag', 'fresh'],
  ...['minDegree', 'core', 'largest', 'centre', 'depth', 'theme'],
  ...STATED,
];

/**
 * As GET /api/graph, but of what the file holds, and for tags and new papers, which it does not know. `exported` is the
 * request whose answer was put into the file: asked again, all of it is given.
 */
export function localView(
  { views, answers }: Pick<SharedGraph, 'views' | 'answers'>,
  query: Query,
  exported: Query | null = null,
): GraphView | null {
  const lens = (query.get('lens') ?? 'all') as Lens;
  const own = views[lens] ?? views.all ?? Object.values(views)[0];
  if (!own) return null;
  // Only a server can run another statement.
  if (lens === 'query' && STATED.some((name) => exported?.get(name) !== query.get(name))) return null;
  if (isAsExported(exported, query)) return told(own, own, views);
  const base = lens === 'ego' ? around(views.all ?? own, query) : own;
  const span = { from: numberIn(query, 'from'), to: numberIn(query, 'to') };
  const inAnyYear = places(base, (i) => isKept(base, i, query, { answers, span: UNBOUNDED }));
  const kept = places(base, (i) => isKept(base, i, query, { answers, span }));
  const relations = listIn(query, 'relations');
  const edges = base.edges.type.flatMap((type, i) => (!relations || relations.has(type) ? [i] : []));
  const narrowed = byTies(pick(base, kept, edges), query);
  return told(counted(narrowed, { answers, span }), pick(base, inAnyYear, []), views);
}

const UNBOUNDED: Span = { from: null, to: null };

const places = ({ nodes }: GraphView, isOne: (i: number) => boolean): number[] =>
  nodes.id.flatMap((_, i) => (isOne(i) ? [i] : []));

interface Known {
  readonly answers: SharedGraph['answers'];
  readonly span: Span;
}

function isKept({ nodes, themes }: GraphView, i: number, query: Query, { answers, span }: Known): boolean {
  const [id, kind, year] = [nodes.id[i]!, nodes.kind[i]!, nodes.year[i] ?? null];
  const kinds = listIn(query, 'kinds');
  if (kinds && kind !== 'Theme' && !kinds.has(kind)) return false;
  const theme = query.get('theme');
  if (theme !== null && themes[nodes.theme[i]!]?.id !== theme) return false;
  if (kind === 'Paper') {
    if (isBounded(span) && !isWithin(year, span)) return false;
  } else {
    const papers = papersWithin(answers, { kind, id }, span) ?? nodes.weight[i]!;
    if (papers < (numberIn(query, 'minPapers') ?? (isBounded(span) ? 1 : 0))) return false;
  }
  const text = query.get('text')?.toLowerCase();
  if (!text) return true;
  const names = [nodes.label[i]!, ...aliasesOf(answers, kind, id)].map((name) => name.toLowerCase());
  return names.some((name) => text.split(/\s+/).every((word) => name.includes(word)));
}

/** Concepts weigh as much as they have papers of the span. */
function counted(view: GraphView, { answers, span }: Known): GraphView {
  const { nodes } = view;
  const weight = nodes.id.map((id, i) => {
    const kind = nodes.kind[i]!;
    const papers = kind === 'Paper' ? null : papersWithin(answers, { kind, id }, span);
    return papers ?? nodes.weight[i]!;
  });
  return { ...view, nodes: { ...nodes, weight } };
}

/** With figures that are of the file. `inAnyYear` is what it would be, were no years asked for. */
function told(view: GraphView, inAnyYear: GraphView, views: SharedGraph['views']): GraphView {
  const { length } = view.nodes.id;
  const years = [inAnyYear, views.all]
    .map((one) => (one ? papersByYear(one) : []))
    .find(({ length }) => length > 0);
  return {
    ...view,
    years: years ?? view.years,
    shown: { nodes: length, of: length, cap: length, most: length },
  };
}

function papersByYear({ nodes }: GraphView): GraphView['years'] {
  const counts = new Map<number, number>();
  nodes.year.forEach((year, i) => {
    if (nodes.kind[i] === 'Paper' && year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  });
  return [...counts].sort(([one], [other]) => one - other).map(([year, papers]) => ({ year, papers }));
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
export function localNeighbours(views: SharedGraph['views'], id: string, query: Query): GraphView | null {
  const holder = [views.all, views.concepts, views.papers, ...Object.values(views)].find((view) =>
    view?.nodes.id.includes(id),
  );
  if (!holder) return null;
  const relation = query.get('relation');
  const tied = holder.edges.type.flatMap((type, i) => (relation === null || type === relation ? [i] : []));
  const near = around(
    pick(holder, inOrder(holder.nodes.id.keys()), tied),
    new URLSearchParams({ centre: id, depth: '1' }),
  );
  const kind = query.get('kind');
  const wanted = near.nodes.id.flatMap((other, i) =>
    other !== id && (kind === null || near.nodes.kind[i] === kind) ? [i] : [],
  );
  const most = numberIn(query, 'limit') ?? wanted.length;
  // The weightiest, as the map has them.
  const kept = wanted
    .sort((one, other) => near.nodes.weight[other]! - near.nodes.weight[one]!)
    .slice(0, most);
  const part = pick(near, inOrder([near.nodes.id.indexOf(id), ...kept]), everyEdge(near));
  return { ...part, shown: { ...part.shown, of: wanted.length + 1 } };
}
