import type { NodeKind } from '../contract.ts';
import { chooseNodes, drawableCount, type RankedNodes, rankNodes } from './choose-nodes.ts';
import { drawnNodes } from './drawn-nodes.ts';
import { edgesAmong } from './edges-among.ts';
import { kindsOf, type MapRequest, topologyOf } from './map-request.ts';
import { EVERYTHING, populationOf } from './population.ts';
import { type Drawing, freshOf, type Scene } from './scene.ts';
import { rowsOfTypes, type Ties } from './ties.ts';
import { narrowByTies } from './topology.ts';

/** Papers and concepts: narrowed by their ties first, so that the cap leaves the best of what is asked for. */
export async function drawMembers(scene: Scene): Promise<Drawing> {
  const { snapshot, ties, types, request, population, config, breathe } = scene;
  const { catalogue } = snapshot;
  const isIn = await narrowByTies(rowsOfTypes(ties, types), population.isIn, topologyOf(request), breathe);
  await breathe();
  const left = { ...population, isIn };
  const kinds = new Set(kindsOf(request.lens));
  const ranked = await rankedFor(scene, kinds);
  await breathe();
  const numbers = chooseNodes({
    ties,
    ranked,
    left,
    limit: request.limit,
    smallMap: drawableCount(ties, kinds) < config.smallMap ? config.smallMap : 0,
    smallPart: isOfCertainThings(request) ? config.smallMap : 0,
  });
  await breathe();
  const edges = edgesAmong(ties, types, numbers);
  await breathe();
  const nodes = drawnNodes(ties, catalogue, numbers, population.papersIn, freshOf(snapshot));
  return { nodes, edges, of: isIn.reduce((sum, one) => sum + one, 0) };
}

/** Of each graph the ranks that were asked for last: a timeline that plays asks for the same again and again. */
const ranks = new WeakMap<Ties, { key: string; ranked: RankedNodes }>();

async function rankedFor(
  { ties, types, request, breathe }: Scene,
  kinds: ReadonlySet<NodeKind>,
): Promise<RankedNodes> {
  const { lens, theme = null } = request;
  const key = JSON.stringify([lens, theme]);
  const known = ranks.get(ties);
  if (known?.key === key) return known.ranked;
  const ranked = await rankNodes(
    ties,
    populationOf(ties, types, { ...EVERYTHING, kinds, theme }).isIn,
    breathe,
  );
  ranks.set(ties, { key, ranked });
  return ranked;
}

/** Those that ask by words, tags or arrival want what is named, however rare it is. */
const isOfCertainThings = ({ text, tag, fresh }: MapRequest): boolean =>
  text !== undefined || tag !== undefined || fresh === true;
