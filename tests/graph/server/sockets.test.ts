import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema } from '../../../graph/contract.ts';
import type { ConfigOverrides } from '../../../graph/server/config.ts';
import { type Listening, serve } from '../../../graph/server/serve.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { appOn, openSeeded } from './fixture.ts';

let store: StoreReader;
let remove: () => Promise<void>;
let open: Listening;
let port: number;

/** Short, though long enough for a busy machine to read what has come in time. */
const HURRIED: ConfigOverrides = {
  headersMs: 2000,
  requestMs: 3000,
  answerMs: 400,
  eventBeatMs: 100,
  idleMs: 300,
};

beforeAll(async () => {
  ({ store, remove } = await openSeeded());
  open = await start({});
  port = Number(new URL(open.url).port);
});
afterAll(async () => {
  await open.close();
  await remove();
});

async function start(settings: ConfigOverrides) {
  const app = await appOn(store, { port: 0, ...settings });
  const connections = () =>
    new Promise<number>((resolve) => app.server.getConnections((_, count) => resolve(count)));
  return { ...(await serve(app, { host: '127.0.0.1', port: 0 })), connections };
}

/** All that comes back to these bytes until the other side hangs up. */
function sendRaw(to: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(to, '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+) /.exec(answer)?.[1]);
const ask = async (...lines: string[]): Promise<string> =>
  sendRaw(port, `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
const GET = 'GET /api/status HTTP/1.1';

describe('by which name', () => {
  it.each([
    ['our own', 200, [GET, 'Host: localhost:PORT']],
    ['in capitals', 200, [GET, 'HOST: LOCALHOST:PORT']],
    ['an address', 200, [GET, 'Host: 127.0.0.1:PORT']],
    ['an IPv6 address', 200, [GET, 'Host: [::1]:PORT']],
    ['another port, as a tunnel shows', 200, [GET, 'Host: localhost:1']],
    ['another name', 403, [GET, 'Host: evil.example:PORT']],
    ['a name that begins as ours', 403, [GET, 'Host: localhost.evil.example']],
    ['a trailing dot', 403, [GET, 'Host: localhost.']],
    ['somebody before it', 403, [GET, 'Host: localhost@evil.example']],
    ['somebody before ours', 403, [GET, 'Host: evil.example@localhost']],
    ['two names in one', 403, [GET, 'Host: localhost, evil.example']],
    ['a path', 403, [GET, 'Host: localhost/evil.example']],
    ['a port that is none', 403, [GET, 'Host: localhost:x']],
    ['the address as a number', 403, [GET, 'Host: 2130706433']],
    ['the address in short', 403, [GET, 'Host: 127.1']],
    ['a mapped address', 403, [GET, 'Host: [::ffff:7f00:1]']],
    ['an address with a zone', 403, [GET, 'Host: [::1%25lo]']],
    ['an open bracket', 403, [GET, 'Host: [::1']],
    ['an empty one', 403, [GET, 'Host:']],
    ['none', 403, [GET]],
    ['ours, then another', 403, [GET, 'Host: localhost', 'Host: evil.example']],
    ['another, then ours', 403, [GET, 'Host: evil.example', 'Host: localhost']],
    ['another for a proxy', 403, ['GET http://evil.example/api/status HTTP/1.1', 'Host: localhost:PORT']],
    ['ours for a proxy', 403, ['GET http://localhost/api/status HTTP/1.1', 'Host: localhost:PORT']],
    ['another before the address', 403, ['GET //evil.example/api/status HTTP/1.1', 'Host: evil.example']],
    ['none, as of old', 403, ['GET /api/status HTTP/1.0']],
    ['another by a header of proxies', 403, [GET, 'Host: evil.example', 'X-Forwarded-Host: localhost']],
  ])('%s: %i', async (_, status, lines) => {
    const answer = await ask(...lines.map((line) => line.replace('PORT', String(port))));
    expect(statusOf(answer), answer).toBe(status);
    const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
    if (status !== 200) expect(errorSchema.parse(JSON.parse(body)).error.code).toBe('refused');
    if (status !== 200) expect(answer).not.toContain('"papers"');
  });
});

describe('from where', () => {
  const post = [
    'POST /api/cypher HTTP/1.1',
    'Host: localhost:PORT',
    'Content-Type: application/json',
    'Content-Length: 0',
  ];
  it.each([
    ['a page of ours', 400, [...post, 'Origin: http://localhost:PORT', 'Sec-Fetch-Site: same-origin']],
    ['no browser', 400, post],
    ['another site', 403, [...post, 'Origin: http://evil.example']],
    ['a page of no origin', 403, [...post, 'Origin: null']],
    ['another port', 403, [...post, 'Origin: http://localhost:1']],
    ['another name of ours', 403, [...post, 'Origin: http://127.0.0.1:PORT']],
    ['another scheme', 403, [...post, 'Origin: ftp://localhost:PORT']],
    ['a name that begins as ours', 403, [...post, 'Origin: http://localhost:PORT.evil.example']],
    ['somebody before ours', 403, [...post, 'Origin: http://evil.example@localhost:PORT']],
    ['two origins', 403, [...post, 'Origin: http://localhost:PORT', 'Origin: http://evil.example']],
    ['an empty origin', 403, [...post, 'Origin:']],
    ['another site, told by the browser', 403, [...post, 'Sec-Fetch-Site: cross-site']],
    ['another port, told by the browser', 403, [...post, 'Sec-Fetch-Site: same-site']],
    [
      'a picture of another site',
      403,
      [GET, 'Host: localhost:PORT', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'],
    ],
    [
      'a script that reads across sites',
      403,
      [GET, 'Host: localhost:PORT', 'Origin: http://evil.example', 'Sec-Fetch-Mode: cors'],
    ],
    [
      'a question before',
      403,
      [
        'OPTIONS /api/cypher HTTP/1.1',
        'Host: localhost:PORT',
        'Origin: http://evil.example',
        'Access-Control-Request-Method: POST',
        'Access-Control-Request-Headers: content-type',
      ],
    ],
  ])('%s: %i', async (_, status, lines) => {
    const answer = await ask(...lines.map((line) => line.replaceAll('PORT', String(port))));
    expect(statusOf(answer), answer).toBe(status);
    expect(answer).not.toMatch(/^access-control-/im);
  });
});

describe('clients that are slow, half or gone', () => {
  it('are let go by named limits, while others are answered', async () => {
    const hurried = await start(HURRIED);
    const to = Number(new URL(hurried.url).port);
    const host = `Host: localhost:${to}`;
    const head = `POST /api/cypher HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n`;
    const drips = `GET /api/status HTTP/1.1\r\n${host}\r\nX-Slow: `;
    const dripping = new Promise<string>((resolve) => {
      let answer = '';
      let drip: NodeJS.Timeout | undefined;
      const socket = connect(to, '127.0.0.1', () => {
        socket.write(drips);
        drip = setInterval(() => socket.write('x'), 50);
      });
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('error', () => {});
      socket.on('close', () => {
        clearInterval(drip);
        resolve(answer);
      });
    });
    const [silent, halfHead, halfBody, dripped, idle] = await Promise.all([
      sendRaw(to, ''),
      sendRaw(to, `GET /api/status HTTP/1.1\r\n${host}\r\n`),
      sendRaw(to, `${head}{"statement": `),
      dripping,
      sendRaw(to, `GET /api/health HTTP/1.1\r\n${host}\r\n\r\n`),
      ...Array.from({ length: 20 }, async () => {
        expect((await fetch(`${hurried.url}/api/status`)).status).toBe(200);
      }),
    ]);
    for (const [who, answer] of Object.entries({ silent, halfHead, halfBody, dripped })) {
      expect([who, statusOf(answer)], answer).toEqual([who, 408]);
      expect(answer).toContain('"limit":"requestMs"');
    }
    expect(statusOf(idle)).toBe(200);
    await hurried.close();
  });

  it('cost nothing once they have left in the middle, and may send many requests at once', async () => {
    const few = await start({ requestsAtOnce: 3, requestsPerMinute: 100_000 });
    const to = Number(new URL(few.url).port);
    const request = `GET /api/graph HTTP/1.1\r\nHost: localhost:${to}\r\n\r\n`;
    for (let i = 0; i < 10; i++) {
      const socket: Socket = connect(to, '127.0.0.1', () =>
        socket.write(request, () => socket.resetAndDestroy()),
      );
      await new Promise((resolve) => socket.once('close', resolve));
    }
    const last = request.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    await expect.poll(async () => statusOf(await sendRaw(to, last))).toBe(200);
    const piped = await sendRaw(to, request.repeat(2) + last);
    expect(piped.match(/HTTP\/1\.1 200 /g)).toHaveLength(3);
    await few.close();
  });

  it('who come when there is too much to do are told when to come again', async () => {
    const few = await start({ requestsAtOnce: 2 });
    const gone = new AbortController();
    const follow = () => fetch(`${few.url}/api/ingest/events`, { signal: gone.signal });
    await Promise.all([follow(), follow()]);
    const refused = await fetch(`${few.url}/api/status`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(errorSchema.parse(await refused.json()).error).toMatchObject({
      code: 'limit',
      details: { limit: 'requestsAtOnce' },
    });
    gone.abort();
    await expect.poll(async () => (await fetch(`${few.url}/api/status`)).status).toBe(200);
    await few.close();
  });

  it('who take nothing of an answer are let go', async () => {
    const hurried = await start({ ...HURRIED, headersMs: 5000, requestMs: 5000 });
    const to = Number(new URL(hurried.url).port);
    const statement = 'RETURN reduce(t = "0123456789", i IN range(1, 20) | t + t) AS text';
    const body = JSON.stringify({ statement });
    const socket = connect(to, '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.pause();
    const head = ['POST /api/cypher HTTP/1.1', `Host: localhost:${to}`, 'Content-Type: application/json'];
    // More than the system keeps for a connection.
    socket.write([...head, `Content-Length: ${body.length}`, '', body].join('\r\n').repeat(4));
    await expect.poll(hurried.connections, { timeout: 20_000 }).toBe(1);
    await expect.poll(hurried.connections, { timeout: 20_000 }).toBe(0);
    socket.resume();
    await closed;
    await hurried.close();
  });
});
