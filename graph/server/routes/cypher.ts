import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type CypherResult, cypherRequestSchema, cypherResultSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { queryRateLimit } from '../security.ts';

/** Cells are JSON by their definition, which their interfaces can't tell the compiler. */
type JsonRows = CypherResult['rows'];

/** POST /api/cypher: a reader's own statement or its plan, within the limits of time, rows and queries at once. */
export function cypherRoute(app: FastifyInstance, { statements, config }: Context): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/cypher',
    {
      schema: { body: cypherRequestSchema, response: { 200: cypherResultSchema, ...errorAnswers } },
      config: { rateLimit: queryRateLimit(config), reads: true },
    },
    async (request, reply) => {
      const { statement, parameters, types, mode, limit } = request.body;
      const { rows, ...answer } = await statements.ask(
        { text: statement, parameters, types },
        { limit, mode, signal: whileConnected(reply) },
      );
      return { ...answer, rows: rows as JsonRows };
    },
  );
}

/** Aborts when the client goes away before it has its answer, so that nothing runs for nobody. */
function whileConnected(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (reply.raw.writableEnded) return;
    controller.abort(new LacunaError('limit', 'The client went away.', { details: { limit: 'connection' } }));
  });
  return controller.signal;
}
