import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { analysisJobSchema, analysisRequestSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers } from '../errors.ts';
import { writeRateLimit } from '../security.ts';

/** GET, POST and DELETE /api/analysis: analysing again, one job at a time. Each answers how the job stands. */
export function analysisRoute(app: FastifyInstance, { config, desk, jobs }: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const response = { 200: analysisJobSchema, ...errorAnswers };
  typed.get('/analysis', { schema: { response } }, async () => jobs.current());
  typed.post(
    '/analysis',
    { schema: { body: analysisRequestSchema, response }, config: { rateLimit: writeRateLimit(config) } },
    async (request) => {
      jobs.start(openDesk(desk), request.body);
      return jobs.current();
    },
  );
  typed.delete(
    '/analysis',
    { schema: { response }, config: { rateLimit: writeRateLimit(config) } },
    async () => {
      openDesk(desk);
      jobs.cancel();
      return jobs.current();
    },
  );
  app.addHook('onClose', () => jobs.close());
}
