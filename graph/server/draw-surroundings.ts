import type { Edges } from './choose-edges.ts';
import { drawnNodes } from './drawn-nodes.ts';
import { edgesAmong } from './edges-among.ts';
import { topologyOf } from './map-request.ts';
import { type Drawing, freshOf, type Scene } from './scene.ts';
import { nodesWithin, type Surroundings, surroundingsOf } from './surroundings.ts';
import { NAMING, rowsOfTypes, type Ties, type TieType } from './ties.ts';
import { narrowByTies } from './topology.ts';

/** What lies around the centres, which are drawn whatever the filters say: narrowed first, then capped. */
export async function drawSurroundings(scene: Scene): Promise<Drawing> {
  const { snapshot, ties, types, request, population, breathe } = scene;
  const centres = (request.centre ?? []).map((id) => ties.numberOf.get(id)!);
  const isAround = nodesWithin(ties, types, centres, population.isIn, request.depth);
  await breathe();
  const isIn = await narrowByTies(
    rowsOfTypes(ties, types),
    isAround,
    topologyOf(request),
    breathe,
    new Set(centres),
  );
  await breathe();
  const around = surroundingsOf(ties, types, centres, {
    isIn,
    depth: request.depth,
    most: Math.max(0, request.limit - centres.length),
  });
  await breathe();
  const edges = edgesAround(ties, types, around.nodes, around, new Set(centres));
  await breathe();
  const { catalogue } = snapshot;
  const nodes = drawnNodes(ties, catalogue, around.nodes, population.papersIn, freshOf(snapshot));
  return { nodes, edges, of: around.of };
}

/**
 * The ties of the centres and those by which a node was reached; of the rest only mentions, since ties between
 * papers and between concepts would hide the centre.
 */
export function edgesAround(
  ties: Ties,
  types: readonly TieType[],
  numbers: readonly number[],
  { reachedBy }: Pick<Surroundings, 'reachedBy'>,
  centres: ReadonlySet<number>,
): Edges {
  const { source, target, type, weight } = edgesAmong(ties, types, numbers);
  const mentions: ReadonlySet<string> = new Set(NAMING);
  const key = (from: number, to: number): number => from * ties.ids.length + to;
  const kept = source.flatMap((_, edge) => {
    const [one, other] = [numbers[source[edge]!]!, numbers[target[edge]!]!];
    const isDrawn =
      mentions.has(type[edge]!) ||
      centres.has(one) ||
      centres.has(other) ||
      reachedBy.has(key(one, other)) ||
      reachedBy.has(key(other, one));
    return isDrawn ? edge : [];
  });
  return {
    source: kept.map((edge) => source[edge]!),
    target: kept.map((edge) => target[edge]!),
    type: kept.map((edge) => type[edge]!),
    weight: kept.map((edge) => weight[edge]!),
  };
}
