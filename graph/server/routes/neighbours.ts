import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import {
  type EdgeType,
  type GraphView,
  graphViewSchema,
  idParamsSchema,
  LENS_EDGES,
  neighboursQuerySchema,
  nodeKindSchema,
} from '../../contract.ts';
import type { Context } from '../context.ts';
import { edgesAround } from '../draw-surroundings.ts';
import { drawnNodes } from '../drawn-nodes.ts';
import { errorAnswers } from '../errors.ts';
import { anchorOf, existing } from '../existing.ts';
import { isTieType } from '../map-request.ts';
import { neighboursStatement } from '../panel-statements.ts';
import { EVERYTHING, populationOf } from '../population.ts';
import { freshOf } from '../scene.ts';
import { surroundingsOf } from '../surroundings.ts';
import { NAMING, type TieType } from '../ties.ts';
import { toView } from '../view-columns.ts';

type Asked = z.output<typeof neighboursQuerySchema>;

/** GET /api/neighbours/:id: a paper or concept with what it is tied to, strongest first. */
export function neighboursRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/neighbours/:id',
    {
      schema: {
        params: idParamsSchema,
        querystring: neighboursQuerySchema,
        response: { 200: graphViewSchema, ...errorAnswers },
      },
      config: { cached: existing('paper or concept') },
    },
    (request) => neighbours(context, request.params.id, request.query),
  );
}

async function neighbours(
  { config, live }: Context,
  id: string,
  { limit, relation, kind }: Asked,
): Promise<GraphView> {
  const snapshot = await live.current();
  const { catalogue } = snapshot;
  const anchor = anchorOf(catalogue, id);
  const ties = await snapshot.ties();
  const types = typesOf(relation);
  const kinds = new Set(kind ? [kind] : nodeKindSchema.options);
  const { isIn } = populationOf(ties, types, { ...EVERYTHING, kinds });
  const centre = ties.numberOf.get(id)!;
  const around = surroundingsOf(ties, types, [centre], { isIn, depth: 1, most: limit });
  // What its neighbours have to do with one another is told by the mentions among them.
  const drawn = [...new Set<TieType>([...types, ...NAMING])];
  return toView(
    ties,
    catalogue,
    {
      nodes: drawnNodes(ties, catalogue, around.nodes, null, freshOf(snapshot)),
      edges: edgesAround(ties, drawn, around.nodes, around, new Set([centre])),
      shown: { of: around.of, cap: limit, most: config.mapNodesMost },
      years: [],
      cypher: neighboursStatement(anchor, { id, limit, types, kind }),
    },
    config,
  );
}

/** What introduces a concept mentions it too, so who asks for mentions gets both. */
function typesOf(relation: EdgeType | undefined): TieType[] {
  const all = LENS_EDGES.ego.first.filter(isTieType);
  if (relation === undefined) return all;
  return relation === 'MENTIONS' ? [...NAMING] : all.filter((type) => type === relation);
}
