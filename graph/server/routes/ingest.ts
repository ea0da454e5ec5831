import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DataJob, type DataOrder, dataJobSchema, dataOrderSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { type DataWork, type Desk, openDesk } from '../desk.ts';
import { errorAnswers, notFound } from '../errors.ts';
import { readKnownFiles } from '../known-files.ts';
import { writeRateLimit } from '../security.ts';
import { removalEffect } from '../source-list.ts';

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
      const opened = openDesk(desk);
      const { work, giveBack } = await workOf(request.body, opened, context);
      try {
        // Only what was refused for its unreadable entries can be asked for again as it is.
        dataJobs.start(opened, work, ({ tooManyRejected }) => void giveBack(tooManyRejected));
      } catch (error) {
        await giveBack(true);
        throw error;
      }
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

interface Order {
  work: DataWork;
  /** To be called once it is done or can't be. */
  giveBack(kept: boolean): Promise<void>;
}

/** Throws `notFound` for a source, a change or a file that there isn't. */
async function workOf(order: DataOrder, desk: Desk, { store, config, uploads }: Context): Promise<Order> {
  const nothing = async (): Promise<void> => {};
  if (order.what === 'remove' && !(await removalEffect(store, order.source, config))) {
    throw notFound('source', order.source);
  }
  if (order.what === 'takeBack' && !(await desk.changes()).some(({ id }) => id === order.change)) {
    throw new LacunaError('notFound', 'This change is not kept any more, so it can’t be taken back.', {
      details: { id: order.change },
    });
  }
  if (order.what !== 'add') return { work: order, giveBack: nothing };
  const { files, giveBack } = await uploads!.take(order.uploads, await readKnownFiles(store, config));
  const work: DataWork = {
    what: 'add',
    files: files.map(({ path }) => path),
    names: files.map(({ name }) => name),
    whatever: order.whatever,
    limits: { entries: config.uploadEntries, decompressedBytes: config.uploadUnpackedBytes },
  };
  return { work, giveBack };
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
