import { drawThemes } from './draw-themes.ts';
import { drawnNodes } from './drawn-nodes.ts';
import { edgesAmong } from './edges-among.ts';
import { topologyOf } from './map-request.ts';
import { type Drawing, freshOf, type Scene } from './scene.ts';
import { rowsOfTypes } from './ties.ts';
import { narrowByTies } from './topology.ts';

/** What a statement returned, and nothing else: what came first goes first, with the ties among what is drawn. */
export async function drawFound(scene: Scene): Promise<Drawing> {
  const { snapshot, ties, types, request, population, breathe } = scene;
  const { ids = [], areThemes = false } = request.found ?? {};
  if (areThemes) return drawThemes(scene);
  const isIn = await narrowByTies(rowsOfTypes(ties, types), population.isIn, topologyOf(request), breathe);
  await breathe();
  const left = ids.flatMap((id) => ties.numberOf.get(id) ?? []).filter((number) => isIn[number] === 1);
  const numbers = left.slice(0, request.limit);
  const edges = edgesAmong(ties, types, numbers);
  await breathe();
  const nodes = drawnNodes(ties, snapshot.catalogue, numbers, population.papersIn, freshOf(snapshot));
  return { nodes, edges, of: left.length };
}
