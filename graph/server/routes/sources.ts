import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { effectQuerySchema, removalEffectSchema, sourcesSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { readSources, removalEffect, sourcesStatement } from '../source-list.ts';

/** GET /api/sources: what the papers were read from; GET /api/sources/effect: what would go with one of them. */
export function sourcesRoute(app: FastifyInstance, { store, config, desk }: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/sources', { schema: { response: { 200: sourcesSchema, ...errorAnswers } } }, async () => {
    const { uploadBytes, uploadTotalBytes, uploadFiles, uploadEntries } = config;
    return {
      sources: await readSources(store, config),
      changes: desk ? await desk.changes() : [],
      editable: desk !== null,
      limits: { uploadBytes, uploadTotalBytes, uploadFiles, uploadEntries },
      cypher: sourcesStatement(),
    };
  });
  typed.get(
    '/sources/effect',
    { schema: { querystring: effectQuerySchema, response: { 200: removalEffectSchema, ...errorAnswers } } },
    async (request) => {
      const { source } = request.query;
      const effect = await removalEffect(store, source, config);
      if (!effect) throw notFound('source', source);
      return effect;
    },
  );
}
