import type { FastifyInstance } from 'fastify';
import { LacunaError } from '../errors.ts';
import type { ServerConfig } from './config.ts';

/** How long who was turned away should wait, in seconds: about as long as most answers take. */
const RETRY_SECONDS = 1;

/** What Node's HTTP server is told: how long a client may take, whatever it sends or doesn't. */
export function patience({ headersMs, requestMs }: ServerConfig) {
  const headersTimeout = Math.min(headersMs, requestMs);
  return {
    headersTimeout,
    requestTimeout: requestMs,
    // How often it looks, so about the most by which a slow client is let go too late.
    connectionsCheckingInterval: Math.min(1000, Math.ceil(headersTimeout / 2)),
  };
}

/** Leaves alone what a client asked that has gone already: it has no address by which it could be counted. Before all other checks. */
export function forgetTheGone(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if ((request.ip as string | undefined) !== undefined) return;
    reply.hijack();
    reply.raw.destroy();
    return reply;
  });
}

/** Closes further connections, and those whose client takes nothing of its answer. */
export function limitConnections(app: FastifyInstance, config: ServerConfig): void {
  app.server.maxConnections = config.connections;
  // Where there is nothing to tell, a stream of events shows signs of life now and then.
  const stalledMs = Math.max(config.answerMs, 2 * config.eventBeatMs);
  app.addHook('onSend', async (_request, reply, payload) => {
    const isStream = typeof payload === 'object' && payload !== null && 'pipe' in payload;
    reply.raw.setTimeout(isStream ? stalledMs : config.answerMs, () => reply.raw.destroy());
    return payload;
  });
}

/** For the scope of the interface: turns requests away, rather than letting them pile up, when so many are underway. */
export function limitRequestsAtOnce(api: FastifyInstance, { requestsAtOnce }: ServerConfig): void {
  let underway = 0;
  api.addHook('onRequest', async (_request, reply) => {
    if (underway >= requestsAtOnce) {
      throw new LacunaError('limit', 'The server has too much to do at the moment; try again soon.', {
        details: { limit: 'requestsAtOnce', seconds: RETRY_SECONDS },
      });
    }
    underway += 1;
    // However it ends: answered, or left by its client.
    reply.raw.once('close', () => {
      underway -= 1;
    });
  });
}
