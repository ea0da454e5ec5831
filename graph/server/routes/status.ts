import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Status, statusSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { COARSEST } from '../theme-outlines.ts';
import { packageVersion } from '../version.ts';

/** GET /api/status: what is served, how much of it, and within which limits. */
export function statusRoute(
  app: FastifyInstance,
  { store, config, live, desk, questionModel }: Context,
): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/status',
      { schema: { response: { 200: statusSchema, ...errorAnswers } }, config: { cached: true } },
      async () => {
        const { catalogue, analysis, lastIngest } = await live.current();
        return {
          version: packageVersion(),
          store: { kind: store.kind, engine: store.engine },
          counts: {
            papers: catalogue.papers.size,
            concepts: catalogue.concepts.size,
            mentions: catalogue.mentions,
            themes: [...catalogue.themes.values()].filter(({ level }) => level === COARSEST).length,
          },
          run: analysis as Status['run'],
          lastIngest,
          editable: desk !== null,
          questionModel: questionModel && { name: questionModel.name },
          limits: { mapNodes: config.mapNodes, rows: config.rows, milliseconds: config.queryMs },
        };
      },
    );
}
