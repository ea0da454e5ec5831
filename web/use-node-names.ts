import { useQueries } from '@tanstack/react-query';
import { api } from './api.ts';
import { drawnName } from './drawn-name.ts';

/** What these papers and concepts are called; asks for those that no answer has named yet. */
export function useNodeNames(ids: readonly string[]): (id: string) => string {
  useQueries({
    queries: ids
      .filter((id) => drawnName(id) === null)
      .map((id) => ({
        queryKey: ['neighbours', id, { limit: 1 }],
        queryFn: ({ signal }: { signal: AbortSignal }) => api.neighbours(id, { limit: 1 }, signal),
        retry: false,
      })),
  });
  return (id) => drawnName(id) ?? '…';
}
