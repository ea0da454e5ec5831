import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorSchema, graphViewSchema, statusSchema } from '../../../graph/contract.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreReader } from '../../../graph/store/store.ts';
import { appOn, openSeeded, seed } from './fixture.ts';

let store: StoreReader;
let app: FastifyInstance;
let remove: () => Promise<void>;
let webRoot: string;

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'lacuna-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Lacuna</title>');
  writeFileSync(join(webRoot, 'assets/main-1a2b3c.js'), `/* ${'x'.repeat(5000)} */`);
  ({ store, remove } = await openSeeded());
  app = await appOn(store, {}, { webRoot });
});
afterAll(async () => {
  await app.close();
  await remove();
  rmSync(webRoot, { recursive: true, force: true });
});

describe('conditional requests', () => {
  it.each([
    '/api/graph?lens=papers',
    '/api/search?q=walks',
    '/api/papers/p-walks',
    '/api/concepts/c-walks',
    '/api/themes',
    '/api/themes/t-graphs',
    '/api/themes/s-walks',
    '/api/pairs?one=c-walks&other=c-link',
    '/api/neighbours/p-walks',
    '/api/paths?from=p-walks&to=p-gat',
    '/api/status',
  ])('%s is not sent twice', async (url) => {
    const first = await app.inject(url);
    const tag = String(first.headers.etag);
    expect(tag).toMatch(/^W\/".+"$/);
    expect(first.headers['cache-control']).toBe('no-cache');
    const second = await app.inject({ url, headers: { 'if-none-match': `"other", ${tag}` } });
    expect([second.statusCode, second.body, second.headers.etag]).toEqual([304, '', tag]);
    const other = await app.inject({ url, headers: { 'if-none-match': 'W/"other"' } });
    expect(other.statusCode).toBe(200);
  });

  it('are not for what failed, nor for the console', async () => {
    const missing = await app.inject('/api/papers/nobody');
    expect(missing.headers.etag).toBeUndefined();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/cypher',
      payload: { statement: 'RETURN 1' },
    });
    expect(answer.headers.etag).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/api/papers/nobody',
    '/api/concepts/p-walks',
    '/api/themes/nobody',
    '/api/gaps/nobody',
    '/api/pairs?one=c-walks&other=nobody',
    '/api/neighbours/t-graphs',
    '/api/graph?theme=nobody',
    '/api/paths?from=nobody&to=p-gat',
    '/api/paths?from=p-gat&to=nobody',
  ])('%s is not there, whatever tag the client has', async (url) => {
    const tag = String((await app.inject('/api/status')).headers.etag);
    for (const known of [tag, '*']) {
      const answer = await app.inject({ url, headers: { 'if-none-match': known } });
      expect([answer.statusCode, answer.headers.etag]).toEqual([404, undefined]);
    }
  });

  it('take the star for any tag', async () => {
    for (const url of ['/api/papers/p-walks', '/api/graph?theme=t-graphs']) {
      expect((await app.inject({ url, headers: { 'if-none-match': '*' } })).statusCode).toBe(304);
    }
  });

  it('notice that the graph or the settings changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-change-'));
    const writer = await openWriter({ kind: 'embedded', folder });
    await seed(writer);
    const live = await appOn(writer, { freshMs: 0 });
    const before = await live.inject('/api/status');
    expect((await live.inject('/api/status')).headers.etag).toBe(before.headers.etag);
    await writer.write([
      { text: "MATCH (p:Paper {id: 'p-island'}) DETACH DELETE p", parameters: {} },
      { text: "MATCH (r:Run {id: 'ingest'}) SET r.graph = 'def'", parameters: {} },
    ]);
    const after = await live.inject({
      url: '/api/status',
      headers: { 'if-none-match': String(before.headers.etag) },
    });
    expect(after.statusCode).toBe(200);
    expect(statusSchema.parse(after.json()).counts.papers).toBe(6);
    expect((await live.inject('/api/search?q=tides')).json().hits).not.toContainEqual(
      expect.objectContaining({ id: 'p-island' }),
    );
    const smaller = await appOn(writer, { mapNodes: 5 });
    expect((await smaller.inject('/api/status')).headers.etag).not.toBe(after.headers.etag);
    await live.close();
    await smaller.close();
    await writer.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

it.each([
  '/api/graph',
  '/api/graph?lens=themes',
  '/api/themes',
  '/api/gaps',
  '/api/search?q=graph',
  '/api/status',
])('%s says that it is JSON, compressed or not', async (url) => {
  for (const encoding of ['identity', 'gzip', 'br']) {
    const { headers } = await app.inject({ url, headers: { 'accept-encoding': encoding } });
    expect(headers['content-type'], encoding).toBe('application/json; charset=utf-8');
  }
});

describe('compression', () => {
  const url = '/api/graph';

  it('is brotli, else gzip, else none', async () => {
    const plain = await app.inject(url);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const brotli = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    const gzip = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gzip.headers.vary).toMatch(/accept-encoding/i);
    expect(graphViewSchema.parse(JSON.parse(gunzipSync(gzip.rawPayload).toString())).nodes.id).toHaveLength(
      15,
    );
    expect(brotli.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });

  it('leaves small answers as they are', async () => {
    const answer = await app.inject({ url: '/api/health', headers: { 'accept-encoding': 'br' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});

describe('the page', () => {
  it('is asked for each time, its hashed files are kept for good', async () => {
    const page = await app.inject('/');
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const script = await app.inject({ url: '/assets/main-1a2b3c.js', headers: { 'accept-encoding': 'br' } });
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-encoding']).toBe('br');
  });

  it('answers for its own addresses, and only to browsers that want a page', async () => {
    const open = (url: string, accept: string, method: 'GET' | 'POST' = 'GET') =>
      app.inject({ url, method, headers: { accept } });
    const deep = await open('/paper/p-walks?lens=all', 'text/html,*/*');
    expect([deep.statusCode, deep.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(deep.body).toContain('<title>Lacuna</title>');
    expect((await open('/assets/gone.js', '*/*')).statusCode).toBe(404);
    expect((await open('/paper/p-walks', 'application/json')).statusCode).toBe(404);
    expect((await open('/api/gone', 'text/html')).statusCode).toBe(404);
    expect((await open('/paper/p-walks', 'text/html', 'POST')).statusCode).toBe(404);
  });

  it.each(['/../package.json', '/..%2f..%2fetc/passwd', '/assets/..%2f..%2fpackage.json', '/%00', '/.env'])(
    'gives away no other file: %s',
    async (url) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      const { error } = errorSchema.parse(answer.json());
      expect(error.code === 'refused').toBe(answer.statusCode === 403);
    },
  );

  it('may be linked to from another site', async () => {
    const headers = { accept: 'text/html', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await app.inject({ url: '/', headers })).statusCode).toBe(200);
    expect((await app.inject({ url: '/paper/p-walks', headers })).statusCode).toBe(200);
  });

  it('may be missing', async () => {
    const bare = await appOn(store, {}, { webRoot: join(webRoot, 'nowhere') });
    const answer = await bare.inject({ url: '/', headers: { accept: 'text/html' } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'notFound']);
    await bare.close();
  });
});
