import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { type GraphSchema, graphSchemaSchema } from '../../contract.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { readGraphSchema } from '../graph-schema.ts';

/** GET /api/schema: what stands in the graph and what its engine knows, read once for each state of the graph. */
export function schemaRoute(app: FastifyInstance, { store, config, live }: Context): void {
  let read: { version: string; schema: Promise<GraphSchema> } | null = null;
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/schema',
      { schema: { response: { 200: graphSchemaSchema, ...errorAnswers } }, config: { cached: true } },
      async () => {
        const { nameless: version } = await live.current();
        if (read?.version === version) return read.schema;
        const schema = readGraphSchema(store, config);
        const reading = { version, schema };
        read = reading;
        schema.catch(() => {
          if (read === reading) read = null;
        });
        return schema;
      },
    );
}
