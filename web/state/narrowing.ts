/** What narrows the view: the chips over the map. Hidden kinds and relations are those that a legend was clicked for. */
import type { EdgeType, Filters, Lens, NodeKind } from '../../graph/contract.ts';
import { EDGE_TYPES, LENS_EDGES, nodeKindSchema } from '../../graph/contract.ts';

export interface Narrowing {
  readonly hiddenKinds: ReadonlySet<NodeKind>;
  readonly hiddenRelations: ReadonlySet<EdgeType>;
  readonly from: number | null;
  readonly to: number | null;
  readonly minPapers: number | null;
  readonly text: string | null;
  readonly tag: string | null;
  readonly minDegree: number | null;
  readonly core: number | null;
  readonly largest: boolean;
  /** Only what came with the last ingest. */
  readonly fresh: boolean;
}

export const WIDE: Narrowing = {
  hiddenKinds: new Set(),
  hiddenRelations: new Set(),
  from: null,
  to: null,
  minPapers: null,
  text: null,
  tag: null,
  minDegree: null,
  core: null,
  largest: false,
  fresh: false,
};

/** In the form of a request; names joined by commas. */
export type FilterQuery = Partial<Record<keyof Filters, string | number>>;

/** What a lens draws of itself goes on, less what is hidden; what narrows nothing is left out. */
export function filterQuery(narrowing: Narrowing, lens: Lens): FilterQuery {
  const { hiddenKinds, hiddenRelations, largest, fresh, ...rest } = narrowing;
  const query: FilterQuery = {};
  if (hiddenKinds.size > 0) query.kinds = without(nodeKindSchema.options, hiddenKinds);
  const { first } = LENS_EDGES[lens];
  if (first.some((type) => hiddenRelations.has(type))) {
    // None at all is asked for by one that the lens never draws.
    query.relations = without(first, hiddenRelations) || EDGE_TYPES.find((type) => !first.includes(type))!;
  }
  for (const name of ['from', 'to', 'minPapers', 'text', 'tag', 'minDegree', 'core'] as const) {
    const value = rest[name];
    if (value !== null) query[name] = value;
  }
  if (largest) query.largest = '1';
  if (fresh) query.fresh = '1';
  return query;
}

function without<Name extends string>(names: readonly Name[], hidden: ReadonlySet<Name>): string {
  return names.filter((name) => !hidden.has(name)).join(',');
}
