import { isIP } from 'node:net';
import { hostname } from 'node:os';
import helmet from '@fastify/helmet';
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LacunaError } from '../errors.ts';
import type { ServerConfig } from './config.ts';
import { allowFrames, framersOf } from './framing.ts';
import { MinuteCounts } from './minute-counts.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'];

/** Whether an address to listen on is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.includes(host) || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Headers, and the checks that come before any route. */
export async function secure(app: FastifyInstance, config: ServerConfig): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      // The page brings all it needs in files of its own: React and Sigma set styles by the object model.
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: [({ url }: { url?: string | undefined }) => framersOf(url, config)],
        objectSrc: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // Plain http on this machine; who puts TLS in front sets it there.
    strictTransportSecurity: false,
  });
  allowFrames(app, config);
  app.addHook('onRequest', async (request) => {
    checkAddress(request);
    checkHost(request, config);
    checkOrigin(request);
  });
}

/** Registers the limit of requests a minute; for the scope of routes that cost something. */
export async function limitRate(app: FastifyInstance, config: ServerConfig): Promise<void> {
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: '1 minute',
    store: MinuteCounts,
    errorResponseBuilder: (_request, { ttl }) => tooMany('requestsPerMinute', ttl),
  });
  const count = app.createRateLimit();
  app.addHook('onRequest', async (request) => {
    // The plugin looks at one limit of a route only, and a stricter one is no way round this one.
    if (request.routeOptions.config.rateLimit === undefined) return;
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany('requestsPerMinute', counted.ttl);
  });
}

/** What all routes that run a stranger's statement allow together, which is less. */
export const queryRateLimit = (config: ServerConfig) => groupRateLimit('queriesPerMinute', config);

/** For statements that come by another route than the console's: as many a minute as there. Throws `limit` past it. */
export function countStatements(
  app: FastifyInstance,
  config: ServerConfig,
): (request: FastifyRequest) => Promise<void> {
  const count = app.createRateLimit(queryRateLimit(config));
  return async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany('queriesPerMinute', counted.ttl);
  };
}

/** What all routes that change something allow together. */
export const writeRateLimit = (config: ServerConfig) => groupRateLimit('writesPerMinute', config);

const groupRateLimit = (setting: 'queriesPerMinute' | 'writesPerMinute', config: ServerConfig) => ({
  max: config[setting],
  timeWindow: '1 minute',
  // All of a group share one count; the plugin's own groups would count what is counted elsewhere apart.
  keyGenerator: ({ ip }: FastifyRequest) => `${setting} ${normalizeIP(ip)}`,
  errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) => tooMany(setting, ttl),
});

export function tooMany(limit: string, ttl: number): LacunaError {
  const seconds = Math.ceil(ttl / 1000);
  return new LacunaError('limit', `Too many requests; try again in ${seconds} s.`, {
    details: { limit, seconds },
  });
}

/** `GET http://name/path` is for a proxy, and would name another host than the header that is checked. */
function checkAddress({ raw }: FastifyRequest): void {
  if (raw.url?.startsWith('/')) return;
  throw new LacunaError('refused', 'This is no proxy: an address begins with a slash here.', {
    details: { in: 'address' },
  });
}

/**
 * Against DNS rebinding, where a stranger's name is made to point at this machine: a request must call us by a
 * name of ours. Bare addresses can't be rebound, so they pass once the server listens to the network.
 */
function checkHost(request: FastifyRequest, config: ServerConfig): void {
  // Who passes requests on may go by the second of two, where this program goes by the first.
  const hosts = request.raw.headersDistinct?.host ?? [];
  const given = hosts.length > 1 ? '' : (request.headers.host ?? '');
  const name = hostNameOf(given);
  const known = [...LOOPBACK_NAMES, ...config.allowedHosts, config.host];
  if (known.includes(name) || config.allowedHosts.includes(given.toLowerCase())) return;
  if (!isLoopback(config.host) && (isIP(name) !== 0 || name === hostname().toLowerCase())) return;
  throw new LacunaError('refused', 'This server does not go by that name; see the setting allowedHosts.', {
    details: { header: 'host' },
  });
}

/** The name in a `Host` header, without port and brackets; empty when it is not one. */
export function hostNameOf(header: string): string {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(header);
  return (match?.[1] ?? match?.[2] ?? '').toLowerCase();
}

/**
 * For the scope of the interface: no page of another site or port may ask, whatever the method. The page itself
 * may be linked to from anywhere.
 */
export function refuseOtherSites(api: FastifyInstance): void {
  api.addHook('onRequest', async (request) => {
    if (comesFromElsewhere(request)) throw otherSite('sec-fetch-site');
  });
}

/** Another site's page may not use us: browsers say where a request comes from. */
function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  const isOwn = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
  if (!isOwn) throw otherSite('origin');
  if (isWrite && comesFromElsewhere(request)) throw otherSite('sec-fetch-site');
}

/** `same-site` is another port or a neighbouring name. Who is no browser sends nothing of the kind. */
export function comesFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

function otherSite(header: string): LacunaError {
  return new LacunaError('refused', 'Requests from other sites are refused.', { details: { header } });
}
