import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type GraphView, graphQuerySchema, graphViewSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { anchorOf } from '../existing.ts';
import { foundNodes, isLasting } from '../found-nodes.ts';
import { drawMap } from '../graph-view.ts';
import type { Snapshot } from '../live-graph.ts';
import { type MapRequest, sharpened } from '../map-request.ts';
import { countStatements } from '../security.ts';

type Asked = z.output<typeof graphQuerySchema>;

/** GET /api/graph: the map. */
export function graphRoute(app: FastifyInstance, context: Context): void {
  const mayRun = countStatements(app, context.config);
  app.withTypeProvider<ZodTypeProvider>().get(
    '/graph',
    {
      schema: { querystring: graphQuerySchema, response: { 200: graphViewSchema, ...errorAnswers } },
      config: { cached: checkAsked },
    },
    async (incoming, reply) => {
      const { limit, statement, parameters = {}, types = {}, ...asked } = incoming.query;
      const { config, live, statements } = context;
      const usual = asked.lens === 'ego' ? Math.min(config.egoNodes, config.mapNodes) : config.mapNodes;
      const most = Math.max(config.mapNodes, config.mapNodesMost);
      const snapshot = await live.current();
      const request = sharpened({ ...asked, limit: Math.min(limit ?? usual, most) });
      if (asked.lens !== 'query' || statement === undefined)
        return inColumns(reply, await keptMap(context, snapshot, request));
      const written = { text: statement, parameters, types };
      const found = await foundNodes(statements, snapshot, written, config, () => mayRun(incoming));
      return inColumns(reply, await keptMap(context, snapshot, { ...request, found }));
    },
  );
}

/** To hold a quarter of a million values, which the compiler has seen, to the schema took as long as to draw them. */
function inColumns(reply: FastifyReply, view: GraphView): GraphView {
  // NOTE: Fastify names the type of an answer only where it serializes it itself.
  reply.type('application/json; charset=utf-8').serializer((columns: unknown) => JSON.stringify(columns));
  return view;
}

/** What is tagged, and what some statements find, changes without the graph, so such a map is drawn each time. */
function checkAsked(catalogue: Catalogue, { query }: FastifyRequest): boolean {
  const { lens, theme, centre, tag, statement } = query as Asked;
  if (theme !== undefined && !catalogue.themes.has(theme)) throw notFound('theme', theme);
  for (const id of centre ?? []) anchorOf(catalogue, id);
  if (lens === 'ego' && !centre) {
    throw new LacunaError('input', 'The lens ego needs a centre: the id of a paper or concept.', {
      details: { field: 'centre' },
    });
  }
  if (lens !== 'query') return tag === undefined;
  if (statement === undefined) {
    throw new LacunaError('input', 'The lens query needs a statement.', { details: { field: 'statement' } });
  }
  return tag === undefined && isLasting(statement);
}

/** Maps are kept by what was asked, the oldest given up first; a failed one is not kept. */
function keptMap(context: Context, snapshot: Snapshot, request: MapRequest): Promise<GraphView> {
  const isLastingMap = request.tag === undefined && isLasting(request.found?.cypher.text ?? '');
  if (!isLastingMap) return drawMap(context, snapshot, request);
  const { maps } = snapshot;
  const key = JSON.stringify(request);
  const kept = maps.get(key);
  if (kept) return kept;
  const map = drawMap(context, snapshot, request);
  maps.set(key, map);
  map.catch(() => maps.delete(key));
  if (maps.size > context.config.mapsKept) maps.delete(maps.keys().next().value ?? '');
  return map;
}
