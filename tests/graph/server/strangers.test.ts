import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema } from '../../../graph/contract.ts';
import { hostNameOf } from '../../../graph/server/security.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { appOn, openSeeded } from './fixture.ts';

let store: StoreReader;
let app: FastifyInstance;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ store, remove } = await openSeeded());
  app = await appOn(store);
});
afterAll(async () => {
  await app.close();
  await remove();
});

describe('strangers', () => {
  it.each([
    'evil.example',
    'evil.example:4747',
    'localhost.evil.example',
    '192.168.1.5',
    'localhost@evil.example',
  ])('who call us "%s" are refused, so that no rebound name reaches the graph', async (host) => {
    const answer = await app.inject({ url: '/api/status', headers: { host } });
    expect(answer.statusCode).toBe(403);
    expect(errorSchema.parse(answer.json()).error).toMatchObject({
      code: 'refused',
      details: { header: 'host' },
    });
  });

  it.each(['localhost', 'localhost:4747', '127.0.0.1:80', '[::1]:4747', 'LOCALHOST'])(
    'may call us %s',
    async (host) => {
      expect((await app.inject({ url: '/api/status', headers: { host } })).statusCode).toBe(200);
    },
  );

  it('may use the names we are given, and bare addresses once we listen to the network', async () => {
    const open = await appOn(store, { host: '0.0.0.0', allowedHosts: 'graphs.example, other.example:81' });
    const status = async (host: string) =>
      (await open.inject({ url: '/api/status', headers: { host } })).statusCode;
    expect(await status('graphs.example:4747')).toBe(200);
    expect(await status('other.example:81')).toBe(200);
    expect(await status('other.example')).toBe(403);
    expect(await status('192.168.1.5:4747')).toBe(200);
    expect(await status('evil.example')).toBe(403);
    await open.close();
  });

  it('of another site may not post, and may not read with an Origin', async () => {
    const post = (headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/api/cypher',
        payload: { statement: 'RETURN 1' },
        headers: { host: 'localhost:4747', ...headers },
      });
    for (const origin of [
      'http://evil.example',
      'null',
      'http://localhost:9999',
      'http://localhost:4747.evil.example',
    ]) {
      expect((await post({ origin })).statusCode, origin).toBe(403);
    }
    expect((await post({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect(
      (await post({ origin: 'http://localhost:4747', 'sec-fetch-site': 'same-origin' })).statusCode,
    ).toBe(200);
    expect((await post({})).statusCode).toBe(200);
    const read = await app.inject({ url: '/api/status', headers: { origin: 'http://evil.example' } });
    expect(read.statusCode).toBe(403);
    expect(read.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('may link to the page, and to nothing of the interface', async () => {
    const get = async (url: string, site: string) =>
      (
        await app.inject({
          url,
          headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', accept: 'text/html' },
        })
      ).statusCode;
    for (const site of ['cross-site', 'same-site']) {
      for (const url of [
        '/api/status',
        '/api/graph',
        '/api/search?q=walks',
        '/%61pi/status',
        '/api/health',
      ]) {
        expect(await get(url, site), `${site} ${url}`).toBe(403);
      }
      // There is no page here; with one it is answered, see delivery.test.ts.
      expect(await get('/', site)).toBe(404);
    }
    for (const site of ['same-origin', 'none']) expect(await get('/api/status', site)).toBe(200);
  });

  it('who ask too often are told to wait', async () => {
    const busy = await appOn(store, { requestsPerMinute: 9, queriesPerMinute: 2, writesPerMinute: 2 });
    const limitOf = async (options: InjectOptions): Promise<unknown> => {
      const answer = await busy.inject(options);
      if (answer.statusCode !== 429) return null;
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      return answer.json().error.details.limit;
    };
    const ask = () => limitOf({ method: 'POST', url: '/api/cypher', payload: { statement: 'RETURN 1' } });
    const write = (url: string) => limitOf({ method: 'PUT', url, payload: {} });
    const lens = `/api/graph?${new URLSearchParams({ lens: 'query', statement: 'MATCH (p:Paper) RETURN p' })}`;
    // Whichever of the routes that count together they are, and whatever they answer.
    expect([await ask(), await limitOf({ url: '/api/ask' }), await limitOf({ url: lens })]).toEqual([
      null,
      null,
      'queriesPerMinute',
    ]);
    expect([
      await write('/api/pins'),
      await write('/api/themes/x/label'),
      await write('/api/gaps/x/judgement'),
    ]).toEqual([null, null, 'writesPerMinute']);
    const reads = [];
    for (let i = 0; i < 4; i++) reads.push(await limitOf({ url: '/api/health' }));
    expect(reads).toEqual([null, null, null, 'requestsPerMinute']);
    expect(await write('/api/pins')).toBe('requestsPerMinute');
    await busy.close();
  });

  it('get headers that forbid foreign and inline script and style', async () => {
    const { headers } = await app.inject('/api/status');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|data:|blob:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});

describe('hostNameOf', () => {
  it('reads names and addresses, and nothing else', () => {
    expect(hostNameOf('LocalHost:80')).toBe('localhost');
    expect(hostNameOf('[::1]:80')).toBe('::1');
    for (const bad of ['a b', 'user@localhost', 'localhost:', 'localhost/evil', '::1', 'localhost,evil']) {
      expect(hostNameOf(bad), bad).toBe('');
    }
  });
});
