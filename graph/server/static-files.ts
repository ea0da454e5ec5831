import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_PREFIX } from '../contract.ts';
import { LacunaError } from '../errors.ts';

const PAGE = 'index.html';
/** Where the build puts files whose name holds their hash. */
const HASHED_FOLDER = 'assets';
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/** The built page: hashed files kept for good, the page itself asked for each time. */
export async function serveFiles(app: FastifyInstance, webRoot: string | undefined): Promise<void> {
  const hasPage = webRoot !== undefined && existsSync(join(webRoot, PAGE));
  if (hasPage) {
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.startsWith(join(webRoot, HASHED_FOLDER));
        reply.header('cache-control', isHashed ? FOREVER : ASK_FIRST);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (hasPage && wantsPage(request)) return reply.header('cache-control', ASK_FIRST).sendFile(PAGE);
    throw nothingHere(request);
  });
}

/** The whole state of the page is in its address, so any address that is no file is the page's own. */
export function wantsPage(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  const isApi = path === API_PREFIX || path.startsWith(`${API_PREFIX}/`);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return isRead && !isApi && (request.headers.accept ?? '').includes('text/html');
}

function nothingHere(request: FastifyRequest): LacunaError {
  return new LacunaError('notFound', `There is nothing at ${request.method} ${request.url.split('?')[0]}.`);
}
