import type { GraphView } from '../../../graph/contract.ts';
import { fetchNeighbours } from '../../navigation.ts';
import { graphQuery, queryClient } from '../../queries.ts';
import { useCameraAddress } from '../../state/camera-address.ts';
import { useView } from '../../state/view.ts';
import { markAlone } from './mark-alone.ts';
import { pathView, type Step } from './path-view.ts';

/** What is looked at together. */
export interface Together {
  /** In sight, and on the map even where the lens or a filter leaves them out; themes stand for their members. */
  readonly ids: readonly string[];
  /** From each of `ids` to the next. */
  readonly steps?: readonly Step[];
  /** What stands out; `ids` where nothing is said. */
  readonly marked?: readonly string[];
}

/** These nodes with their places, and a line for each step; what can't be had is left out. */
export async function partOfGraph({ ids, steps = [] }: Together): Promise<GraphView> {
  const base = await queryClient.ensureQueryData(graphQuery(useView.getState()));
  const drawn = new Set([...base.nodes.id, ...base.themes.map(({ id }) => id)]);
  const missing = ids.filter((id) => !drawn.has(id));
  const answers = await Promise.allSettled(missing.map((id) => fetchNeighbours(id)));
  const views = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  return pathView({ ids, steps }, [base, ...views]);
}

/** Lets them stand out, lays them over the map and flies there; the function returned ends that. */
export function standTogether(part: Together): () => void {
  const unmark = markAlone(part.marked ?? part.ids);
  let over = false;
  const bring = async () => {
    const view = await partOfGraph(part);
    if (over) return;
    const { lay, fly } = useView.getState();
    lay({ ids: part.ids, view });
    // Where the user left the camera, it stays.
    if (!useCameraAddress.getState().sight) fly({ to: 'nodes', ids: part.ids });
  };
  // What the map can't show, it says itself.
  bring().catch(() => {});
  return () => {
    over = true;
    unmark();
    if (useView.getState().laid?.ids === part.ids) useView.getState().lay(null);
  };
}
