import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnalysisJob,
  analysisJobSchema,
  errorSchema,
  gapSchema,
  gapsSchema,
  graphViewSchema,
  searchResultSchema,
  themeSchema,
  themesSchema,
} from '../../../graph/contract.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { ask } from './asking.ts';
import { appOn, seed } from './fixture.ts';
import { ENDLESS_SEED, ownDesk, STEPS, UNLUCKY_SEED } from './own-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-writing-'));
let store: StoreWriter;
let app: FastifyInstance;
const logged: string[] = [];

beforeAll(async () => {
  store = await openWriter({ kind: 'embedded', folder });
  await seed(store);
  const log = { write: (line: string) => void logged.push(line) };
  // Nobody asks the store by themselves within the test, so that freshness is what writing brings.
  app = await appOn(store, { freshMs: 3_600_000, writesPerMinute: 1000 }, { desk: ownDesk(store), log });
});
afterAll(async () => {
  await app.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

type Method = 'PUT' | 'POST' | 'DELETE';
const send = (method: Method, url: string, payload?: object, headers: Record<string, string> = {}) =>
  app.inject({ method, url, headers, ...(payload && { payload }) });

async function refusal(answer: Promise<{ statusCode: number; body: string }>) {
  const { statusCode, body } = await answer;
  return { statusCode, ...errorSchema.parse(JSON.parse(body)).error };
}

describe('judging a gap', () => {
  const verdictOf = async (id: string) => {
    const { verdict, note } = await ask(app, `/api/gaps/${id}`, gapSchema);
    return [verdict, note];
  };

  it('shows at once, in the list too, whatever the browser has', async () => {
    const saved = await send('PUT', '/api/gaps/g-themes/judgement', { verdict: 'dismissed', note: 'Known.' });
    expect([saved.statusCode, saved.json()]).toEqual([200, { saved: true }]);
    expect(await verdictOf('g-themes')).toEqual(['dismissed', 'Known.']);
    const { lists, editable } = await ask(app, '/api/gaps', gapsSchema);
    expect(editable).toBe(true);
    expect(lists[0]?.gaps[0]).toMatchObject({ verdict: 'dismissed', note: 'Known.' });
    for (const url of ['/api/gaps', '/api/gaps/g-themes']) {
      const again = await app.inject({ url, headers: { 'if-none-match': '*' } });
      expect([again.statusCode, again.headers['cache-control']]).toEqual([200, 'no-store']);
    }
  });

  it('is taken back by no verdict', async () => {
    expect((await send('PUT', '/api/gaps/g-first/judgement', { verdict: null })).statusCode).toBe(200);
    expect(await verdictOf('g-first')).toEqual([null, '']);
  });

  it('keeps a note as it was written, whatever is in it', async () => {
    const note = `"; MATCH (n) DETACH DELETE n // ' \` \${1} <script>\n\t 🕳️`;
    expect((await send('PUT', '/api/gaps/g-first/judgement', { verdict: 'kept', note })).statusCode).toBe(
      200,
    );
    expect(await verdictOf('g-first')).toEqual(['kept', note]);
    expect((await ask(app, '/api/themes', themesSchema)).themes).toHaveLength(3);
  });

  it.each([
    [{ verdict: 'maybe' }, 'verdict must be one of kept, dismissed or null.'],
    [{ note: 'x' }, 'verdict is missing.'],
    [{ verdict: 'kept', note: 'x'.repeat(4001) }, 'note must be a single text of at most 4000 characters.'],
    [{ verdict: 'kept', note: 7 }, 'note must be a single text of at most 4000 characters.'],
    [{ verdict: 'kept', note: '\u0000' }, 'note must have no control characters or direction marks.'],
    [[], 'The body must be an object with named fields.'],
  ])('with %j is refused in words', async (payload, message) => {
    expect(await refusal(send('PUT', '/api/gaps/g-themes/judgement', payload))).toMatchObject({
      statusCode: 400,
      code: 'input',
      message,
    });
  });

  it.each(['nobody', '%27%20OR%201=1%20//', 't-graphs', 'p-walks'])('of %s finds no such gap', async (id) => {
    expect(await refusal(send('PUT', `/api/gaps/${id}/judgement`, { verdict: 'kept' }))).toMatchObject({
      statusCode: 404,
      code: 'notFound',
    });
    expect((await app.inject(`/api/gaps/${id}`)).statusCode).toBe(404);
  });
});

describe('naming a theme', () => {
  const tagOf = async (url: string) => String((await app.inject(url)).headers.etag);

  it('shows at once on the map, in search and in its panel, and changes the tag', async () => {
    const before = await tagOf('/api/themes');
    const saved = await send('PUT', '/api/themes/t-graphs/label', { label: '  Zebra networks ' });
    expect(saved.json()).toEqual({ saved: true });
    const theme = await ask(app, '/api/themes/t-graphs', themeSchema);
    expect([theme.label, theme.ownLabel]).toEqual(['Zebra networks', 'node embedding, random walks']);
    const view = await ask(app, '/api/graph', graphViewSchema);
    expect(view.themes[0]?.label).toBe('Zebra networks');
    const hits = (q: string) => ask(app, `/api/search?q=${encodeURIComponent(q)}`, searchResultSchema);
    expect((await hits('zebra')).hits.map(({ id }) => id)).toEqual(['t-graphs']);
    expect((await hits('graph learning')).hits.map(({ id }) => id)).not.toContain('t-graphs');
    expect((await hits('node embedding')).hits[0]?.id).toBe('c-embedding');
    const after = await tagOf('/api/themes');
    expect(after).not.toBe(before);
    expect(await tagOf('/api/themes')).toBe(after);
  });

  it('is undone by null', async () => {
    expect((await send('PUT', '/api/themes/t-graphs/label', { label: null })).statusCode).toBe(200);
    const { themes, editable } = await ask(app, '/api/themes', themesSchema);
    expect([themes[0]?.label, editable]).toEqual(['node embedding, random walks', true]);
  });

  it.each([
    [{}, 'Write a name first.'],
    [{ label: ' \t ' }, 'Write a name first.'],
    [{ label: 'x'.repeat(121) }, 'label must be a single text of at most 120 characters or null.'],
    [{ label: 'a\u202eb' }, 'label must have no control characters or direction marks.'],
    [{ label: ['x'] }, 'label must be a single text of at most 120 characters or null.'],
  ])('with %j is refused in words', async (payload, message) => {
    expect(await refusal(send('PUT', '/api/themes/t-graphs/label', payload))).toMatchObject({
      statusCode: 400,
      message,
    });
  });

  it('that there isn’t finds none', async () => {
    expect(await refusal(send('PUT', '/api/themes/c-walks/label', { label: 'x' }))).toMatchObject({
      statusCode: 404,
      code: 'notFound',
    });
  });
});

describe('analysing again', () => {
  const job = (): Promise<AnalysisJob> => ask(app, '/api/analysis', analysisJobSchema);
  async function jobOnce(met: (job: AnalysisJob) => boolean): Promise<AnalysisJob> {
    for (;;) {
      const now = await job();
      if (met(now)) return now;
      await setTimeout(2);
    }
  }
  const ended = () => jobOnce(({ state }) => state !== 'running');

  it('is idle at first, and may be cancelled for nothing', async () => {
    const idle = {
      state: 'idle',
      stage: null,
      done: 0,
      total: 0,
      secondsLeft: null,
      seconds: 0,
      message: null,
    };
    expect(await job()).toEqual(idle);
    expect((await send('DELETE', '/api/analysis')).json()).toEqual(idle);
  });

  it('runs, and what it made shows as soon as it is done', async () => {
    const started = await send('POST', '/api/analysis', { algorithm: 'leiden', resolution: 1.5, seed: 21 });
    expect([started.statusCode, started.json().state]).toEqual([200, 'running']);
    expect(await ended()).toMatchObject({ state: 'done', stage: null, message: null });
    const { seed: shown, resolution } = await ask(app, '/api/themes', themesSchema);
    expect([shown, resolution]).toEqual([21, 1.5]);
  });

  it('tells where it is, is one at a time, and stops when told to', async () => {
    expect((await send('POST', '/api/analysis', { seed: ENDLESS_SEED })).statusCode).toBe(200);
    const running = await jobOnce(({ done }) => done === 3);
    expect(running).toMatchObject({ state: 'running', stage: 'themes', total: STEPS });
    expect(running.secondsLeft).toBeGreaterThanOrEqual(0);
    expect(await refusal(send('POST', '/api/analysis', {}))).toMatchObject({
      statusCode: 409,
      code: 'refused',
      message: 'An analysis is running: wait until it ends, or cancel it.',
      details: { job: 'running' },
    });
    expect((await send('DELETE', '/api/analysis')).statusCode).toBe(200);
    expect(await ended()).toMatchObject({ state: 'cancelled', message: null });
    expect((await ask(app, '/api/themes', themesSchema)).seed).toBe(21);
    expect((await send('POST', '/api/analysis', { seed: 22 })).statusCode).toBe(200);
    expect((await ended()).state).toBe('done');
  });

  it('that fails says so, and withholds what is ours', async () => {
    logged.length = 0;
    await send('POST', '/api/analysis', { seed: UNLUCKY_SEED });
    const failed = await ended();
    expect(failed.state).toBe('failed');
    expect(failed.message).toBe('Something went wrong on the server; its log tells more.');
    expect(logged.join()).toContain('secret of /home/somebody');
  });

  it.each([
    [{ algorithm: 'magic' }, 'algorithm must be one of louvain, leiden.'],
    [{ resolution: 0 }, 'resolution must be a number from 0.1 to 10.'],
    [{ resolution: '1' }, 'resolution must be a number from 0.1 to 10.'],
    [{ seed: 1.5 }, 'seed must be a whole number from -2147483647 to 2147483647.'],
  ])('with %j is refused in words', async (payload, message) => {
    expect(await refusal(send('POST', '/api/analysis', payload))).toMatchObject({ statusCode: 400, message });
  });

  it('is stopped when the server closes', async () => {
    const other = await appOn(store, {}, { desk: ownDesk(store) });
    await other.inject({ method: 'POST', url: '/api/analysis', payload: { seed: ENDLESS_SEED } });
    await other.close();
    await store.read({ text: 'RETURN 1 AS one', parameters: {} });
  });
});

const WRITES: readonly [Method, string, object | undefined][] = [
  ['PUT', '/api/gaps/g-themes/judgement', { verdict: 'kept' }],
  ['PUT', '/api/themes/t-graphs/label', { label: 'Mine' }],
  ['POST', '/api/analysis', {}],
  ['DELETE', '/api/analysis', undefined],
];

describe.each(WRITES)('%s %s', (method, url, payload) => {
  it('is refused to other sites', async () => {
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { host: 'evil.example' },
    ]) {
      expect(await refusal(send(method, url, payload, headers))).toMatchObject({
        statusCode: 403,
        code: 'refused',
      });
    }
  });

  it('is refused by a server without a desk, which says so', async () => {
    const reading = await appOn(store);
    const answer = reading.inject({ method, url, ...(payload && { payload }) });
    expect(await refusal(answer)).toMatchObject({
      statusCode: 403,
      code: 'refused',
      message: expect.stringContaining('only reads'),
    });
    expect((await ask(reading, '/api/gaps', gapsSchema)).editable).toBe(false);
    expect((await ask(reading, '/api/analysis', analysisJobSchema)).state).toBe('idle');
    await reading.close();
  });

  it('has a limit of its own', async () => {
    const busy = await appOn(store, { writesPerMinute: 1 });
    const write = () => busy.inject({ method, url, ...(payload && { payload }) });
    await write();
    expect(await refusal(write())).toMatchObject({
      statusCode: 429,
      code: 'limit',
      details: { limit: 'writesPerMinute' },
    });
    expect((await busy.inject('/api/themes')).statusCode).toBe(200);
    await busy.close();
  });
});

it.each(WRITES.filter(([, , payload]) => payload))(
  '%s %s takes nothing but JSON of a fair size',
  async (method, url, payload) => {
    const write = (body: string, type: string) =>
      app.inject({ method, url, payload: body, headers: { 'content-type': type } });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect(await refusal(write(JSON.stringify(payload), type))).toMatchObject({ statusCode: 415 });
    }
    for (const bad of ['{"label": ', '', '{"__proto__": {"verdict": "kept"}}']) {
      expect(await refusal(write(bad, 'application/json'))).toMatchObject({ statusCode: 400, code: 'input' });
    }
    const huge = JSON.stringify({ ...payload, note: 'x'.repeat(300_000) });
    expect(await refusal(write(huge, 'application/json'))).toMatchObject({
      statusCode: 413,
      details: { limit: 'bodyBytes' },
    });
  },
);
