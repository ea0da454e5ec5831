import type { FastifyInstance } from 'fastify';
import type { ServerConfig } from './config.ts';

/** `?embed` in the address of the page, and nothing of the interface: only the map alone is ever shown in a frame. */
function asksForFrame(url: string | undefined): boolean {
  const [path = '', query = ''] = (url ?? '').split('?');
  return path === '/' && new URLSearchParams(query).has('embed');
}

/** For `frame-ancestors`: who may show what stands at this address in a frame. */
export function framersOf(url: string | undefined, { embedBy }: Pick<ServerConfig, 'embedBy'>): string {
  return asksForFrame(url) && embedBy.length > 0 ? embedBy.join(' ') : "'none'";
}

/** `X-Frame-Options` can't name anybody, so where somebody may, it goes and the content policy speaks. */
export function allowFrames(app: FastifyInstance, config: ServerConfig): void {
  if (config.embedBy.length === 0) return;
  app.addHook('onRequest', async (request, reply) => {
    if (asksForFrame(request.raw.url)) reply.raw.removeHeader('x-frame-options');
  });
}
