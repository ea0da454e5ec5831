import { breather } from '../analyse/breather.ts';
import type { GraphView, Lens } from '../contract.ts';
import { chooseEdges } from './choose-edges.ts';
import type { Context } from './context.ts';
import { drawFound } from './draw-found.ts';
import { drawMembers } from './draw-members.ts';
import { drawSurroundings } from './draw-surroundings.ts';
import { drawThemes } from './draw-themes.ts';
import type { Snapshot } from './live-graph.ts';
import { edgeTypesOf, filtersOf, isTieType, type MapRequest } from './map-request.ts';
import { mapStatement } from './map-statement.ts';
import { populationOf } from './population.ts';
import type { Drawing, Scene } from './scene.ts';
import { toView } from './view-columns.ts';
import { yearCounts } from './year-counts.ts';

const DRAW: Readonly<Record<Lens, (scene: Scene) => Promise<Drawing>>> = {
  all: drawMembers,
  concepts: drawMembers,
  papers: drawMembers,
  themes: drawThemes,
  ego: drawSurroundings,
  query: drawFound,
};

/** The part of the graph that a map shows. Lets others get their turn between its steps. */
export async function drawMap(
  { store, config }: Pick<Context, 'store' | 'config'>,
  snapshot: Snapshot,
  request: MapRequest,
): Promise<GraphView> {
  const { catalogue } = snapshot;
  const ties = await snapshot.ties();
  const breathe = breather();
  const types = edgeTypesOf(request).filter(isTieType);
  const filters = await filtersOf(store, snapshot, request, config);
  const inAnyYear = populationOf(ties, types, filters, 'years');
  await breathe();
  const years = yearCounts(ties, inAnyYear);
  await breathe();
  const isSpan = filters.from !== null || filters.to !== null;
  const population = isSpan ? populationOf(ties, types, filters) : inAnyYear;
  await breathe();
  const { nodes, edges, of } = await DRAW[request.lens]({
    snapshot,
    ties,
    types,
    request,
    population,
    config,
    breathe,
  });
  await breathe();
  // A larger map has as many edges for a node.
  const total = Math.round(config.mapEdges * Math.max(1, request.limit / config.mapNodes));
  const chosen = chooseEdges(edges, { total, perNode: config.mapEdgesPerNode });
  await breathe();
  const shown = { of, cap: request.limit, most: Math.max(config.mapNodesMost, config.mapNodes) };
  const { found } = request;
  const view = await toView(
    ties,
    catalogue,
    {
      nodes,
      edges: chosen,
      shown,
      years,
      cypher: found?.cypher ?? mapStatement(request, catalogue, filters.named),
    },
    config,
    breathe,
  );
  if (!found) return view;
  const { ids, truncated, rows } = found;
  return { ...view, found: { nodes: ids.length, truncated, rows } };
}
