/** What narrows the view: the chips over the map. Hidden kinds and relations are those that a legend was clicked for. */
import type { EdgeType, Filters, NodeKind } from '../../graph/contract.ts';
import { EDGE_TYPES, nodeKindSchema } from '../../graph/contract.ts';

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

/** Without what narrows nothing. */
export function filterQuery(narrowing: Narrowing): FilterQuery {
  const { hiddenKinds, hiddenRelations, largest, fresh, ...rest } = narrowing;
  const query: FilterQuery = {};
  if (hiddenKinds.size > 0) query.kinds = without(nodeKindSchema.options, hiddenKinds);
  if (hiddenRelations.size > 0) query.relations = without(EDGE_TYPES, hiddenRelations);
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
