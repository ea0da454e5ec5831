import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { fetchEstimateSchema, fetchingSchema, fetchRequestSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers } from '../errors.ts';
import { writeRateLimit } from '../security.ts';

const READING_ONLY = 'This server was started for reading only, so no papers can be added through it.';

/** GET /api/fetch: who can be asked for papers; POST /api/fetch/count asks one of them how many it has. */
export function fetchRoute(app: FastifyInstance, { config, desk }: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/fetch', { schema: { response: { 200: fetchingSchema, ...errorAnswers } } }, async () =>
    desk ? desk.fetching() : { off: READING_ONLY, sources: [], hasContact: false, max: 0 },
  );
  typed.post(
    '/fetch/count',
    {
      schema: { body: fetchRequestSchema, response: { 200: fetchEstimateSchema, ...errorAnswers } },
      config: { rateLimit: writeRateLimit(config) },
    },
    async (request, reply) => {
      const hangUp = new AbortController();
      reply.raw.once('close', () => hangUp.abort());
      return openDesk(desk).countPapers(request.body, hangUp.signal);
    },
  );
}
