/** What the page asks the server for, by name, and how long an answer stays good. */
import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { BOUNDS, type PathOrder } from '../graph/contract.ts';
import type { ConceptKind } from '../graph/schema.ts';
import { ApiFailure, api, type GraphRequest } from './api.ts';
import { lensRequest } from './state/lens-query.ts';
import { filterQuery } from './state/narrowing.ts';
import { partsOf, type Target } from './state/selection.ts';
import type { ViewChoice } from './state/view.ts';

const FIVE_MINUTES = 5 * 60_000;
const SEARCH_HITS = 24;

/** Failures that a second try can mend. */
const PASSING: ReadonlySet<string> = new Set(['offline', 'unavailable']);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FIVE_MINUTES,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof ApiFailure && PASSING.has(error.code),
    },
  },
});

export function useStatus() {
  return useQuery({ queryKey: ['status'], queryFn: ({ signal }) => api.status(signal) });
}

/** What the server is asked to draw. */
export type GraphChoice = Pick<ViewChoice, 'lens' | 'narrowing'> &
  Partial<Pick<ViewChoice, 'limit' | 'centre' | 'depth' | 'query'>>;

function graphRequest({
  lens,
  narrowing,
  limit,
  centre = [],
  depth,
  query = null,
}: GraphChoice): GraphRequest {
  // Around nothing lies everything, and so it does where no statement says what to draw.
  const isOfNothing = (lens === 'ego' && centre.length === 0) || (lens === 'query' && query === null);
  const drawn = isOfNothing ? 'all' : lens;
  const around = drawn === 'ego' ? { centre: centre.join(), depth } : {};
  const asked = drawn === 'query' && query ? lensRequest(query) : {};
  return { lens: drawn, limit, ...around, ...asked, ...filterQuery(narrowing, drawn) };
}

export const graphQuery = (choice: GraphChoice) => {
  const request = graphRequest(choice);
  return queryOptions({
    queryKey: ['graph', request],
    queryFn: ({ signal }) => api.graph(request, signal),
  });
};

export function useGraph(choice: GraphChoice) {
  return useQuery({
    ...graphQuery(choice),
    // The map stays, with its camera, until the next one is there.
    placeholderData: (previous) => previous,
  });
}

/** One theme's part of the graph; asked for only when the map does not hold all of it. */
export function useThemeGraph(choice: GraphChoice, theme: string | null, wanted: boolean) {
  const request = { ...graphRequest(choice), theme: theme ?? undefined };
  return useQuery({
    queryKey: ['graph', request],
    queryFn: ({ signal }) => api.graph(request, signal),
    enabled: wanted && theme !== null,
  });
}

export function useSearch(text: string) {
  const q = text.trim().slice(0, BOUNDS.queryLength);
  return useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.search({ q, limit: SEARCH_HITS }, signal),
    enabled: q.length > 0,
    placeholderData: (previous) => previous,
  });
}

/** What the panel of this target shows; one request, however many ask, and whether or not it fails. */
export async function fetchDetail({ type, id }: Target): Promise<void> {
  const known = queryClient.getQueryState([type, id]);
  if (known?.status === 'error') throw known.error;
  await queryClient.fetchQuery<unknown>({
    queryKey: [type, id],
    queryFn: ({ signal }) => api[type](id, signal),
  });
}

export function usePaper(id: string) {
  return useQuery({ queryKey: ['paper', id], queryFn: ({ signal }) => api.paper(id, signal) });
}

export function useConcept(id: string) {
  return useQuery({ queryKey: ['concept', id], queryFn: ({ signal }) => api.concept(id, signal) });
}

export function useTheme(id: string) {
  return useQuery({ queryKey: ['theme', id], queryFn: ({ signal }) => api.theme(id, signal) });
}

export function useThemes() {
  return useQuery({ queryKey: ['themes'], queryFn: ({ signal }) => api.themes(signal) });
}

export function useGaps() {
  return useQuery({ queryKey: ['gaps'], queryFn: ({ signal }) => api.gaps(signal) });
}

export function useGap(id: string) {
  return useQuery({ queryKey: ['gap', id], queryFn: ({ signal }) => api.gap(id, signal) });
}

export function useAnnotations() {
  return useQuery({ queryKey: ['annotations'], queryFn: ({ signal }) => api.annotations(signal) });
}

export function useMatrix(rows: ConceptKind, columns: ConceptKind) {
  return useQuery({
    queryKey: ['matrix', rows, columns],
    queryFn: ({ signal }) => api.matrix(rows, columns, signal),
  });
}

/** What two concepts have in common. */
export function usePair(id: string) {
  return useQuery({ queryKey: ['pair', id], queryFn: ({ signal }) => api.pair(id, signal) });
}

/** Ways from the one to the other. */
export function usePaths(id: string, by: PathOrder) {
  return useQuery({
    queryKey: by === 'shortest' ? ['path', id] : ['path', id, by],
    queryFn: ({ signal }) => api.path(id, signal, by),
    placeholderData: (previous) => previous,
  });
}

export function useConnections(id: string) {
  return useQuery({ queryKey: ['connections', id], queryFn: ({ signal }) => api.connections(id, signal) });
}

export function useComparison(id: string) {
  return useQuery({ queryKey: ['compare', id], queryFn: ({ signal }) => api.compare(id, signal) });
}

/** What stands in the graph and what its engine knows. */
export function useGraphSchema() {
  return useQuery({ queryKey: ['schema'], queryFn: ({ signal }) => api.schema(signal) });
}

export function useSources() {
  return useQuery({ queryKey: ['sources'], queryFn: ({ signal }) => api.sources(signal) });
}

/** What would go with a source. */
export function useRemovalEffect(source: string) {
  return useQuery({
    queryKey: ['sources', 'effect', source],
    queryFn: ({ signal }) => api.removalEffect(source, signal),
    staleTime: 0,
  });
}

export function useFetching() {
  return useQuery({ queryKey: ['fetching'], queryFn: ({ signal }) => api.fetching(signal) });
}

export function useBacktest() {
  return useQuery({ queryKey: ['backtest'], queryFn: ({ signal }) => api.backtest(signal) });
}

interface Named {
  label?: string;
  name?: string;
  title?: string;
  /** The two of a pair, or of a comparison. */
  one?: { name?: string; label?: string };
  other?: { name?: string; label?: string };
  /** Ways between two. */
  paths?: { nodes: { label: string }[] }[];
}

const between = (one: string | undefined, other: string | undefined): string | null =>
  one && other ? `${one} × ${other}` : null;

/** What a selected thing is called, once its panel has loaded it. */
export function cachedName({ type, id }: Target): string | null {
  const data = queryClient.getQueryData<Named>([type, id]);
  if (type === 'connections') return data ? `what ties ${partsOf(id).length} nodes` : null;
  if (data?.one && data.other)
    return between(data.one.name ?? data.one.label, data.other.name ?? data.other.label);
  if (data?.paths) {
    const nodes = data.paths[0]?.nodes ?? [];
    return between(nodes.at(0)?.label, nodes.at(-1)?.label) ?? 'no way between them';
  }
  return data?.label ?? data?.name ?? data?.title ?? null;
}
