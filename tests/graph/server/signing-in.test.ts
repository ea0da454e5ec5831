import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Secrets } from '../../../graph/server/secrets.ts';
import { basic, bearer, cookieOf, EDITOR, form, LOGIN, openGuarded, PAGE, READER } from './guarded.ts';

let servers: Awaited<ReturnType<typeof openGuarded>>;
const guarded: typeof servers.guarded = (...given) => servers.guarded(...given);

beforeAll(async () => {
  servers = await openGuarded();
});
afterAll(() => servers.close());

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

it('refuses a form of another site, and comes back by itself from a link of one', async () => {
  const { send } = await guarded({ token: READER });
  const strange = await send(form({ token: READER }, { origin: 'http://evil.example' }));
  expect([strange.statusCode, strange.headers['set-cookie']]).toEqual([403, undefined]);
  const linked = await send({ url: '/?lens=papers', headers: { ...PAGE, 'sec-fetch-site': 'cross-site' } });
  expect(linked.body).toContain('http-equiv="refresh" content="0; url=/?lens=papers"');
  expect(linked.headers['www-authenticate']).toBeUndefined();
});
