/** What is exported: what the map draws now, what is picked on it, or a theme. */
import type { ExportRequest } from '../../graph/contract.ts';
import { currentDrawing } from '../sigma/current-drawing.ts';
import type { MapScene } from '../sigma/map-scene.ts';
import { nodesOf, useSelection } from '../state/selection.ts';
import { useView } from '../state/view.ts';
import { opaque } from './colours.ts';

export type Scope = 'screen' | 'selection' | 'theme';

export type Columns = Pick<ExportRequest, 'nodes' | 'edges'>;

export interface ThemeScope {
  readonly id: string;
  readonly label: string;
}

/** Ids of what is drawn, wherever the camera is; what vanishes or is hidden is not. */
export function drawnIds(scene: MapScene): string[] {
  const { view, graph, sigma } = scene;
  return (view?.nodes.id ?? []).filter(
    (id) => graph.hasNode(id) && !(sigma.getNodeDisplayData(id)?.hidden ?? true),
  );
}

/** The nodes of this list that are drawn, as they are, with the ties between them that are drawn. */
export function drawnColumns(scene: MapScene, ids: readonly string[]): Columns {
  const { sigma, graph } = scene;
  const index = new Map(ids.map((id, i) => [id, i]));
  const nodes = {
    id: [...ids],
    x: [] as number[],
    y: [] as number[],
    size: [] as number[],
    colour: [] as string[],
  };
  for (const id of ids) {
    const { x, y } = graph.getNodeAttributes(id);
    const look = sigma.getNodeDisplayData(id);
    nodes.x.push(x);
    nodes.y.push(y);
    nodes.size.push(look?.size ?? 1);
    nodes.colour.push(opaque(look?.color ?? ''));
  }
  const edges = {
    source: [] as number[],
    target: [] as number[],
    type: [] as string[],
    weight: [] as number[],
  };
  graph.forEachEdge((edge, { relation, weight }, source, target) => {
    const [from, to] = [index.get(source), index.get(target)];
    if (from === undefined || to === undefined || sigma.getEdgeDisplayData(edge)?.hidden) return;
    edges.source.push(from);
    edges.target.push(to);
    edges.type.push(relation);
    edges.weight.push(weight);
  });
  return { nodes, edges };
}

/** What the user singled out: picked, else marked nodes, else what is selected. */
export function selectedIds(): string[] {
  const { picked, marked } = useView.getState();
  if (picked.size > 0) return [...picked];
  if (marked.size > 0) return [...marked];
  const { current } = useSelection.getState();
  return current ? [...nodesOf(current)] : [];
}

/** The theme that is selected or shown alone; null for none. */
export function themeInFocus(): ThemeScope | null {
  const { current } = useSelection.getState();
  const id = current?.type === 'theme' ? current.id : useView.getState().theme;
  if (id === null) return null;
  const theme = currentDrawing()?.scene.view?.themes.find((known) => known.id === id);
  return { id, label: theme?.label ?? 'This theme' };
}

/** The body of a request for a file; null where there is nothing to export. */
export function requestFor(scope: Scope): Omit<ExportRequest, 'format'> | null {
  const scene = currentDrawing()?.scene;
  if (scope === 'theme') {
    const theme = themeInFocus();
    return theme && { theme: theme.id };
  }
  const drawn = scene ? drawnIds(scene) : [];
  if (scope === 'screen') return scene && drawn.length > 0 ? drawnColumns(scene, drawn) : null;
  const ids = selectedIds();
  if (ids.length === 0) return null;
  const there = new Set(drawn);
  // What is not on the map has no place there, and ties that only the store knows.
  return scene && ids.every((id) => there.has(id)) ? drawnColumns(scene, ids) : { nodes: { id: ids } };
}
