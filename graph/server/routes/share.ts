import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  conceptSchema,
  paperSchema,
  type ShareAnswers,
  shareAnswersSchema,
  shareLimitsSchema,
  shareRequestSchema,
  themeSchema,
} from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { withoutAbstracts } from '../without-abstracts.ts';
import { conceptDetail } from './concepts.ts';
import { paperDetail } from './papers.ts';
import { themeDetail } from './theme.ts';

/** GET /api/share: what one file may hold; POST: what is to be in it, in batches. */
export function shareRoute(app: FastifyInstance, context: Context): void {
  const api = app.withTypeProvider<ZodTypeProvider>();
  const { shareNodes: nodes, shareBatch: batch, shareBytes: bytes, exportBytes } = context.config;
  api.get('/share', { schema: { response: { 200: shareLimitsSchema, ...errorAnswers } } }, async () => ({
    nodes,
    batch,
    bytes,
  }));
  api.post(
    '/share',
    {
      schema: { body: shareRequestSchema, response: { 200: shareAnswersSchema, ...errorAnswers } },
      bodyLimit: exportBytes,
      config: { reads: true },
    },
    async (request) => {
      const { ids, abstracts } = request.body;
      if (ids.length > batch) {
        throw new LacunaError('limit', `At most ${batch} ids are answered at once.`, {
          details: { limit: 'shareBatch', ids: ids.length },
        });
      }
      const { catalogue } = await context.live.current();
      const answers: ShareAnswers['answers'] = {};
      for (const id of ids) {
        const found = answerOf(context, catalogue, id);
        if (!found) continue;
        const answer = await found.answer;
        answers[found.path] = abstracts ? answer : withoutAbstracts(answer);
      }
      return { answers };
    },
  );
}

/** As its route would give it. */
function answerOf(
  context: Context,
  { papers, concepts, themes }: Catalogue,
  id: string,
): { path: string; answer: Promise<unknown> } | null {
  // Only of what is there: half a surrogate pair, which anybody can send, has no percent form.
  const path = (of: string): string => `/${of}/${encodeURIComponent(id)}`;
  if (papers.has(id))
    return { path: path('papers'), answer: paperDetail(context, id).then(paperSchema.parse) };
  if (concepts.has(id))
    return { path: path('concepts'), answer: conceptDetail(context, id).then(conceptSchema.parse) };
  if (themes.has(id))
    return { path: path('themes'), answer: themeDetail(context, id).then(themeSchema.parse) };
  return null;
}
