import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ConceptChange } from '../../../graph/contract.ts';
import { useTermBench } from '../../state/term-bench.ts';
import { termsApi } from './terms-api.ts';

const PAGE = 200;

/** The list as it is filtered and ordered, a page after the other. */
export function useTerms() {
  const { q, kind, minPapers, alike, decided, sort, descending } = useTermBench();
  const asked = {
    q: q.trim(),
    ...(kind && { kind }),
    minPapers,
    ...(alike && { alike: 'yes' as const }),
    ...(decided && { decided: 'yes' as const }),
    sort,
    order: descending ? ('desc' as const) : ('asc' as const),
  };
  return useInfiniteQuery({
    queryKey: ['terms', asked],
    queryFn: ({ pageParam, signal }) => termsApi.terms({ ...asked, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, { terms }) => sum + terms.length, 0);
      return last.terms.length > 0 && loaded < last.total ? loaded : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

/** A few terms by their words, to choose one. */
export const useTermSearch = (q: string) =>
  useQuery({
    queryKey: ['terms', 'search', q.trim()],
    queryFn: ({ signal }) => termsApi.terms({ q: q.trim(), limit: 8 }, signal),
    enabled: q.trim().length > 1,
    placeholderData: keepPreviousData,
  });

export const useSuggestions = () =>
  useQuery({ queryKey: ['terms', 'suggestions'], queryFn: ({ signal }) => termsApi.suggestions(signal) });

export const useDecisions = () =>
  useQuery({ queryKey: ['terms', 'decisions'], queryFn: ({ signal }) => termsApi.decisions(signal) });

/** What the changes would do; null while they say nothing yet. */
export const usePreview = (changes: readonly ConceptChange[] | null) =>
  useQuery({
    queryKey: ['terms', 'preview', changes],
    queryFn: ({ signal }) => termsApi.preview(changes ?? [], signal),
    enabled: changes !== null,
    placeholderData: keepPreviousData,
  });
