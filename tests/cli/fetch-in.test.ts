import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FetchEstimate, Fetching, Sources } from '../../graph/contract.ts';
import { buildApp } from '../../graph/server/app.ts';
import { parseConfig } from '../../graph/server/config.ts';
import { type Listening, serve } from '../../graph/server/serve.ts';
import { openWriter } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';
import { createDesk } from '../../ingest/cli/desk.ts';
import { type SourceServer, startSources } from '../ingest/fetch/source-server.ts';
import { createDataClient, type Failure } from './data-client.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-fetch-in-'));
let sources: SourceServer;
let store: SharedStore;
let server: Listening;
const { send, get, ended } = createDataClient(() => server.url);

beforeAll(async () => {
  sources = await startSources(12);
  const location = { kind: 'embedded', folder } as const;
  const writer = await openWriter(location);
  await writer.prepare();
  await writer.close();
  store = await openShared(location);
  const environment = {
    LACUNA_FETCH_OPENALEX_URL: sources.url('openalex'),
    LACUNA_FETCH_OPENALEX_INTERVAL_MS: '0',
    LACUNA_FETCH_ATTEMPTS: '1',
  };
  const config = parseConfig({}, { port: 0, closeMs: 500, logLevel: 'silent' });
  const desk = createDesk(store, folder, environment);
  server = await serve(await buildApp({ store: store.reader, config, desk }), config);
});
afterAll(async () => {
  await server?.close();
  await store?.close();
  await sources?.close();
  rmSync(folder, { recursive: true, force: true });
});

const request = { source: 'openalex', text: 'gravity', max: 10, contact: 'somebody@example.org' };

it('says who would be asked, asks nobody by itself, and adds what they have', async () => {
  const { off, sources: named, hasContact } = await get<Fetching>('/api/fetch');
  expect([off, hasContact, named.length]).toEqual([null, false, 5]);
  expect(named[0]).toMatchObject({ name: 'openalex', host: new URL(sources.url('openalex')).host });
  const { contact: _, ...anonymous } = request;
  const [status, { error }] = await send<Failure>('POST', '/api/fetch/count', anonymous);
  expect([status, error.details.field]).toEqual([400, 'contact']);
  expect(sources.requests).toEqual([]);

  expect((await send<FetchEstimate>('POST', '/api/fetch/count', request))[1]).toMatchObject({
    total: 12,
    records: 10,
  });
  await send('POST', '/api/ingest', { what: 'fetch', ...request });
  const job = await ended();
  expect(job).toMatchObject({ state: 'done', what: 'fetch', names: ['gravity'], report: { papers: 10 } });
  expect((await get<Sources>('/api/sources')).sources).toMatchObject([
    { name: expect.stringMatching(/^openalex-gravity-\w+\.jsonl$/), papers: 10 },
  ]);
});

it('says what a source complains of, and nothing of where its file lies', async () => {
  sources.fault = (_, response) => {
    response.writeHead(500).end();
    return true;
  };
  await send('POST', '/api/ingest', { what: 'fetch', ...request, text: 'another' });
  const job = await ended();
  expect(job.state).toBe('failed');
  expect(job.message).toMatch(/^OpenAlex: /);
  expect(job.message).not.toContain(folder);
});

it.each([{ text: '' }, { source: 'nobody' }, { from: 3000 }, { text: 'a\nb' }])(
  'refuses %j',
  async (wrong) => {
    const before = sources.requests.length;
    for (const path of ['/api/fetch/count', '/api/ingest'])
      expect((await send('POST', path, { what: 'fetch', ...request, ...wrong }))[0]).toBe(400);
    expect(sources.requests).toHaveLength(before);
  },
);

it('asks nobody where that is switched off', async () => {
  const desk = createDesk(store, folder);
  expect(desk.fetching().off).toContain('LACUNA_FETCHING');
  await expect(
    desk.countPapers(
      { source: 'arxiv', text: 'x', from: null, to: null, withAbstract: true, max: 1, contact: null },
      AbortSignal.timeout(1000),
    ),
  ).rejects.toMatchObject({ code: 'refused' });
});
