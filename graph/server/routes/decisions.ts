import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  conceptChangesSchema,
  type Decisions,
  decisionJobSchema,
  decisionParamsSchema,
  decisionsSchema,
  previewSchema,
  restoredDecisionsSchema,
} from '../../contract.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { writeRateLimit } from '../security.ts';
import { termsOf } from '../terms-catalogue.ts';
import { checkChanges } from '../terms-check.ts';
import { decisionOf, keptDecisions, sinceThemes } from '../terms-decisions.ts';
import { effectOf, idsOf } from '../terms-preview.ts';
import { decisionsStatement, previewStatement } from '../terms-statements.ts';

/**
 * GET, POST and PUT /api/decisions, DELETE /api/decisions/:id, POST /api/decisions/preview and GET /api/decisions/job.
 * Decisions take effect at once; POST and DELETE answer how that stands.
 */
export function decisionsRoute(app: FastifyInstance, context: Context): void {
  const { config, desk, live, decisionJobs } = context;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const job = { 200: decisionJobSchema, ...errorAnswers };
  typed.get('/decisions', { schema: { response: { 200: decisionsSchema, ...errorAnswers } } }, () =>
    decisions(context),
  );
  typed.post(
    '/decisions',
    { schema: { body: conceptChangesSchema, response: job }, config: { rateLimit: writeRateLimit(config) } },
    async ({ body: { changes } }) => {
      const open = openDesk(desk);
      const { catalogue } = await live.current();
      const unknown = changes.flatMap(idsOf).find((id) => !catalogue.concepts.has(id));
      if (unknown !== undefined) throw notFound('concept', unknown);
      checkChanges(catalogue, changes);
      decisionJobs.start(open, { changes });
      return decisionJobs.current();
    },
  );
  typed.put(
    '/decisions',
    {
      schema: { body: restoredDecisionsSchema, response: job },
      config: { rateLimit: writeRateLimit(config) },
    },
    async ({ body: { decisions: restore } }) => {
      decisionJobs.start(openDesk(desk), { restore });
      return decisionJobs.current();
    },
  );
  typed.delete(
    '/decisions/:id',
    {
      schema: { params: decisionParamsSchema, response: job },
      config: { rateLimit: writeRateLimit(config) },
    },
    async ({ params: { id } }) => {
      const opened = openDesk(desk);
      const kept = await keptDecisions(context);
      if (!kept.some((decision) => decision.id === id || decision.id.startsWith(`${id}.`))) {
        throw notFound('decision', id);
      }
      decisionJobs.start(opened, { remove: [id] });
      return decisionJobs.current();
    },
  );
  typed.post(
    '/decisions/preview',
    {
      schema: { body: conceptChangesSchema, response: { 200: previewSchema, ...errorAnswers } },
      config: { reads: true },
    },
    async ({ body: { changes } }) => {
      const { catalogue } = await live.current();
      checkChanges(catalogue, changes);
      const effects = [];
      for (const change of changes) effects.push(await effectOf(context, catalogue, change));
      return { effects, cypher: previewStatement([...new Set(changes.flatMap(idsOf))]) };
    },
  );
  typed.get('/decisions/job', { schema: { response: job } }, async () => decisionJobs.current());
  app.addHook('onClose', () => decisionJobs.close());
}

async function decisions(context: Context): Promise<Decisions> {
  const { catalogue } = await context.live.current();
  const { index } = termsOf(catalogue, context.config);
  const kept = await keptDecisions(context);
  return {
    decisions: kept.map((decision) => decisionOf(decision, index, catalogue)),
    sinceThemes: await sinceThemes(context, kept),
    editable: context.desk !== null,
    cypher: decisionsStatement(),
  };
}
