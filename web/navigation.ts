/** What the user can do to get around: each changes the state, and moves the map where that helps. */
import { BOUNDS, type GraphView, type NodeKind } from '../graph/contract.ts';
import { api } from './api.ts';
import { readPanel } from './focus.ts';
import { fetchDetail, graphQuery, queryClient } from './queries.ts';
import { useCameraAddress } from './state/camera-address.ts';
import { useFurniture } from './state/furniture.ts';
import { usePage } from './state/page.ts';
import {
  bringsItself,
  connectionsTarget,
  nodesOf,
  sameTarget,
  type Target,
  type Tie,
  tieTarget,
  useSelection,
} from './state/selection.ts';
import { type ExpansionChoice, useView } from './state/view.ts';
import { unrecorded } from './state/view-history.ts';
import { useWantedExpansions } from './state/wanted-expansions.ts';

interface Shown {
  readonly id: string;
  /** Only `Theme` is told from the others. */
  readonly kind: string;
}

/** How many neighbours a node shows when it is opened. */
const NEIGHBOURS = 40;

export function targetOf(kind: NodeKind | 'Theme', id: string): Target {
  if (kind === 'Theme') return { type: 'theme', id };
  return { type: kind === 'Paper' ? 'paper' : 'concept', id };
}

function flyTo(target: Target): void {
  const { fly } = useView.getState();
  if (bringsItself(target)) useCameraAddress.getState().settle(null);
  else if (target.type === 'theme') fly({ to: 'theme', id: target.id });
  else if (target.type !== 'gap') fly({ to: 'nodes', ids: nodesOf(target) });
}

/** Selects and brings it into sight; `read` also moves the focus to its panel. */
export function openTarget(target: Target, { read = false } = {}): void {
  useSelection.getState().select(target);
  if (read) readPanel();
  useView.getState().mark([]);
  // A link that is gone lets go of nothing.
  useView.getState().hover(null);
  useFurniture.getState().makeRoom();
  // What was selected as the other end is not shown alone.
  const { current } = useSelection.getState();
  if (current && (sameTarget(current, target) || bringsItself(current))) flyTo(current);
}

/** Goes to the map and flies to it there. */
export function showTarget(target: Target): void {
  const { laid, marked, mark, fly } = useView.getState();
  if (laid && bringsItself(target)) {
    usePage.getState().show('map');
    useFurniture.getState().makeRoom();
    if (marked.size === 0 && target.type !== 'compare') mark(laid.ids);
    fly({ to: 'nodes', ids: laid.ids });
    return;
  }
  if (nodesOf(target).length > 1) {
    void showNodesOnMap(nodesOf(target).map((id) => ({ id, kind: 'Concept' })));
    return;
  }
  usePage.getState().show('map');
  openTarget(target);
}

/** Looks for the other end: what is selected next, on the map or anywhere else. */
function startTie(tie: Tie, from: Target): void {
  useSelection.getState().choose(tie, from);
}

/** Of what is selected, or is drawn; else a concept. */
function knownTarget(id: string): Target {
  const { current } = useSelection.getState();
  if (current?.id === id) return current;
  for (const [, view] of queryClient.getQueriesData<GraphView>({ queryKey: ['graph'] })) {
    const at = view?.nodes.id.indexOf(id) ?? -1;
    if (view && at >= 0) return targetOf(view.nodes.kind[at]!, id);
    if (view?.themes.some((theme) => theme.id === id)) return { type: 'theme', id };
  }
  return { type: 'concept', id };
}

/** From this paper or concept to another one, which is still to be chosen. */
export function startPath(id: string): void {
  startTie('path', knownTarget(id));
}

/** This paper, concept or theme beside another one, which is still to be chosen. */
export function startCompare(id: string): void {
  startTie('compare', knownTarget(id));
}

export function openPath(from: string, to: string): void {
  openTarget(tieTarget('path', from, to), { read: true });
}

/** What connects these papers and concepts. */
export function openConnections(ids: readonly string[]): void {
  openTarget(connectionsTarget(ids.slice(0, BOUNDS.connected)), { read: true });
}

export function openComparison(one: string, other: string): void {
  openTarget(tieTarget('compare', one, other), { read: true });
}

export function back(): void {
  useSelection.getState().back();
  const { current } = useSelection.getState();
  if (current) flyTo(current);
}

export function forward(): void {
  useSelection.getState().forward();
  const { current } = useSelection.getState();
  if (current) flyTo(current);
}

