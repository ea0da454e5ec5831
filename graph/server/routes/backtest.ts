import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Backtest, backtestSchema, trackRecordSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { findingStatement } from '../panel-statements.ts';
import { RANKING_METHODS } from '../ranking-methods.ts';
import { findingOf } from '../stored-json.ts';

const FINDING = 'backtest';

const storedBacktestSchema = z.object({
  record: trackRecordSchema.nullable(),
  refused: z.string().nullable(),
});

const NONE_YET = 'No back-test was run on these papers yet.';

/** GET /api/backtest: the track record of the rankings. Another program writes it, so it is read each time. */
export function backtestRoute(app: FastifyInstance, context: Context): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get('/backtest', { schema: { response: { 200: backtestSchema, ...errorAnswers } } }, () =>
      trackRecord(context),
    );
}

async function trackRecord(context: Context): Promise<Backtest> {
  const stored = await findingOf(context, storedBacktestSchema, FINDING);
  const record = stored?.record ?? null;
  const asked = new Set(record?.cuts.flatMap(({ methods }) => Object.keys(methods)));
  return {
    record,
    refused: record ? null : (stored?.refused ?? NONE_YET),
    methods: RANKING_METHODS.filter(({ name }) => record === null || asked.has(name)),
    cypher: findingStatement(FINDING),
  };
}
