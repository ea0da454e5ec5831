import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Evidence } from '../../analysis/gaps/gap.ts';
import { type GapDetail, gapSchema, idParamsSchema } from '../../contract.ts';
import { researchQuestion } from '../../export/research-question.ts';
import { GAP_DEFINITIONS } from '../../gap-definitions.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { knownGap } from '../known-gap.ts';
import { nodeRef, nodeRefs } from '../node-refs.ts';
import { gapStatement } from '../panel-statements.ts';

/** GET /api/gaps/:id: a gap with all that speaks for it and against it. */
export function gapRoute(app: FastifyInstance, context: Context): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/gaps/:id',
      { schema: { params: idParamsSchema, response: { 200: gapSchema, ...errorAnswers } } },
      (request) => gapDetail(context, request.params.id),
    );
}

async function gapDetail(context: Context, id: string): Promise<GapDetail> {
  const { catalogue, summary, gap, nameOf, kindOf } = await knownGap(context, id);
  const evidence = (list: readonly Evidence[]) =>
    list.map(({ text, refs }) => ({ text, refs: nodeRefs(catalogue, refs) }));
  return {
    ...summary,
    definition: GAP_DEFINITIONS[gap.kind],
    measures: gap.measures,
    evidenceFor: evidence(gap.evidenceFor),
    evidenceAgainst: evidence(gap.evidenceAgainst),
    bridges: gap.bridges.flatMap(({ ref, why }) => {
      const known = nodeRef(catalogue, ref);
      return known ? { ref: known, why } : [];
    }),
    question: gap.between.length === 0 ? '' : researchQuestion(gap, nameOf, kindOf),
    editable: context.desk !== null,
    cypher: gapStatement(id),
  };
}
