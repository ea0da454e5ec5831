import type { FastifyInstance } from 'fastify';
import type { Catalogue } from './catalogue.ts';
import type { LiveGraph } from './live-graph.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Set when the answer depends on the address and the graph alone: true, or what throws where there is
     * nothing to answer with, since only what exists can be unchanged. False from it: not this answer.
     */
    cached?: true | ((catalogue: Catalogue, request: FastifyRequest) => unknown);
  }
  interface FastifyRequest {
    /** Tag of the graph that the answer is made from; empty where answers are not cached. */
    graphTag: string;
  }
}

/** `If-None-Match: *`: not if there is anything. */
const ANY = '*';

/**
 * Conditional requests for routes with `cached`: the tag is the graph's version, so an unchanged graph is
 * answered with 304 before any more work is done. Browsers keep answers but ask each time.
 */
export function handleConditionalRequests(app: FastifyInstance, live: LiveGraph): void {
  app.decorateRequest('graphTag', '');
  app.addHook('preHandler', async (request, reply) => {
    const { cached } = request.routeOptions.config;
    if (!cached) return;
    const { version, catalogue } = await live.current();
    if (cached !== true && cached(catalogue, request) === false) return;
    // What a reader is answered says that nothing can be changed.
    request.graphTag = `W/"${version}${request.role === 'reader' ? '.r' : ''}"`;
    const known = tagsOf(request.headers['if-none-match']);
    if (!known.includes(request.graphTag) && !known.includes(ANY)) return;
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
