import { connect, createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema } from '../../../graph/contract.ts';
import type { ConfigOverrides } from '../../../graph/server/config.ts';
import { type Listening, serve } from '../../../graph/server/serve.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { appOn, openSeeded } from './fixture.ts';

let store: StoreReader;
let remove: () => Promise<void>;
const open: Listening[] = [];
let blocker: Server | null = null;

beforeAll(async () => {
  ({ store, remove } = await openSeeded());
});
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close();
  await new Promise((resolve) => (blocker ? blocker.close(resolve) : resolve(null)));
  blocker = null;
});
afterAll(() => remove());

async function start(settings: ConfigOverrides): Promise<Listening> {
  const app = await appOn(store, settings);
  const { host, port } = app.lacunaConfig;
  try {
    const listening = await serve(app, { host, port });
    open.push(listening);
    return listening;
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Takes a port that was free, and says which. */
function takePort(): Promise<number> {
  return new Promise((resolve) => {
    blocker = createServer().listen(0, '127.0.0.1', () =>
      resolve((blocker!.address() as { port: number }).port),
    );
  });
}

/** All that comes back, until nothing has come for a while. */
function sendRaw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(300, () => socket.end());
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('serve', () => {
  it('answers at the address it tells, until closed', async () => {
    const { url, close } = await start({ port: 0 });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await fetch(`${url}/api/health`);
    expect(await answer.json()).toEqual({ status: 'ok' });
    await close();
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  });

  it.each([
    ['GARBAGE\r\n\r\n', 400, 'input'],
    ['GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n', 400, 'input'],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'limit'],
    ['GET /api/status HTTP/1.1\r\n\r\n', 403, 'refused'],
    ['GET /api/status HTTP/1.1\r\nHost:\r\n\r\n', 403, 'refused'],
  ])('answers %j in the one shape', async (request, status, code) => {
    const { url } = await start({ port: 0 });
    const answer = await sendRaw(Number(new URL(url).port), request);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/^content-security-policy: default-src 'none'/im);
    expect(answer).toMatch(/^x-content-type-options: nosniff/im);
    const body = errorSchema.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))));
    expect(body.error.code).toBe(code);
  });

  it('lets requests that are underway finish on closing', async () => {
    const { url, close } = await start({ port: 0 });
    const slow = fetch(`${url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ statement: 'UNWIND range(1, 200000) AS i RETURN sum(i) AS n' }),
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const startedAt = performance.now();
    await close();
    expect((await slow).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(2500);
  });

  it('does not wait for ever on closing', async () => {
    const { url, close } = await start({ port: 0, closeMs: 300 });
    const endless = fetch(`${url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        statement: 'RETURN reduce(s = 0, a IN range(1, 60000) | s + size(range(1, 60000))) AS n',
      }),
    });
    const gaveUp = expect(endless).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const startedAt = performance.now();
    await close();
    expect(performance.now() - startedAt).toBeLessThan(2000);
    await gaveUp;
  });

  it('takes the next port when the first is taken, unless that one was asked for', async () => {
    const port = await takePort();
    await expect(start({ port })).rejects.toMatchObject({ code: 'unavailable', details: { port } });
    const { url } = await start({ port, portTries: 5 });
    const got = Number(new URL(url).port);
    expect(got).toBeGreaterThan(port);
    expect(got).toBeLessThan(port + 5);
  });

  it('says so when the machine has no such address', async () => {
    await expect(start({ host: '203.0.113.7', port: 0, openAccess: 'on' })).rejects.toMatchObject({
      code: 'input',
    });
  });

  it('names a place to go to when it listens everywhere', async () => {
    const { url } = await start({ host: '0.0.0.0', port: 0, logLevel: 'silent', openAccess: 'on' });
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await fetch(`${url.replace('localhost', '127.0.0.1')}/api/health`)).status).toBe(200);
  });
});
