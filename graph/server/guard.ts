import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LacunaError } from '../errors.ts';
import { type Access, createAccess, type Role } from './access.ts';
import { type Attempts, countAttempts } from './attempts.ts';
import type { ServerConfig } from './config.ts';
import { hasSecrets, type Secrets } from './secrets.ts';
import { comesFromElsewhere, tooMany } from './security.ts';
import { sessionKeyIn } from './session-key.ts';
import { isSecure, localAddress, schemesOf, sendComeBack, sendSignIn, signInRoutes } from './sign-in.ts';
import { SIGN_IN_PATH } from './sign-in-page.ts';
import { wantsPage } from './static-files.ts';
import { addressWithoutToken } from './token-address.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route that is no GET: it changes nothing, so readers may use it too. */
    reads?: true;
    /** Whether who has not signed in may use it. */
    open?: true;
  }
  interface FastifyRequest {
    /** What who asks may do. */
    role: Role;
  }
  interface FastifyInstance {
    /** Whether something must be shown before anything is answered. */
    lacunaGuarded: boolean;
  }
}

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Lets in who shows a secret, and keeps readers from every route that may change something. After the checks of `Host` and `Origin`. */
export async function guard(
  app: FastifyInstance,
  config: ServerConfig,
  secrets: Secrets,
  keepIn: string | null,
): Promise<void> {
  const isGuarded = hasSecrets(secrets);
  const access = createAccess(secrets, config, sessionKeyIn(isGuarded ? keepIn : null));
  const attempts = countAttempts(config.signInsPerMinute);
  // Counted apart: any site can send its visitors to an address, and not every browser says so.
  const attemptsByAddress = countAttempts(config.signInsPerMinute);
  app.decorate('lacunaGuarded', isGuarded);
  app.decorateRequest('role', 'reader');
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.open) return;
    const { token, rest } = addressWithoutToken(request.url);
    if (token !== null && access.byToken && wantsPage(request)) {
      return admitByAddress(request, reply, { access, attempts: attemptsByAddress, token, rest });
    }
    const role = roleOf(request, access, attempts) ?? access.anonymous;
    if (role === null) return refuse(request, reply, access);
    request.role = role;
    if (role === 'reader' && mayChange(request)) throw readersOnly();
  });
  if (access.byToken) await app.register(async (scope) => signInRoutes(scope, access, attempts));
}

/** What the answers for a reader say: `editable` is theirs and not that of the server. For the scope of the interface. */
export function answerReaders(api: FastifyInstance): void {
  api.addHook('preSerialization', async (request, _reply, payload) => {
    const isReaders = request.role === 'reader' && typeof payload === 'object' && payload !== null;
    return isReaders && 'editable' in payload ? { ...payload, editable: false } : payload;
  });
}

/** Null where nothing that counts is shown. Throws `limit` for who was wrong too often. */
function roleOf(request: FastifyRequest, access: Access, attempts: Attempts): Role | null {
  const { headers, ip } = request;
  const session = access.roleOfSession(headers.cookie);
  if (session === 'editor') return session;
  // What another site's link holds (`http://name:password@host/`) is nobody's attempt; the browser comes back by itself.
  if (comesFromElsewhere(request)) return session;
  const shown = access.roleOfAuthorization(headers.authorization);
  if (shown === undefined) return session;
  const wait = attempts.wait(ip);
  if (wait > 0) throw tooMany('signInsPerMinute', wait);
  if (shown === null) attempts.failed(ip);
  return shown ?? session;
}

interface ByAddress {
  access: Access;
  attempts: Attempts;
  token: string;
  /** The address without it. */
  rest: string;
}

/** `/?token=…`: exchanged for a cookie, so that it stays in no history and no bookmark. */
function admitByAddress(request: FastifyRequest, reply: FastifyReply, given: ByAddress): FastifyReply {
  const { access, attempts, token, rest } = given;
  // Another site's link neither signs anybody in nor uses up their tries; it leads to the page for those who are signed in.
  if (comesFromElsewhere(request)) return sendComeBack(reply, rest);
  const wait = attempts.wait(request.ip);
  if (wait > 0) throw tooMany('signInsPerMinute', wait);
  const role = access.roleOfToken(token);
  if (role !== null) {
    reply.header('set-cookie', access.sessionCookie(role, isSecure(request)));
    return reply.header('cache-control', 'no-store').redirect(localAddress(rest), 303);
  }
  attempts.failed(request.ip);
  return sendSignIn(reply, 401, { access, next: rest, problem: 'This is not the token.' });
}

function refuse(request: FastifyRequest, reply: FastifyReply, access: Access): FastifyReply {
  if (wantsPage(request)) {
    if (comesFromElsewhere(request)) return sendComeBack(reply, request.url);
    return sendSignIn(reply, 401, { access, next: request.url });
  }
  reply.header('www-authenticate', schemesOf(access));
  throw new LacunaError('refused', 'Sign in first; reload the page to be asked.', {
    details: { signIn: SIGN_IN_PATH },
  });
}

function mayChange({ method, is404, routeOptions: { config } }: FastifyRequest): boolean {
  return !is404 && !SAFE_METHODS.includes(method) && !config.reads;
}

function readersOnly(): LacunaError {
  return new LacunaError(
    'refused',
    'You may read here and change nothing; sign in as an editor to do that.',
    {
      details: { setting: 'editorToken' },
    },
  );
}
