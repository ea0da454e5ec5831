import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema, statusSchema } from '../../../graph/contract.ts';
import { serve } from '../../../graph/server/serve.ts';
import { basic, bearer, cookieOf, EDITOR, form, LOGIN, openGuarded, PAGE, READER } from './guarded.ts';

/** What is sent by POST and changes nothing. Whoever adds a route that writes need not think of it: it is none of these. */
const READING = [
  '/api/cypher',
  '/api/decisions/preview',
  '/api/export',
  '/api/share',
  '/api/thesaurus/preview',
];

let servers: Awaited<ReturnType<typeof openGuarded>>;
const guarded: typeof servers.guarded = (...given) => servers.guarded(...given);

beforeAll(async () => {
  servers = await openGuarded();
});
afterAll(() => servers.close());

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
    expect(servers.logged.join('')).not.toContain(READER);
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
  it('are all who were not asked', async () => {
    const { app, send } = await guarded({ token: READER });
    app.get('/open', { config: { open: true } }, ({ role }) => role);
    expect((await send({ url: '/open' })).body).toBe('reader');
  });

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
