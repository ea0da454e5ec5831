import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema, statusSchema } from '../../../graph/contract.ts';
import type { ConfigOverrides } from '../../../graph/server/config.ts';
import type { Desk } from '../../../graph/server/desk.ts';
import { NO_SECRETS, type Secrets } from '../../../graph/server/secrets.ts';
import { serve } from '../../../graph/server/serve.ts';
import type { StoreReader, StoreWriter } from '../../../graph/store/store.ts';
import { appOn, openSeeded } from './fixture.ts';
import { ownDesk } from './own-desk.ts';

const READER = 'reader-token-0123456789';
const EDITOR = 'editor-token-0123456789';
const LOGIN = 'ada:a long password';
/** What is sent by POST and changes nothing. Whoever adds a route that writes need not think of it: it is none of these. */
const READING = [
  '/api/cypher',
  '/api/decisions/preview',
  '/api/export',
  '/api/share',
  '/api/thesaurus/preview',
];

let store: StoreReader;
let webRoot: string;
let remove: () => Promise<void>;
const apps: FastifyInstance[] = [];
const logged: string[] = [];
/** Nobody's, since no test here gets so far as to write. */
const desk: Desk = ownDesk({} as unknown as StoreWriter);

beforeAll(async () => {
  ({ store, remove } = await openSeeded());
  webRoot = mkdtempSync(join(tmpdir(), 'lacuna-guarded-'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>The map</title>');
  writeFileSync(join(webRoot, 'main.js'), '// the page');
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await remove();
  rmSync(webRoot, { recursive: true, force: true });
});

async function guarded(
  secrets: Partial<Secrets>,
  settings: ConfigOverrides = {},
  keepIn: string | null = null,
) {
  const log = { write: (line: string) => void logged.push(line) };
  const app = await appOn(
    store,
    { logLevel: 'info', ...settings },
    { webRoot, desk, log, keepIn, secrets: { ...NO_SECRETS, ...secrets } },
  );
  apps.push(app);
  const send = (options: InjectOptions & { url: string }) => app.inject(options);
  return { app, send };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const basic = (login: string) => ({ authorization: `Basic ${Buffer.from(login).toString('base64')}` });
const PAGE = { accept: 'text/html' };
const form = (
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): InjectOptions & { url: string } => ({
  method: 'POST',
  url: '/login',
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
});
const cookieOf = (header: unknown): string => String(header).split(';')[0]!;

describe('a server that asks for a token', () => {
  it('answers nothing to who shows none, not the page, not its files, not what does not exist', async () => {
    const { send } = await guarded({ token: READER });
    for (const url of ['/api/status', '/api/ingest/events', '/main.js', '/nothing', '/api/nothing']) {
      const answer = await send({ url });
      expect(answer.statusCode, url).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="Lacuna"');
      expect(errorSchema.parse(answer.json()).error).toMatchObject({
        code: 'refused',
        details: { signIn: '/login' },
      });
    }
    const page = await send({ url: '/?lens=papers', headers: PAGE });
    expect(page.statusCode).toBe(401);
    expect(page.body).toContain('<label for="token">');
    expect(page.body).not.toContain('The map');
    expect(page.body).not.toMatch(/<script|style=| on\w+=/);
    expect(String(page.headers['content-security-policy'])).toMatch(/default-src 'none'.*form-action 'self'/);
    expect((await send({ url: '/login.css' })).statusCode).toBe(200);
    const cypher = { method: 'POST', url: '/api/cypher', payload: { statement: 'RETURN 1' } } as const;
    expect((await send(cypher)).statusCode).toBe(401);
  });

  it('lets in who shows it, by header, by form or by address, and tells it to nobody', async () => {
    const { send } = await guarded({ token: READER });
    expect((await send({ url: '/api/status', headers: bearer(READER) })).statusCode).toBe(200);
    const signedIn = await send(form({ token: READER, next: '/?lens=papers&theme=t1' }));
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/?lens=papers&theme=t1']);
    expect(signedIn.headers['set-cookie']).toMatch(
      /^lacuna=editor\..+; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/,
    );
    const byAddress = await send({ url: `/?lens=papers&token=${READER}&q=a%26b`, headers: PAGE });
    expect([byAddress.statusCode, byAddress.headers.location]).toEqual([303, '/?lens=papers&q=a%26b']);
    for (const { headers } of [signedIn, byAddress]) {
      const cookie = cookieOf(headers['set-cookie']);
      expect(cookie).not.toContain(READER);
      expect((await send({ url: '/api/status', headers: { cookie: `x=1; ${cookie}` } })).statusCode).toBe(
        200,
      );
      expect((await send({ url: '/', headers: { ...PAGE, cookie } })).body).toContain('The map');
    }
    const behindTls = await send(form({ token: READER }, { 'x-forwarded-proto': 'https' }));
    expect(behindTls.headers['set-cookie']).toMatch(/; Secure$/);
    const out = await send({
      method: 'POST',
      url: '/logout',
      headers: { cookie: cookieOf(signedIn.headers['set-cookie']) },
    });
    expect(out.headers['set-cookie']).toMatch(/^lacuna=; Path=\/; Max-Age=0/);
    expect(logged.join('')).not.toContain(READER);
  });

  it('says how it does to who watches over it, and nothing else', async () => {
    const { send } = await guarded({ token: READER });
    expect((await send({ url: '/api/health' })).json()).toEqual({ status: 'ok' });
  });

  it('goes nowhere else after signing in', async () => {
    const { send } = await guarded({ token: READER });
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\tx',
      'javascript:1',
      '',
    ]) {
      expect((await send(form({ token: READER, next }))).headers.location, next).toBe('/');
    }
    for (const path of ['//evil.example/x', '///evil.example']) {
      const byAddress = await send({ url: `${path}?token=${READER}`, headers: PAGE });
      expect(byAddress.headers.location, path).toBe('/');
    }
    const shown = await send({ url: '/?q="><script>alert(1)</script>', headers: PAGE });
    expect(shown.body).not.toContain('<script');
  });

  it('takes no cookie that it did not sign, that is over, or that another secret signed', async () => {
    const { send } = await guarded({ token: READER, editorToken: EDITOR });
    const cookie = cookieOf((await send(form({ token: READER }))).headers['set-cookie']);
    const [, role, until, signature] = /^lacuna=(\w+)\.(\d+)\.(.+)$/.exec(cookie)!;
    expect(role).toBe('reader');
    const other = await guarded({ token: `${READER}x`, editorToken: EDITOR });
    expect((await other.send({ url: '/api/status', headers: { cookie } })).statusCode).toBe(401);
    const longer = Number(until) + 1;
    for (const forged of [
      `editor.${until}.${signature}`,
      `reader.${longer}.${signature}`,
      `reader.${until}.`,
      'reader',
    ]) {
      const answer = await send({ url: '/api/status', headers: { cookie: `lacuna=${forged}` } });
      expect(answer.statusCode, forged).toBe(401);
    }
  });

  it('refuses a form of another site, and comes back by itself from a link of one', async () => {
    const { send } = await guarded({ token: READER });
    const strange = await send(form({ token: READER }, { origin: 'http://evil.example' }));
    expect([strange.statusCode, strange.headers['set-cookie']]).toEqual([403, undefined]);
    const linked = await send({ url: '/?lens=papers', headers: { ...PAGE, 'sec-fetch-site': 'cross-site' } });
    expect(linked.body).toContain('http-equiv="refresh" content="0; url=/?lens=papers"');
    expect(linked.headers['www-authenticate']).toBeUndefined();
  });

  it('keeps a session over a restart, but not its key where a reader could try secrets by it', async () => {
    const keepIn = mkdtempSync(join(tmpdir(), 'lacuna-kept-'));
    const secrets = { token: READER, editorToken: EDITOR };
    const first = await guarded(secrets, {}, keepIn);
    const cookie = cookieOf((await first.send(form({ token: READER }))).headers['set-cookie']);
    const statusAt = async (other: Partial<Secrets>, folder: string | null) => {
      const { send } = await guarded(other, {}, folder);
      return (await send({ url: '/api/status', headers: { cookie } })).statusCode;
    };
    expect(await statusAt(secrets, keepIn)).toBe(200);
    expect(await statusAt({ ...secrets, basicAuth: LOGIN }, keepIn)).toBe(401);
    // The same secrets sign otherwise elsewhere: what was signed tells nothing of them.
    expect(await statusAt(secrets, null)).toBe(401);
    expect(readdirSync(keepIn)).toContain('session.key');
    expect(statSync(join(keepIn, 'session.key')).mode & 0o777).toBe(0o600);
    // Where it can't be kept, or is none, people can sign in all the same.
    for (const folder of ['/dev/null/nowhere', keepIn]) {
      if (folder === keepIn) writeFileSync(join(keepIn, 'session.key'), '');
      const { send } = await guarded(secrets, {}, folder);
      const own = cookieOf((await send(form({ token: READER }))).headers['set-cookie']);
      expect((await send({ url: '/api/status', headers: { cookie: own } })).statusCode).toBe(200);
    }
    rmSync(keepIn, { recursive: true });
  });

  it('neither signs in nor keeps out whom another site sends', async () => {
    const { send } = await guarded({ token: READER, basicAuth: LOGIN }, { signInsPerMinute: 2 });
    const sent = (token: string, headers: Record<string, string>) =>
      send({ url: `/?lens=papers&token=${token}`, headers: { ...PAGE, ...headers } });
    for (const site of ['cross-site', 'same-site']) {
      const right = await sent(READER, { 'sec-fetch-site': site });
      expect([right.statusCode, right.headers['set-cookie']]).toEqual([200, undefined]);
      expect(right.body).toContain('http-equiv="refresh" content="0; url=/?lens=papers"');
      for (let i = 0; i < 3; i++) {
        await sent('guess', { 'sec-fetch-site': site });
        const login = basic('ada:guess');
        const link = await send({ url: '/', headers: { ...PAGE, ...login, 'sec-fetch-site': site } });
        expect(link.body).toContain('http-equiv="refresh"');
      }
    }
    expect((await sent(READER, {})).statusCode).toBe(303);
    // A browser that doesn't say where it comes from: the address is kept from more tries, and no other way in.
    for (let i = 0; i < 3; i++) await sent('guess', {});
    expect((await sent(READER, {})).statusCode).toBe(429);
    expect((await send(form({ token: READER }))).statusCode).toBe(303);
    expect((await send({ url: '/api/status', headers: basic(LOGIN) })).statusCode).toBe(200);
  });

  it('counts who comes by a proxy apart, where it is told of the proxy', async () => {
    const wrong = (forwarded: string, remoteAddress: string) => ({
      url: '/api/status',
      remoteAddress,
      headers: { ...bearer('guess'), 'x-forwarded-for': forwarded },
    });
    const right = (forwarded: string, remoteAddress: string) => ({
      ...wrong(forwarded, remoteAddress),
      headers: { ...bearer(READER), 'x-forwarded-for': forwarded },
    });
    const settings = { signInsPerMinute: 1 };
    const behind = await guarded({ token: READER }, { ...settings, trustProxy: 'loopback, 10.0.0.0/8' });
    await behind.send(wrong('198.51.100.1', '10.1.2.3'));
    expect((await behind.send(right('198.51.100.1', '10.1.2.3'))).statusCode).toBe(429);
    expect((await behind.send(right('198.51.100.2', '10.1.2.3'))).statusCode).toBe(200);
    // What a reader writes into it before the proxy does is not believed, nor what comes from elsewhere.
    expect((await behind.send(right('203.0.113.9, 198.51.100.1', '127.0.0.1'))).statusCode).toBe(429);
    await behind.send(wrong('198.51.100.3', '192.0.2.7'));
    expect((await behind.send(right('198.51.100.4', '192.0.2.7'))).statusCode).toBe(429);
    const plain = await guarded({ token: READER }, settings);
    await plain.send(wrong('198.51.100.1', '127.0.0.1'));
    expect((await plain.send(right('198.51.100.2', '127.0.0.1'))).statusCode).toBe(429);
  });

  it('lets nobody guess on: not even the right one is looked at for the rest of the minute', async () => {
    const { send } = await guarded({ token: READER, basicAuth: LOGIN }, { signInsPerMinute: 3 });
    const cookie = cookieOf((await send(form({ token: READER }))).headers['set-cookie']);
    expect((await send({ url: '/api/status', headers: bearer('guess') })).statusCode).toBe(401);
    expect((await send({ url: '/api/status', headers: basic('ada:guess') })).statusCode).toBe(401);
    expect((await send(form({ token: 'guess' }))).statusCode).toBe(401);
    for (const headers of [bearer(READER), basic(LOGIN)]) {
      const answer = await send({ url: '/api/status', headers });
      expect(answer.statusCode).toBe(429);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.json().error.details.limit).toBe('signInsPerMinute');
    }
    expect((await send(form({ token: READER }))).statusCode).toBe(429);
    // Who is signed in already, or comes from elsewhere, is not the one who guesses.
    expect((await send({ url: '/api/status', headers: { cookie } })).statusCode).toBe(200);
    const elsewhere = { url: '/api/status', remoteAddress: '192.0.2.7', headers: bearer(READER) };
    expect((await send(elsewhere)).statusCode).toBe(200);
  });
});

