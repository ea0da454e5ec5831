/** What a person calls a theme: shown at once, then stored; taken back where storing fails. */
import { useMutation } from '@tanstack/react-query';
import type { ThemeDetail } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { useHistory } from '../../state/history.ts';

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

async function store(id: string, name: string | null): Promise<void> {
  await api.nameTheme(id, name);
  put(id, name);
  // The name stands on the map, in lists, in gaps.
  void queryClient.invalidateQueries();
}

export function useThemeName(id: string) {
  const naming = useMutation({
    scope: { id: `name ${id}` },
    mutationFn: ({ next }: Naming) => store(id, next),
    onMutate: async ({ next }) => {
      await queryClient.cancelQueries({ queryKey: ['theme', id] });
      put(id, next);
    },
    onError: (_error, { before }) => put(id, before),
    onSuccess: (_data, { next, before }) => {
      // What was said of the last naming holds no more once it is undone.
      const again = (name: string | null) => store(id, name).then(() => naming.reset());
      useHistory.getState().record({
        label: next === null ? 'giving a theme its own label back' : `naming a theme ${next}`,
        undo: () => again(before),
        redo: () => again(next),
      });
    },
  });
  return naming;
}
