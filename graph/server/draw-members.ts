import { chooseNodes } from './choose-nodes.ts';
import { drawnNodes } from './drawn-nodes.ts';
import { edgesAmong } from './edges-among.ts';
import { topologyOf } from './map-request.ts';
import { type Drawing, freshOf, type Scene } from './scene.ts';
import { rowsOfTypes } from './ties.ts';
import { narrowByTies } from './topology.ts';

/** Papers and concepts: narrowed by their ties first, so that the cap leaves the best of what is asked for. */
export async function drawMembers(scene: Scene): Promise<Drawing> {
  const { snapshot, ties, types, request, population, config, breathe } = scene;
  const { catalogue } = snapshot;
  const isIn = await narrowByTies(rowsOfTypes(ties, types), population.isIn, topologyOf(request), breathe);
  await breathe();
  const left = { ...population, isIn };
  const numbers = chooseNodes(ties, left, request.limit, config.smallMap);
  await breathe();
  const edges = edgesAmong(ties, types, numbers);
  await breathe();
  const nodes = drawnNodes(ties, catalogue, numbers, population.papersIn, freshOf(snapshot));
  return { nodes, edges, of: isIn.reduce((sum, one) => sum + one, 0) };
}