describe('a server that asks for name and password', () => {
  it('has the browser ask, and takes nothing else', async () => {
    const { send } = await guarded({ basicAuth: LOGIN });
    const page = await send({ url: '/', headers: PAGE });
    expect([page.statusCode, page.headers['www-authenticate']]).toEqual([
      401,
      'Basic realm="Lacuna", charset="UTF-8"',
    ]);
    expect((await send({ url: '/', headers: { ...PAGE, ...basic(LOGIN) } })).body).toContain('The map');
    for (const wrong of [basic('ada:'), basic(`${LOGIN} `), basic('a long password'), bearer(LOGIN)]) {
      expect((await send({ url: '/api/status', headers: wrong })).statusCode).toBe(401);
    }
    expect((await send({ url: '/login' })).statusCode).toBe(401);
  });
});

describe('readers', () => {
  it('may use every route that only reads, and none that writes', async () => {
    const { app, send } = await guarded({ token: READER, editorToken: EDITOR }, { writesPerMinute: 1000 });
    await app.ready();
    const sent = app.lacunaRoutes.map((route) => route.split(' ')).filter(([method]) => method !== 'GET');
    const reading: string[] = [];
    for (const [method, url] of sent) {
      const request = {
        method: method as 'POST',
        url: url!.replace(/:\w+/, 'x'),
        payload: 'not JSON',
        headers: { 'content-type': 'application/json' },
      };
      const asReader = await send({ ...request, headers: { ...request.headers, ...bearer(READER) } });
      const isRefused =
        asReader.statusCode === 403 && asReader.json().error.details.setting === 'editorToken';
      if (!isRefused) reading.push(url!);
      const asEditor = await send({ ...request, headers: { ...request.headers, ...bearer(EDITOR) } });
      expect(asEditor.statusCode, `${method} ${url}`).toBe(400);
    }
    expect(reading.toSorted()).toEqual(READING);
  });

  it('are told that nothing is editable, with a tag of their own', async () => {
    const { send } = await guarded({ token: READER, editorToken: EDITOR });
    for (const url of [
      '/api/status',
      '/api/themes',
      '/api/gaps',
      '/api/annotations',
      '/api/terms',
      '/api/decisions',
      '/api/sources',
    ]) {
      const [reader, editor] = [
        await send({ url, headers: bearer(READER) }),
        await send({ url, headers: bearer(EDITOR) }),
      ];
      expect([url, reader.json().editable, editor.json().editable]).toEqual([url, false, true]);
      const tag = editor.headers.etag;
      if (tag === undefined) continue;
      const again = await send({ url, headers: { ...bearer(READER), 'if-none-match': String(tag) } });
      expect(again.statusCode, url).toBe(200);
    }
  });

  it('need no token where reading is open, and editors theirs', async () => {
    const { send } = await guarded({ editorToken: EDITOR }, { openAccess: 'read' });
    const put = (headers: Record<string, string>) =>
      send({ method: 'PUT', url: '/api/pins', payload: {}, headers });
    expect(statusSchema.parse((await send({ url: '/api/status' })).json()).editable).toBe(false);
    expect((await put({})).statusCode).toBe(403);
    expect((await put(bearer(EDITOR))).statusCode).toBe(400);
    expect((await put(bearer(READER))).statusCode).toBe(403);
  });
});

describe('beyond this machine', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'no-such-name.invalid', '127.1', '::ffff:127.0.0.1'])(
    'nothing listens at %s without a secret or a word that says so',
    async (host) => {
      const { app } = await guarded({}, { logLevel: 'silent' });
      await expect(serve(app, { host, port: 0 })).rejects.toMatchObject({
        code: 'refused',
        details: { setting: 'openAccess', host },
      });
    },
  );

  it('it listens with a secret, and asks for it', async () => {
    const { app } = await guarded({ token: READER }, { host: '0.0.0.0' });
    const { url, close } = await serve(app, { host: '0.0.0.0', port: 0 });
    const at = url.replace('localhost', '127.0.0.1');
    expect((await fetch(`${at}/api/status`)).status).toBe(401);
    expect((await fetch(`${at}/api/status`, { headers: bearer(READER) })).status).toBe(200);
    await close();
  });
});
