import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from './access.ts';
import type { Attempts } from './attempts.ts';
import {
  comeBackPage,
  SIGN_IN_PATH,
  SIGN_IN_STYLE,
  SIGN_IN_STYLE_PATH,
  SIGN_OUT_PATH,
  type SignInView,
  signInPage,
} from './sign-in-page.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const FORM_BYTES = 8192;
/** An address of this server and nothing that a browser could take for another: no `//host`, no backslash, no control character. */
const LOCAL_ADDRESS = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,4000}$/;
const formSchema = z.object({ token: z.string().min(1).max(512), next: z.string().optional() });
const open = { config: { open: true } } as const;

/** GET and POST /login, POST /logout: a page of its own, without a script. */
export function signInRoutes(app: FastifyInstance, access: Access, attempts: Attempts): void {
  app.addContentTypeParser(FORM_TYPE, { parseAs: 'string', bodyLimit: FORM_BYTES }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.get(SIGN_IN_STYLE_PATH, open, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(SIGN_IN_STYLE),
  );
  app.get(SIGN_IN_PATH, open, (request, reply) =>
    sendSignIn(reply, 200, { access, next: '/', role: access.roleOfSession(request.headers.cookie) }),
  );
  app.post(SIGN_IN_PATH, open, (request, reply) => {
    const form = formSchema.safeParse(request.body);
    const next = localAddress(form.data?.next);
    const wait = attempts.wait(request.ip);
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      reply.header('retry-after', seconds);
      return sendSignIn(reply, 429, { access, next, problem: `Too many tries. Try again in ${seconds} s.` });
    }
    const role = form.success ? access.roleOfToken(form.data.token.trim()) : null;
    if (role === null) {
      attempts.failed(request.ip);
      return sendSignIn(reply, 401, { access, next, problem: 'This is not the token.' });
    }
    reply.header('set-cookie', access.sessionCookie(role, isSecure(request)));
    return reply.header('cache-control', 'no-store').redirect(next, 303);
  });
  app.post(SIGN_OUT_PATH, open, (request, reply) => {
    reply.header('set-cookie', access.sessionCookie(null, isSecure(request)));
    return reply.header('cache-control', 'no-store').redirect(SIGN_IN_PATH, 303);
  });
}

/** The sign-in page; its policy lets it send its form here, and it tells its own site where it comes from. */
export function sendSignIn(
  reply: FastifyReply,
  status: number,
  { access, next, ...view }: Omit<SignInView, 'byToken'> & { access: Access },
): FastifyReply {
  if (status === 401) reply.header('www-authenticate', schemesOf(access));
  const html = signInPage({ ...view, next: localAddress(next), byToken: access.byToken });
  return sendPage(reply, status, html);
}

export function sendComeBack(reply: FastifyReply, next: string): FastifyReply {
  return sendPage(reply, 200, comeBackPage(localAddress(next)));
}

/** What a request may show, for `WWW-Authenticate`; the browser asks for name and password by itself. */
export function schemesOf({ byToken, byPassword }: Access): string {
  return [
    ...(byToken ? ['Bearer realm="Lacuna"'] : []),
    ...(byPassword ? ['Basic realm="Lacuna", charset="UTF-8"'] : []),
  ].join(', ');
}

/** Whether the browser reached us by https, with something in front that speaks it: its word costs nobody but itself. */
export function isSecure({ headers }: FastifyRequest): boolean {
  return headers['x-forwarded-proto'] === 'https' || (headers.origin ?? '').startsWith('https://');
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .headers({
      'content-security-policy': POLICY,
      // Without it the browser would send the form with `Origin: null`.
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(html);
}

/** The address where it is one of ours, else that of the page. */
export function localAddress(given: string | undefined): string {
  return given !== undefined && LOCAL_ADDRESS.test(given) ? given : '/';
}
