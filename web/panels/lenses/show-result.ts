/** From what a statement returned to the map. */
import type { GraphView } from '../../../graph/contract.ts';
import { showOnMap } from '../../navigation.ts';
import { graphQuery, queryClient } from '../../queries.ts';
import { useCameraAddress } from '../../state/camera-address.ts';
import { useConsole } from '../../state/console.ts';
import type { LensQuery } from '../../state/lens-query.ts';
import { WIDE } from '../../state/narrowing.ts';
import { useNotice } from '../../state/notice.ts';
import { usePage } from '../../state/page.ts';
import { useSelection } from '../../state/selection.ts';
import { useView } from '../../state/view.ts';

/**
 * Lets these stand out on the map as it is, themes by their members; what it lacks is laid over it, unless the statement is
 * too long to be a lens (null).
 */
export async function showResult(ids: readonly string[], query: LensQuery | null): Promise<void> {
  useConsole.getState().setLarge(false);
  showOnMap(ids);
  try {
    const base = await queryClient.ensureQueryData(graphQuery(useView.getState()));
    const members = ids.flatMap((id) => membersOf(base, id));
    const drawn = new Set([...base.nodes.id, ...base.themes.map(({ id }) => id)]);
    const missing = ids.filter((id) => !drawn.has(id));
    const brought = missing.length > 0 && query ? await resultView(query) : null;
    const marked = [...ids, ...members];
    const { mark, fly } = useView.getState();
    mark(marked);
    if (brought) layUntilLetGo(brought);
    fly({ to: 'nodes', ids: marked });
    const there = new Set([...drawn, ...(brought?.nodes.id ?? [])]);
    const left = missing.filter((id) => !there.has(id)).length;
    if (left > 0) useNotice.getState().say(`${left} of the ${ids.length} could not be brought to this map.`);
  } catch {
    useNotice.getState().say('What the map does not show could not be brought to it.');
  }
}

/** Draws only what the statement returns. */
export function drawOnly(query: LensQuery): void {
  useConsole.getState().setLarge(false);
  usePage.getState().show('map');
  useSelection.getState().select(null);
  useCameraAddress.getState().settle(null);
  const { choose, mark, fly } = useView.getState();
  mark([]);
  choose({ lens: 'query', query, theme: null, expansions: new Map() });
  fly({ to: 'all' });
}

async function resultView(query: LensQuery): Promise<GraphView | null> {
  const view = await queryClient.fetchQuery(graphQuery({ lens: 'query', query, narrowing: WIDE }));
  return view.nodes.kind.includes('Theme') ? null : view;
}

/** Stays until nothing of it is marked and nothing is selected, or until the map shows something else. */
function layUntilLetGo(view: GraphView): void {
  const laid = { ids: view.nodes.id, view };
  useView.getState().lay(laid);
  const { lens, query } = useView.getState();
  const end = () => {
    const now = useView.getState();
    const isKept =
      (now.marked.size > 0 || useSelection.getState().current !== null) &&
      now.lens === lens &&
      now.query === query;
    if (now.laid === laid && isKept) return;
    for (const stop of stops) stop();
    if (now.laid === laid) now.lay(null);
  };
  const stops = [useView.subscribe(end), useSelection.subscribe(end)];
}

function membersOf({ nodes, themes }: GraphView, theme: string): string[] {
  const index = themes.findIndex(({ id }) => id === theme);
  return index < 0 ? [] : nodes.id.filter((_, i) => nodes.theme[i] === index);
}
