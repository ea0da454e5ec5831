/** What can be done with nodes of the map, one or many: each is a change of the view, and a step to undo. */
import { queryOptions } from '@tanstack/react-query';
import type { Pin } from '../graph/contract.ts';
import { api } from './api.ts';
import { queryClient } from './queries.ts';
import { currentDrawing } from './sigma/current-drawing.ts';
import { useHistory } from './state/history.ts';
import { useNotice } from './state/notice.ts';
import { useStoredPins } from './state/stored-pins.ts';
import { type Position, useView } from './state/view.ts';
import { isUnrecorded, unrecorded } from './state/view-history.ts';

/** Hides these and lets go of them. */
export function hideNodes(ids: readonly string[]): void {
  useView.getState().hide(ids);
}

/** Hides all that is drawn but these. */
export function keepOnly(ids: readonly string[]): void {
  const scene = currentDrawing()?.scene;
  if (!scene) return;
  const kept = new Set(ids);
  const others = scene.graph.filterNodes((id) => !kept.has(id) && scene.emphasis.level(id) !== 'hidden');
  useView.getState().hide(others);
}

/** Pins these where they are. */
export function pinNodes(ids: readonly string[]): void {
  const graph = currentDrawing()?.scene.graph;
  if (!graph) return;
  useView.getState().pin(
    ids
      .filter((id) => graph.hasNode(id))
      .map((id): [string, Position] => {
        const { x, y } = graph.getNodeAttributes(id);
        return [id, { x, y }];
      }),
  );
}

/** Lets these go back to where the layout has them. */
export function unpinNodes(ids: readonly string[]): void {
  const { pins, pin, unpin } = useView.getState();
  const { places } = useStoredPins.getState();
  // Those of the store become the view's first, so that taking them back is a step that can be undone.
  const stored = ids.flatMap((id): [string, Position][] => {
    const place = pins.has(id) ? undefined : places.get(id);
    return place ? [[id, place]] : [];
  });
  if (stored.length > 0) unrecorded(() => pin(stored));
  unpin(ids);
}

export function isPinned(id: string): boolean {
  return useView.getState().pins.has(id) || useStoredPins.getState().places.has(id);
}

const annotationsQuery = queryOptions({
  queryKey: ['annotations'],
  queryFn: ({ signal }) => api.annotations(signal),
});

/** Learns what is pinned in the store. */
export async function readStoredPins(): Promise<void> {
  const { annotations } = await queryClient.fetchQuery(annotationsQuery);
  const pinned = annotations.flatMap(({ node, position }): [string, Position][] =>
    position ? [[node.id, position]] : [],
  );
  useStoredPins.getState().know(new Map(pinned));
}

/**
 * Keeps the pins in the store in step with those that are set and taken back here, where it may be written to; not
 * with those that come with an address. The function returned ends it.
 */
export function followPins(): () => void {
  return useView.subscribe(({ pins }, { pins: before }) => {
    if (pins === before || (isUnrecorded() && !useHistory.getState().busy)) return;
    const changed: Pin[] = [];
    for (const [id, position] of pins) if (before.get(id) !== position) changed.push({ id, position });
    for (const id of before.keys()) if (!pins.has(id)) changed.push({ id, position: null });
    void savePins(changed).catch(() => {
      useNotice.getState().say('The new places could not be kept in the store. They hold in this view.');
    });
  });
}

async function savePins(pins: readonly Pin[]): Promise<void> {
  const { editable, limits } = await queryClient.fetchQuery(annotationsQuery);
  if (!editable) return;
  for (let at = 0; at < pins.length; at += limits.pins) await api.pin(pins.slice(at, at + limits.pins));
  useStoredPins.getState().change(pins.map(({ id, position }) => [id, position]));
  await queryClient.invalidateQueries({ queryKey: ['annotations'], refetchType: 'none' });
  // Only the server knows the places to which they go back.
  if (pins.some(({ position }) => position === null))
    await queryClient.invalidateQueries({ queryKey: ['graph'] });
}
