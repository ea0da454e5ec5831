import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { searchQuerySchema, searchResultSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { search } from '../search.ts';

/** GET /api/search: papers, concepts and themes by their names. */
export function searchRoute(app: FastifyInstance, { live, aside, config }: Context): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/search',
    {
      schema: { querystring: searchQuerySchema, response: { 200: searchResultSchema, ...errorAnswers } },
      config: { cached: true },
    },
    async (request) => {
      const snapshot = await live.current();
      const { q, limit } = request.query;
      return search(await aside.hurry(snapshot.search()), q, Math.min(limit, config.searchHits));
    },
  );
}
