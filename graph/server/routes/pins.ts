import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { pinsSchema, savedSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers } from '../errors.ts';
import { writeRateLimit } from '../security.ts';

/** PUT /api/pins: where nodes stand on every map. */
export function pinsRoute(app: FastifyInstance, { config, desk, live }: Context): void {
  app.withTypeProvider<ZodTypeProvider>().put(
    '/pins',
    {
      schema: { body: pinsSchema, response: { 200: savedSchema, ...errorAnswers } },
      config: { rateLimit: writeRateLimit(config) },
    },
    async ({ body: { pins } }) => {
      const open = openDesk(desk);
      if (pins.length > config.pins) {
        throw new LacunaError('input', `At most ${config.pins} nodes may be pinned at a time.`, {
          details: { in: 'body', field: 'pins', limit: 'pins' },
        });
      }
      await open.pin(pins);
      live.expire();
      return { saved: true as const };
    },
  );
}
