import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type GraphView, graphQuerySchema, graphViewSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { anchorOf } from '../existing.ts';
import { drawMap } from '../graph-view.ts';
import type { Snapshot } from '../live-graph.ts';
import { type MapRequest, sharpened } from '../map-request.ts';

type Asked = z.output<typeof graphQuerySchema>;

/** GET /api/graph: the map. */
export function graphRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/graph',
    {
      schema: { querystring: graphQuerySchema, response: { 200: graphViewSchema, ...errorAnswers } },
      config: { cached: checkAsked },
    },
    async ({ query: { limit, ...asked } }) => {
      const { config, live } = context;
      const usual = asked.lens === 'ego' ? Math.min(config.egoNodes, config.mapNodes) : config.mapNodes;
      const most = Math.max(config.mapNodes, config.mapNodesMost);
      const request = sharpened({ ...asked, limit: Math.min(limit ?? usual, most) });
      return keptMap(context, await live.current(), request);
    },
  );
}

/** What is tagged changes without the graph, so such a map is drawn each time. */
function checkAsked(catalogue: Catalogue, { query }: FastifyRequest): boolean {
  const { lens, theme, centre, tag } = query as Asked;
  if (theme !== undefined && !catalogue.themes.has(theme)) throw notFound('theme', theme);
  for (const id of centre ?? []) anchorOf(catalogue, id);
  if (lens === 'ego' && !centre) {
    throw new LacunaError('input', 'The lens ego needs a centre: the id of a paper or concept.', {
      details: { field: 'centre' },
    });
  }
  return tag === undefined;
}

/** Maps are kept by what was asked, the oldest given up first; a failed one is not kept. */
function keptMap(context: Context, snapshot: Snapshot, request: MapRequest): Promise<GraphView> {
  if (request.tag !== undefined) return drawMap(context, snapshot, request);
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
