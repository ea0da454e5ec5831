import type { GraphView, Paths } from '../../../graph/contract.ts';
import { api } from '../../api.ts';
import { queryClient } from '../../queries.ts';
import { useFurniture } from '../../state/furniture.ts';
import { usePage } from '../../state/page.ts';
import { useView } from '../../state/view.ts';
import { pathView } from './path-view.ts';

/** Enough to learn where a node has its place. */
const PLACE = { limit: 1 };

/** Lays the path itself over the map, its links too, lets it stand out and flies there. */
export async function layPath(path: Paths['paths'][number]): Promise<void> {
  const ids = path.nodes.map(({ id }) => id);
  const [first, ...others] = await Promise.all(
    ids.map(
      (id): Promise<GraphView> =>
        queryClient.fetchQuery({
          queryKey: ['neighbours', id, PLACE],
          queryFn: ({ signal }) => api.neighbours(id, PLACE, signal),
        }),
    ),
  );
  if (!first) return;
  usePage.getState().show('map');
  useFurniture.getState().makeRoom();
  const { expand, mark, fly } = useView.getState();
  expand(ids[0]!, pathView(path, [first, ...others]), PLACE);
  mark(ids);
  fly({ to: 'nodes', ids });
}
