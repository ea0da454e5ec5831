import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DataJob, type DataOrder, dataJobSchema, dataOrderSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { type DataWork, openDesk } from '../desk.ts';
import { errorAnswers } from '../errors.ts';
import { writeRateLimit } from '../security.ts';

/** Bytes that a follower may be behind before it is told no more until it has read. */
const BEHIND_BYTES = 1024 * 1024;

/**
 * POST, GET and DELETE /api/ingest: changing the papers, one job at a time; each answers how the job stands.
 * GET /api/ingest/events tells it again and again.
 */
export function ingestRoute(app: FastifyInstance, context: Context): void {
  const { config, desk, dataJobs, uploads } = context;
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const response = { 200: dataJobSchema, ...errorAnswers };
  const rateLimit = writeRateLimit(config);
  typed.get('/ingest', { schema: { response } }, async () => dataJobs.current());
  typed.post(
    '/ingest',
    { schema: { body: dataOrderSchema, response }, config: { rateLimit } },
    async (request) => {
      const order = request.body;
      dataJobs.start(openDesk(desk), workOf(order, context), ({ state }) => {
        // What failed may be tried again as it is.
        if (order.what !== 'add' || state !== 'done') return;
        for (const id of order.uploads) void uploads?.drop(id).catch(() => {});
      });
      return dataJobs.current();
    },
  );
  typed.delete('/ingest', { schema: { response }, config: { rateLimit } }, async () => {
    openDesk(desk);
    dataJobs.cancel();
    return dataJobs.current();
  });
  followRoute(app, context);
  app.addHook('onClose', async () => {
    await dataJobs.close();
    await uploads?.close();
  });
}

function workOf(order: DataOrder, { config, uploads }: Context): DataWork {
  if (order.what !== 'add') return order;
  const files = uploads!.files(order.uploads);
  return {
    what: 'add',
    files: files.map(({ path }) => path),
    names: files.map(({ name }) => name),
    whatever: order.whatever,
    limits: { entries: config.uploadEntries, decompressedBytes: config.uploadUnpackedBytes },
  };
}

/** Server-sent events. Each is the whole standing, so that who was cut off has missed nothing. */
function followRoute(app: FastifyInstance, { config, dataJobs }: Context): void {
  const streams = new Set<PassThrough>();
  app.get(
    '/ingest/events',
    { schema: { response: { 200: z.unknown(), ...errorAnswers } }, exposeHeadRoute: false },
    async (_request, reply) => {
      if (streams.size >= config.eventStreams) {
        throw new LacunaError('limit', 'Too many follow the server’s work already; try again later.', {
          details: { limit: 'eventStreams' },
        });
      }
      const stream = new PassThrough();
      let number = 0;
      const send = (job: DataJob): void => {
        if (stream.readableLength > BEHIND_BYTES && job.state === 'running') return;
        stream.write(`id: ${++number}\nevent: standing\ndata: ${JSON.stringify(job)}\n\n`);
      };
      const unfollow = dataJobs.follow(send);
      const beat = setInterval(() => stream.write(': still here\n\n'), config.eventBeatMs);
      stream.once('close', () => {
        clearInterval(beat);
        unfollow();
        streams.delete(stream);
      });
      reply.raw.once('close', () => stream.destroy());
      streams.add(stream);
      stream.write('retry: 2000\n\n');
      send(dataJobs.current());
      // Nothing else is asked for over its connection, which must not outlive the server.
      const headers = { 'x-accel-buffering': 'no', connection: 'close' };
      return reply.type('text/event-stream; charset=utf-8').headers(headers).send(stream);
    },
  );
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
}
