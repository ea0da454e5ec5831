import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Gaps, gapsSchema, idParamsSchema, judgementSchema, savedSchema } from '../../contract.ts';
import { GAP_DEFINITIONS } from '../../gap-definitions.ts';
import { GAP_KINDS, type GapKind } from '../../schema.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { judgementsOf, summaryOf } from '../gap-summary.ts';
import { gapsStatement } from '../panel-statements.ts';
import { writeRateLimit } from '../security.ts';
import { storedListSchema } from '../stored-gap.ts';
import { findingOf } from '../stored-json.ts';

/**
 * GET /api/gaps and PUT /api/gaps/:id/judgement. What people said of gaps is no part of the graph's version, so
 * nothing that shows it is cached.
 */
export function gapsRoute(app: FastifyInstance, context: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/gaps', { schema: { response: { 200: gapsSchema, ...errorAnswers } } }, () => allGaps(context));
  typed.put(
    '/gaps/:id/judgement',
    {
      schema: {
        params: idParamsSchema,
        body: judgementSchema,
        response: { 200: savedSchema, ...errorAnswers },
      },
      config: { rateLimit: writeRateLimit(context.config) },
    },
    async ({ params: { id }, body }) => {
      const desk = openDesk(context.desk);
      const { gaps } = await context.live.current();
      if (!(await gaps()).has(id)) throw notFound('gap', id);
      await desk.judge(id, body);
      return { saved: true as const };
    },
  );
}

async function allGaps(context: Context): Promise<Gaps> {
  const [{ catalogue, gaps }, judgements] = await Promise.all([
    context.live.current(),
    judgementsOf(context),
  ]);
  const outlines = await gaps();
  const listOf = async (kind: GapKind): Promise<Gaps['lists']> => {
    const ofKind = [...outlines.values()].filter((gap) => gap.kind === kind);
    const stored = await findingOf(context, storedListSchema, `gaps:${kind}`);
    // Gaps of this kind were never looked for.
    if (!stored && ofKind.length === 0) return [];
    return [
      {
        kind,
        definition: GAP_DEFINITIONS[kind],
        parameters: stored?.parameters ?? {},
        considered: stored?.considered ?? ofKind.length,
        excluded: stored?.excluded ?? [],
        gaps: ofKind.map((gap) => summaryOf(catalogue, gap, judgements)),
        cypher: gapsStatement(kind),
      },
    ];
  };
  const lists = await Promise.all(GAP_KINDS.map(listOf));
  return { lists: lists.flat(), editable: context.desk !== null };
}
