import type { FastifyInstance } from 'fastify';
import type { LiveGraph } from './live-graph.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True when the answer depends on the address and the graph alone. */
    cached?: boolean;
  }
  interface FastifyRequest {
    /** Tag of the graph that the answer is made from; empty where answers are not cached. */
    graphTag: string;
  }
}

/**
 * Conditional requests for routes with `cached`: the tag is the graph's version, so an unchanged graph is
 * answered with 304 before any work is done. Browsers keep answers but ask each time.
 */
export function handleConditionalRequests(app: FastifyInstance, live: LiveGraph): void {
  app.decorateRequest('graphTag', '');
  app.addHook('preHandler', async (request, reply) => {
    if (!request.routeOptions.config.cached) return;
    const { version } = await live.current();
    request.graphTag = `W/"${version}"`;
    if (!tagsOf(request.headers['if-none-match']).includes(request.graphTag)) return;
    return reply.code(304).header('etag', request.graphTag).header('cache-control', 'no-cache').send();
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.graphTag !== '' && reply.statusCode === 200) {
      reply.header('etag', request.graphTag).header('cache-control', 'no-cache');
    } else if (!reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'no-store');
    }
    return payload;
  });
}

/** Weakly: a strong tag of the same text is the same to us. */
function tagsOf(header: string | undefined): string[] {
  return (header ?? '').split(',').map((tag) => {
    const trimmed = tag.trim();
    return trimmed.startsWith('"') ? `W/${trimmed}` : trimmed;
  });
}
