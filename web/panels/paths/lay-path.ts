import type { Paths } from '../../../graph/contract.ts';
import { useFurniture } from '../../state/furniture.ts';
import { usePage } from '../../state/page.ts';
import { useView } from '../../state/view.ts';
import { partOfGraph } from './lay-together.ts';

/** Enough to learn where a node has its place. */
const PLACE = { limit: 1 };

/** Lays the path itself over the map, its links too, lets it stand out and flies there; it stays there. */
export async function layPath({ nodes, steps }: Paths['paths'][number]): Promise<void> {
  const ids = nodes.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) return;
  const view = await partOfGraph({ ids, steps });
  usePage.getState().show('map');
  useFurniture.getState().makeRoom();
  const { expand, mark, fly } = useView.getState();
  expand(first, view, PLACE);
  mark(ids);
  fly({ to: 'nodes', ids });
}
