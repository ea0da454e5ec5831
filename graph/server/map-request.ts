import {
  type EdgeType,
  type Filters,
  LENS_EDGES,
  type Lens,
  type NodeKind,
  nodeKindSchema,
} from '../contract.ts';
import type { StoreReader } from '../store/store.ts';
import { readAnnotations } from './annotation-statements.ts';
import type { ServerConfig } from './config.ts';
import type { FoundNodes } from './found-nodes.ts';
import type { Snapshot } from './live-graph.ts';
import type { NodeFilters } from './population.ts';
import { pages, text, texts } from './rows.ts';
import { matching } from './search.ts';
import { isSameTag } from './tags.ts';
import type { TieType } from './ties.ts';
import type { TopologyFilters } from './topology.ts';

export interface MapRequest extends Filters {
  lens: Lens;
  /** Only members of this theme. */
  theme?: string | undefined;
  /** Lens `ego`: papers and concepts. */
  centre?: readonly string[] | undefined;
  depth: number;
  /** Lens `query`: what its statement found. */
  found?: FoundNodes | undefined;
  /** At most so many nodes. */
  limit: number;
}

/** The edges that are drawn: those of the lens that are asked for, else its first. */
export function edgeTypesOf({ lens, relations }: Pick<MapRequest, 'lens' | 'relations'>): EdgeType[] {
  const { first, more } = LENS_EDGES[lens];
  return relations ? [...first, ...more].filter((type) => relations.includes(type)) : [...first];
}

/** Mentions tie papers to concepts; where only the one kind is asked for, these tie what they tied. */
const INSTEAD_OF_MENTIONS = { concepts: 'CO_OCCURS', papers: 'SHARES' } as const;

/** The lens `all` without papers, or with nothing else, is the lens that has edges for what is left. */
export function sharpened<Request extends Pick<MapRequest, 'lens' | 'kinds' | 'relations'>>(
  request: Request,
): Request {
  const { kinds, relations } = request;
  if (request.lens !== 'all' || !kinds) return request;
  const papers = kinds.includes('Paper');
  if (papers && kinds.some((kind) => kind !== 'Paper')) return request;
  const lens = papers ? 'papers' : 'concepts';
  if (!relations?.some((type) => type === 'MENTIONS' || type === 'INTRODUCES')) return { ...request, lens };
  return { ...request, lens, relations: [...relations, INSTEAD_OF_MENTIONS[lens]] };
}

/** Kinds of papers and concepts that a lens can show. */
export const kindsOf = (lens: Lens): NodeKind[] =>
  nodeKindSchema.options.filter(
    (kind) => (lens !== 'concepts' || kind !== 'Paper') && (lens !== 'papers' || kind === 'Paper'),
  );

export const isTieType = (type: EdgeType): type is TieType => type !== 'LINKS';

export function topologyOf({ minDegree, core, largest }: MapRequest): TopologyFilters {
  return { minDegree: minDegree ?? null, core: core ?? null, largest: largest ?? false };
}

/** The filters with what they stand for in this graph. */
export async function filtersOf(
  store: StoreReader,
  { search, lastIngest }: Pick<Snapshot, 'search' | 'lastIngest'>,
  request: MapRequest,
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
): Promise<NodeFilters> {
  const { lens, kinds, from, to, minPapers, tag, fresh } = request;
  // Kinds and words are asked of what is drawn; of themes, papers and concepts are not.
  const isOfThemes = lens === 'themes' || request.found?.areThemes === true;
  return {
    theme: request.theme ?? null,
    kinds: new Set(kindsOf(lens).filter((kind) => isOfThemes || !kinds || kinds.includes(kind))),
    from: from ?? null,
    to: to ?? null,
    minPapers: isOfThemes ? null : (minPapers ?? null),
    named: isOfThemes || request.text === undefined ? null : matching(await search(), request.text),
    tagged: tag === undefined ? null : await idsWithTag(store, tag, config),
    fresh: fresh ? (lastIngest?.fresh ?? new Set()) : null,
    found: request.found && !isOfThemes ? new Set(request.found.ids) : null,
  };
}

async function idsWithTag(
  store: StoreReader,
  tag: string,
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
): Promise<Set<string>> {
  const ids = new Set<string>();
  for await (const rows of pages(store, readAnnotations, config)) {
    for (const row of rows)
      if (texts(row.tags).some((one) => isSameTag(one, tag))) ids.add(text(row.id) ?? '');
  }
  return ids;
}