/** Shows a theme alone; the one that is alone already, or null, brings the others back. */
export function isolateTheme(id: string | null): void {
  const { theme, isolate, fly } = useView.getState();
  const next = id === theme ? null : id;
  isolate(next);
  usePage.getState().show('map');
  fly(next === null ? { to: 'all' } : { to: 'theme', id: next });
}

/** Shows what lies around these nodes, and all of it. */
export function lookAround(centre: readonly string[], depth?: number): void {
  useView.getState().lookAround(centre, depth);
  usePage.getState().show('map');
  useView.getState().fly({ to: 'all' });
}

/** Lays a node's neighbourhood over the map; a second time takes it off again. */
export async function toggleExpansion(id: string): Promise<void> {
  const { expansions, collapse } = useView.getState();
  if (expansions.has(id)) collapse(id);
  else await expandNode(id);
}

/** Rejects for what the server does not know, after asking once. */
export async function expandNode(id: string, choice: ExpansionChoice = {}): Promise<void> {
  const neighbourhood = await knownNeighbours(id, choice);
  useView.getState().expand(id, neighbourhood, choice);
}

/** As `expandNode`, for a node that is selected or looked for and not drawn: no step of its own. */
export async function layNode(id: string): Promise<void> {
  const neighbourhood = await knownNeighbours(id, {});
  unrecorded(() => useView.getState().expand(id, neighbourhood));
}

async function knownNeighbours(id: string, choice: ExpansionChoice): Promise<GraphView> {
  const { current } = useSelection.getState();
  if (current?.id === id && nodesOf(current).length === 1) await fetchDetail(current);
  return fetchNeighbours(id, choice);
}

export function fetchNeighbours(id: string, choice: ExpansionChoice = {}): Promise<GraphView> {
  return queryClient.fetchQuery({
    queryKey: ['neighbours', id, choice],
    queryFn: ({ signal }) => api.neighbours(id, { limit: NEIGHBOURS, ...choice }, signal),
  });
}

/** Opens what the address asks for, one after the other; what can't be had is left out. */
export async function openWantedExpansions(): Promise<void> {
  const { wanted, settle } = useWantedExpansions.getState();
  for (const [id, choice] of wanted) {
    const neighbourhood = await fetchNeighbours(id, choice).catch(() => null);
    if (neighbourhood) unrecorded(() => useView.getState().expand(id, neighbourhood, choice));
    settle(id);
  }
}

/** Lets what a query returned stand out. */
export function showOnMap(ids: readonly string[]): void {
  usePage.getState().show('map');
  useSelection.getState().select(null);
  useView.getState().mark(ids);
  useView.getState().fly({ to: 'nodes', ids });
}

/**
 * Lets these stand out on the map, themes by their members. What has no place there is laid over it, if it is one of
 * `first`; `more` is shown only where it is there already. What is selected stays so.
 */
export async function showNodesOnMap(first: readonly Shown[], more: readonly Shown[] = []): Promise<void> {
  usePage.getState().show('map');
  useFurniture.getState().makeRoom();
  const base = await queryClient.ensureQueryData(graphQuery(useView.getState()));
  const drawn = new Set(base.nodes.id);
  const missing = first.filter(({ id, kind }) => kind !== 'Theme' && !drawn.has(id));
  await Promise.allSettled(missing.map(({ id }) => expandNode(id)));
  const ids = [...first, ...more].flatMap((node) =>
    node.kind === 'Theme' ? membersOf(base, node.id) : [node.id],
  );
  useView.getState().mark(ids);
  useView.getState().fly({ to: 'nodes', ids });
}

function membersOf(view: GraphView, theme: string): string[] {
  const index = view.themes.findIndex(({ id }) => id === theme);
  return index < 0 ? [] : view.nodes.id.filter((_, i) => view.nodes.theme[i] === index);
}

/** One step out: first the search for another end, then what is picked, then the marks, then the selection, then the theme that is shown alone; beside the map the selection alone. */
export function stepOut(): void {
  const { marked, mark, picked, pick, theme } = useView.getState();
  const { current, select, choosing, leave } = useSelection.getState();
  if (choosing) leave();
  else if (usePage.getState().page !== 'map') select(null);
  else if (picked.size > 0) pick([]);
  else if (marked.size > 0) mark([]);
  else if (current) select(null);
  else if (theme) isolateTheme(null);
}
