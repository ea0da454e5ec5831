import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RemovalEffect, Sources, Upload } from '../../graph/contract.ts';
import { buildApp } from '../../graph/server/app.ts';
import { parseConfig } from '../../graph/server/config.ts';
import { type Listening, serve } from '../../graph/server/serve.ts';
import { openWriter } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';
import { createDesk } from '../../ingest/cli/desk.ts';
import { createDataClient, type Failure } from './data-client.ts';
import { SAMPLE } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-data-in-'));
const uploads = join(folder, 'uploads');
const PART = 16_384;
const LARGEST = 300_000;

let store: SharedStore;
let server: Listening;
const logged: string[] = [];

/** A process that is no more. */
const deadProcess = (): string =>
  execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
const leftBehind = join(uploads, `${deadProcess()}-00ff`);

beforeAll(async () => {
  const location = { kind: 'embedded', folder } as const;
  const writer = await openWriter(location);
  await writer.prepare();
  await writer.close();
  mkdirSync(leftBehind, { recursive: true });
  store = await openShared(location);
  const config = parseConfig(
    {},
    {
      port: 0,
      freshMs: 3_600_000,
      writesPerMinute: 1000,
      uploadPartBytes: PART,
      uploadBytes: LARGEST,
      uploadFiles: 5,
      eventMs: 20,
      closeMs: 500,
      eventStreams: 2,
      eventBeatMs: 100,
      uploadUnpackedBytes: 1_000_000,
      logLevel: 'error',
    },
  );
  const app = await buildApp({
    store: store.reader,
    config,
    desk: createDesk(store, folder),
    log: { write: (line) => void logged.push(line) },
  });
  server = await serve(app, config);
});
afterAll(async () => {
  await server?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const { send, get, upload, ended, add, papers, events } = createDataClient(() => server.url);

const sample = readFileSync(SAMPLE, 'utf8').trimEnd().split('\n');
const part = (from: number, to: number) => `${sample.slice(from, to).join('\n')}\n`;

it('takes files in, tells how far it is, and what came of it', async () => {
  await vi.waitFor(() => expect(existsSync(leftBehind)).toBe(false));
  const file = await upload('../../etc/my\u202e\u2028papers#1.jsonl', Buffer.from(part(0, 40)));
  expect(file.name).toBe('my__papers_1.jsonl');
  const following = events(AbortSignal.timeout(60_000));
  await send('POST', '/api/ingest', { what: 'add', uploads: [file.id] });
  const { headers, jobs, text } = await following;
  expect(headers.get('content-type')).toContain('text/event-stream');
  expect(headers.get('content-encoding')).toBeNull();
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).toMatch(/^id: \d+$/m);
  expect(jobs[0]!.state).toBe('idle');
  expect(new Set(jobs.map(({ part }) => part))).toEqual(new Set([null, 'papers', 'map']));
  const last = jobs.at(-1)!;
  expect(last).toMatchObject({ number: 1, state: 'done', what: 'add', names: ['my__papers_1.jsonl'] });
  expect(last.report).toMatchObject({ entries: 40, papers: 40, rejected: [] });
  expect(await papers()).toBe(40);
  expect((await get<{ themes: unknown[] }>('/api/themes')).themes.length).toBeGreaterThan(0);
  // Nothing of it is left but what is kept for taking it back.
  expect(readdirSync(uploads).flatMap((name) => readdirSync(join(uploads, name)))).toEqual([]);
});

it('names what it can’t read by file and line, and joins what it knows', async () => {
  const mixed = `${part(35, 50)}{"title": \n`;
  const job = await add(['more.jsonl', mixed]);
  expect(job.state).toBe('done');
  expect(job.report).toMatchObject({ entries: 16, duplicates: 5, papers: 50 });
  expect(job.report!.rejected).toMatchObject([{ file: 'more.jsonl', line: 16, entry: 16 }]);
  const { sources } = await get<Sources>('/api/sources');
  expect(sources.map(({ name, papers, alone }) => [name, papers, alone])).toEqual([
    ['more.jsonl', 15, 10],
    ['my__papers_1.jsonl', 40, 35],
  ]);
  expect(Date.parse(sources[0]!.at!)).toBeGreaterThan(Date.parse(sources[1]!.at!) - 1);
});

it('removes a source, having said what goes, and puts it back', async () => {
  const effect = await get<RemovalEffect>('/api/sources/effect?source=more.jsonl');
  expect(effect).toMatchObject({ goes: 10, stays: 5 });
  const asked = await send<{ rows: unknown[] }>('POST', '/api/cypher', {
    statement: effect.cypher.text,
    parameters: effect.cypher.parameters,
  });
  expect(asked[1].rows).toHaveLength(15);
  expect(await send('GET', '/api/sources/effect?source=nothing')).toMatchObject([404, {}]);
  await send('POST', '/api/ingest', { what: 'remove', source: 'more.jsonl' });
  const job = await ended();
  expect(job).toMatchObject({ state: 'done', what: 'remove', report: { papers: 40 } });
  expect(await papers()).toBe(40);
  expect((await get<Sources>('/api/sources')).changes[0]).toMatchObject({
    id: job.change,
    what: 'remove',
    names: ['more.jsonl'],
    papers: 15,
  });
  await send('POST', '/api/ingest', { what: 'takeBack', change: job.change });
  expect(await ended()).toMatchObject({ state: 'done', report: { papers: 50 } });
  expect(await papers()).toBe(50);
});

it('does one thing at a time, and stops when asked', async () => {
  const file = await upload('rest.jsonl', Buffer.from(part(50, 138)));
  await send('POST', '/api/ingest', { what: 'add', uploads: [file.id] });
  for (const [path, body] of [
    ['/api/ingest', { what: 'remove', source: 'more.jsonl' }],
    ['/api/analysis', {}],
  ] as const) {
    const [status, { error }] = await send<Failure>('POST', path, body);
    expect([status, error.code, error.message]).toEqual([
      409,
      'refused',
      expect.stringContaining('Papers are being'),
    ]);
  }
  const [status, { error }] = await send<Failure>('DELETE', `/api/uploads/${file.id}`);
  expect([status, error.code]).toEqual([409, 'refused']);
  await send('DELETE', '/api/ingest');
  const job = await ended();
  expect(job).toMatchObject({ state: 'cancelled', message: 'No paper was changed.' });
  expect(await papers()).toBe(50);
  expect((await send('POST', '/api/ingest', { what: 'add', uploads: [file.id] }))[0], 'let go of').toBe(404);
  const again = await add(['rest.jsonl', part(50, 138)]);
  expect(again).toMatchObject({ state: 'done', names: ['rest.jsonl'], report: { papers: 138 } });
});

it('keeps another file of the same name apart, and the same file what it is', async () => {
  const same = await add(['more.jsonl', `${part(35, 50)}{"title": \n`]);
  expect(same).toMatchObject({ names: ['more.jsonl'], change: null });
  const two = await add(['more.jsonl', part(0, 2)], ['more.jsonl', part(0, 3)]);
  expect(two.names).toEqual(['more (2).jsonl', 'more (3).jsonl']);
  const { sources } = await get<Sources>('/api/sources');
  expect(new Map(sources.map(({ name, entries }) => [name, entries]))).toEqual(
    new Map([
      ['my__papers_1.jsonl', 40],
      ['more.jsonl', 15],
      ['more (2).jsonl', 2],
      ['more (3).jsonl', 3],
      ['rest.jsonl', 88],
    ]),
  );
});

it('answers at once for what there isn’t, and gives all anew after a change that left no word of itself', async () => {
  for (const order of [
    { what: 'remove', source: 'no\u2028where' },
    { what: 'takeBack', change: '00000000-ffff' },
  ])
    expect((await send('POST', '/api/ingest', order))[0], order.what).toBe(404);
  const changes = [{ action: 'stop', concept: 'nothing' }];
  expect((await send('POST', '/api/decisions', { changes }))[0]).toBe(404);
  expect((await send('DELETE', '/api/decisions/nothing'))[0]).toBe(404);
  const tag = async () => (await fetch(new URL('/api/themes', server.url))).headers.get('etag');
  const before = await tag();
  expect(await tag()).toBe(before);
  expect((await add(['rest.jsonl', part(50, 138)])).change).toBeNull();
  expect(await tag()).not.toBe(before);
});

it.each<[string, Uint8Array | string, RegExp]>([
  ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'), /picture\.png/],
  ['bomb.jsonl.gz', gzipSync(Buffer.alloc(30_000_000, 'a')), /bomb\.jsonl\.gz.*(unpack|larger)/],
  [
    'broken.jsonl',
    '{"year": 2000}\n{"year": 2001}\n',
    /2 of 2 entries were rejected.*First: broken\.jsonl, line 1/,
  ],
])('says what is wrong with %s, and nothing of where it lies', async (name, content, message) => {
  const job = await add([name, content]);
  expect(job.state).toBe('failed');
  expect(job.message).toMatch(message);
  expect(job.message).not.toMatch(/lacuna-data-in|uploads\/|--/);
  expect(job.tooManyRejected).toBe(name === 'broken.jsonl');
});

it('takes no more than there is room for, and no part but the next', async () => {
  const refused = async (path: string, body: unknown, method = 'POST') => {
    const [status, { error }] = await send<Failure>(method, path, body);
    return [status, error.code, error.details.limit ?? error.message];
  };
  expect(await refused('/api/uploads', { name: 'a.bib', bytes: LARGEST + 1 })).toEqual([
    413,
    'limit',
    'uploadBytes',
  ]);
  expect(await refused('/api/uploads', { name: 'a.bib', bytes: 0 })).toEqual([
    400,
    'input',
    'a.bib is empty.',
  ]);
  expect(await refused('/api/uploads', { name: '..\\ .. ', bytes: 1 })).toEqual([
    400,
    'input',
    'This file has no name that can be kept.',
  ]);
  const long = await send<Upload>('POST', '/api/uploads', {
    name: `${'é'.repeat(3000)}.jsonl.gz`,
    bytes: 10,
  });
  expect([...long[1].name]).toHaveLength(120);
  expect(long[1].name.endsWith('é.jsonl.gz')).toBe(true);
  const { id } = long[1];
  const path = `/api/uploads/${id}`;
  expect(await refused(`${path}?offset=5`, Buffer.from('hello'), 'PUT')).toEqual([
    400,
    'input',
    'This is not the next part of the file.',
  ]);
  expect(await refused(`${path}?offset=0`, Buffer.alloc(11), 'PUT')).toMatchObject([
    400,
    'input',
    expect.stringContaining('longer'),
  ]);
  expect(await refused(`${path}?offset=0`, Buffer.alloc(PART + 1), 'PUT')).toMatchObject([
    413,
    'limit',
    'bodyBytes',
  ]);
  expect(await refused(`${path}?offset=0`, { a: 1 }, 'PUT')).toMatchObject([
    400,
    'input',
    expect.stringContaining('octet-stream'),
  ]);
  expect(await refused('/api/ingest', { what: 'add', uploads: [id] })).toMatchObject([
    400,
    'input',
    expect.stringContaining('not arrived whole'),
  ]);
  for (let i = 0; i < 4; i++) await send('POST', '/api/uploads', { name: 'b.bib', bytes: 10 });
  expect(await refused('/api/uploads', { name: 'c.bib', bytes: 1 })).toEqual([413, 'limit', 'uploadFiles']);
  for (const order of [
    {},
    { what: 'add', uploads: [] },
    { what: 'add', uploads: ['../../x'] },
    { what: 'takeBack', change: '..' },
  ])
    expect((await send('POST', '/api/ingest', order))[0], JSON.stringify(order)).toBe(400);
  expect((await send('POST', '/api/ingest', { what: 'add', uploads: ['0123456789abcdef'] }))[0]).toBe(404);
});

it('lets so many follow, and lets go of them when it closes', async () => {
  const stop = new AbortController();
  const first = await fetch(new URL('/api/ingest/events', server.url));
  const second = await fetch(new URL('/api/ingest/events', server.url), { signal: stop.signal });
  expect((await fetch(new URL('/api/ingest/events', server.url))).status).toBe(429);
  stop.abort();
  await expect(second.text()).rejects.toThrow();
  await vi.waitFor(async () => {
    const third = await fetch(new URL('/api/ingest/events', server.url));
    await third.body!.cancel();
    expect(third.status).toBe(200);
  });
  const text = first.text();
  await new Promise((resolve) => setTimeout(resolve, 250));
  await server.close();
  expect(await text).toContain(': still here');
  expect(readdirSync(uploads)).toEqual([]);
  expect(logged.join('')).not.toContain('ERR_');
});
