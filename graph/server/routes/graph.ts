import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type GraphView, graphQuerySchema, graphViewSchema } from '../../contract.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { drawMap, type MapRequest } from '../graph-view.ts';
import type { Snapshot } from '../live-graph.ts';

type AskedTheme = Pick<z.output<typeof graphQuerySchema>, 'theme'>;

/** GET /api/graph: the map. */
export function graphRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/graph',
    {
      schema: { querystring: graphQuerySchema, response: { 200: graphViewSchema, ...errorAnswers } },
      config: { cached: (catalogue, { query: asked }) => checkTheme(catalogue, asked as AskedTheme) },
    },
    async (request) => {
      const snapshot = await context.live.current();
      const { lens, theme = null, limit } = request.query;
      const cap = Math.min(limit ?? context.config.mapNodes, context.config.mapNodes);
      return keptMap(context, snapshot, { lens, theme, limit: cap });
    },
  );
}

function checkTheme({ themes }: Catalogue, { theme }: AskedTheme): void {
  if (theme !== undefined && !themes.has(theme)) throw notFound('theme', theme);
}

/** Maps are kept by what was asked, the oldest given up first; a failed one is not kept. */
function keptMap(context: Context, snapshot: Snapshot, request: MapRequest): Promise<GraphView> {
  const { maps, catalogue } = snapshot;
  const key = JSON.stringify([request.lens, request.theme, request.limit]);
  const kept = maps.get(key);
  if (kept) return kept;
  const map = drawMap(context.store, catalogue, request, context.config);
  maps.set(key, map);
  map.catch(() => maps.delete(key));
  if (maps.size > context.config.mapsKept) maps.delete(maps.keys().next().value ?? '');
  return map;
}
