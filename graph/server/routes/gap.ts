import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type GapDetail, gapSchema, idParamsSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { readGapEvidence } from '../finding-statements.ts';
import { judgementsOf, summaryOf } from '../gap-summary.ts';
import { definitionOf } from '../gap-texts.ts';
import { nodeRef, nodeRefs } from '../node-refs.ts';
import { gapStatement } from '../panel-statements.ts';
import { query, text } from '../rows.ts';
import { type StoredGap, storedGapSchema } from '../stored-gap.ts';
import { parseStored } from '../stored-json.ts';

/** GET /api/gaps/:id: a gap with all that speaks for it and against it. */
export function gapRoute(app: FastifyInstance, context: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    '/gaps/:id',
    { schema: { params: idParamsSchema, response: { 200: gapSchema, ...errorAnswers } } },
    (request) => gapDetail(context, request.params.id),
  );
}

const NOTHING_KNOWN: StoredGap = {
  between: [],
  measures: {},
  evidenceFor: [],
  evidenceAgainst: [],
  bridges: [],
};

async function gapDetail(context: Context, id: string): Promise<GapDetail> {
  const { store, config, live, log } = context;
  const { catalogue, gaps } = await live.current();
  const gap = gaps.get(id);
  if (!gap) throw notFound('gap', id);
  const [judgements, [row]] = await Promise.all([
    judgementsOf(context),
    query(store, readGapEvidence(id), config),
  ]);
  const json = text(row?.evidence) ?? '';
  const stored = parseStored(storedGapSchema, json, `Gap ${id}`, log) ?? NOTHING_KNOWN;
  const evidence = (list: StoredGap['evidenceFor']) =>
    list.map(({ text: sentence, refs }) => ({ text: sentence, refs: nodeRefs(catalogue, refs) }));
  return {
    ...summaryOf(catalogue, gap, judgements),
    definition: definitionOf(gap.kind),
    measures: stored.measures,
    evidenceFor: evidence(stored.evidenceFor),
    evidenceAgainst: evidence(stored.evidenceAgainst),
    bridges: stored.bridges.flatMap(({ ref, why }) => {
      const known = nodeRef(catalogue, ref);
      return known ? { ref: known, why } : [];
    }),
    question: '',
    editable: context.desk !== null,
    cypher: gapStatement(id),
  };
}
