/** What a person calls a theme: shown at once, then stored; taken back where storing fails. */
import { useMutation } from '@tanstack/react-query';
import type { ThemeDetail } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../queries.ts';

interface Naming {
  /** Null gives it its own label back. */
  next: string | null;
  before: string | null;
}

function put(id: string, name: string | null): void {
  queryClient.setQueryData<ThemeDetail>(
    ['theme', id],
    (theme) => theme && { ...theme, label: name ?? theme.ownLabel },
  );
}

export function useThemeName(id: string) {
  return useMutation({
    scope: { id: `name ${id}` },
    mutationFn: ({ next }: Naming) => api.nameTheme(id, next),
    onMutate: async ({ next }) => {
      await queryClient.cancelQueries({ queryKey: ['theme', id] });
      put(id, next);
    },
    onError: (_error, { before }) => put(id, before),
    // The name stands on the map, in lists, in gaps.
    onSuccess: () => {
      void queryClient.invalidateQueries();
    },
  });
}
