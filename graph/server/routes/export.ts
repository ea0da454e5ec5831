import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { exportRequestSchema, FILE_FORMATS } from '../../contract.ts';
import { WRITERS } from '../../export/writers.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { exportSource } from '../export-source.ts';

/** POST /api/export: part of the graph as a file for another program. */
export function exportRoute(app: FastifyInstance, context: Context): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/export',
    {
      schema: { body: exportRequestSchema, response: { 200: z.string(), ...errorAnswers } },
      bodyLimit: context.config.exportBytes,
      config: { reads: true },
    },
    async (request, reply) => {
      const { format, ...asked } = request.body;
      const source = await exportSource(context, asked);
      const { type, ending } = FILE_FORMATS[format];
      return (
        reply
          .type(`${type}; charset=utf-8`)
          .header('content-disposition', `attachment; filename="lacuna.${ending}"`)
          // NOTE: streams pass the serialiser by, so the schema's text is told but not enforced.
          .send(Readable.from(WRITERS[format](source)) as unknown as string)
      );
    },
  );
}
