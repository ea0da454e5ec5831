import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { healthSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { query } from '../rows.ts';
import { ping } from '../statements.ts';

/** GET /api/health: 200 while the store answers, else 503; also for what watches over the server and has not signed in. */
export function healthRoute(app: FastifyInstance, { store, config }: Context): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/health',
      { schema: { response: { 200: healthSchema, ...errorAnswers } }, config: { open: true } },
      async () => {
        await query(store, ping(), config);
        return { status: 'ok' as const };
      },
    );
}
