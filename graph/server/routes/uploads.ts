import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  savedSchema,
  uploadParamsSchema,
  uploadPartQuerySchema,
  uploadRequestSchema,
  uploadSchema,
} from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers } from '../errors.ts';
import type { Uploads } from '../uploads.ts';

const PART_TYPE = 'application/octet-stream';

/** POST /api/uploads announces a file, PUT /api/uploads/:id sends a part of it, DELETE gives it up. */
export function uploadsRoute(app: FastifyInstance, { config, desk, uploads }: Context): void {
  const opened = (): Uploads => {
    openDesk(desk);
    return uploads!;
  };
  const response = { 200: uploadSchema, ...errorAnswers };
  app.register(async (scope) => {
    // A part is bytes and nothing else, and held in memory: so it is small.
    scope.addContentTypeParser(
      PART_TYPE,
      { parseAs: 'buffer', bodyLimit: config.uploadPartBytes },
      (_request, body, done) => done(null, body),
    );
    const typed = scope.withTypeProvider<ZodTypeProvider>();
    typed.post('/uploads', { schema: { body: uploadRequestSchema, response } }, async (request) =>
      opened().begin(request.body.name, request.body.bytes),
    );
    typed.put(
      '/uploads/:id',
      {
        bodyLimit: config.uploadPartBytes,
        schema: {
          params: uploadParamsSchema,
          querystring: uploadPartQuerySchema,
          body: z.unknown(),
          response,
        },
      },
      async (request) => {
        const { body } = request;
        if (!Buffer.isBuffer(body)) {
          throw new LacunaError('input', `Send a part of the file as ${PART_TYPE}.`, {
            details: { in: 'body' },
          });
        }
        return opened().append(request.params.id, request.query.offset, body);
      },
    );
    typed.delete(
      '/uploads/:id',
      { schema: { params: uploadParamsSchema, response: { 200: savedSchema, ...errorAnswers } } },
      async (request) => {
        await opened().drop(request.params.id);
        return { saved: true as const };
      },
    );
  });
}
