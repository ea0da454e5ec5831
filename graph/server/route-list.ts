import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';

declare module 'fastify' {
  interface FastifyInstance {
    /** `GET /api/graph`, for every route of the interface, in order of registration. */
    readonly lacunaRoutes: string[];
    /** What each of them takes. */
    readonly lacunaParts: Map<string, RouteParts>;
  }
}

/** Schemas of what a stranger sends. */
export interface RouteParts {
  readonly params?: z.ZodType;
  readonly querystring?: z.ZodType;
  readonly body?: z.ZodType;
}

/** Keeps the list of routes from here on, and refuses one that a stranger could use without a schema. */
export function listRoutes(api: FastifyInstance): void {
  api.addHook('onRoute', ({ method, url, schema }) => {
    if (!schema?.response) throw new Error(`${url} has no schema for its answers`);
    if (url.includes(':') && !schema.params) throw new Error(`${url} has no schema for its address`);
    if ((method === 'POST' || method === 'PUT') && !schema.body)
      throw new Error(`${url} has no schema for its body`);
    if (method === 'HEAD') return;
    api.lacunaRoutes.push(`${method} ${url}`);
    api.lacunaParts.set(`${method} ${url}`, schema as RouteParts);
  });
}
