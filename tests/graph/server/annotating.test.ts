import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { annotationsSchema, errorSchema, graphViewSchema, themesSchema } from '../../../graph/contract.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { ask } from './asking.ts';
import { appOn, seed } from './fixture.ts';
import { ownDesk } from './own-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'lacuna-annotating-'));
let store: StoreWriter;
let app: FastifyInstance;

beforeAll(async () => {
  store = await openWriter({ kind: 'embedded', folder });
  await seed(store);
  const limits = { noteLength: 40, tags: 3, tagLength: 12, pins: 2 };
  app = await appOn(
    store,
    { freshMs: 3_600_000, writesPerMinute: 1000, ...limits },
    { desk: ownDesk(store) },
  );
});
afterAll(async () => {
  await app.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (url: string, payload: object) => app.inject({ method: 'PUT', url, payload });
const annotations = () => ask(app, '/api/annotations', annotationsSchema);
async function refusal(url: string, payload: object) {
  const { statusCode, body } = await put(url, payload);
  return { statusCode, ...errorSchema.parse(JSON.parse(body)).error };
}

it('keeps notes, tags and reading states, and lists them with what they are about', async () => {
  const saved = await put('/api/annotations/p-walks', {
    note: '"; <b>\n',
    tags: [' Cite ', 'cite', 'été'],
    reading: 'to read',
  });
  expect([saved.statusCode, saved.json()]).toEqual([200, { saved: true }]);
  await put('/api/annotations/c-walks', { note: 'hm', tags: ['Cite'] });
  await put('/api/annotations/t-graphs', { note: 'hm' });
  const answer = await annotations();
  expect(answer.editable).toBe(true);
  expect(answer.limits).toEqual({ noteLength: 40, tags: 3, tagLength: 12, pins: 2 });
  expect(answer.tags).toEqual([
    { tag: 'Cite', count: 2 },
    { tag: 'été', count: 1 },
  ]);
  const [concept, paper, theme] = answer.annotations;
  expect(paper).toMatchObject({
    node: { id: 'p-walks', kind: 'Paper' },
    paper: { year: 2014, venue: 'KDD' },
    note: '"; <b>\n',
    tags: ['Cite', 'été'],
    reading: 'to read',
    position: null,
  });
  expect(Date.now() - Date.parse(paper!.at!)).toBeLessThan(600_000);
  expect([concept?.node.id, concept?.paper, theme?.node.kind]).toEqual(['c-walks', null, 'Theme']);
  await put('/api/annotations/c-walks', { tags: [] });
  await put('/api/annotations/t-graphs', { note: '' });
  expect((await annotations()).annotations.map(({ node }) => node.id)).toEqual(['p-walks']);
});

it('counts what is kept of what is gone', async () => {
  await store.write([{ text: "CREATE (:Annotation {id: 'gone', note: 'x', tags: ['y']})", parameters: {} }]);
  const { without, tags } = await annotations();
  expect([without, tags.map(({ tag }) => tag)]).toEqual([1, ['Cite', 'été']]);
});

it('draws pinned nodes where they were put, at once and until they are let go, and reads nothing else anew', async () => {
  const places = async () => {
    const { nodes } = await ask(app, '/api/graph', graphViewSchema);
    return new Map(nodes.id.map((id, i) => [id, [nodes.x[i], nodes.y[i]]]));
  };
  const before = await places();
  const tag = (await app.inject('/api/graph')).headers.etag;
  const pins = [
    { id: 'c-walks', position: { x: 12.5, y: -3 } },
    { id: 'p-walks', position: { x: 0, y: 0 } },
  ];
  // What only a whole reading would find.
  await store.write([{ text: "MATCH (p:Paper {id: 'p-gcn'}) SET p.x = 9999", parameters: {} }]);
  expect((await put('/api/pins', { pins })).json()).toEqual({ saved: true });
  expect((await app.inject('/api/graph')).headers.etag).not.toBe(tag);
  const after = await places();
  expect([after.get('c-walks'), after.get('p-walks')]).toEqual([
    [12.5, -3],
    [0, 0],
  ]);
  expect(after.get('p-gcn')).toEqual(before.get('p-gcn'));
  expect((await ask(app, '/api/themes', themesSchema)).themes).toHaveLength(3);
  const pinned = (await annotations()).annotations.filter(({ position }) => position);
  expect(pinned.map(({ node, note }) => [node.id, note])).toEqual([
    ['c-walks', ''],
    ['p-walks', '"; <b>\n'],
  ]);
  await put('/api/pins', { pins: pins.map(({ id }) => ({ id, position: null })) });
  expect(await places()).toEqual(before);
});

it.each([
  ['/api/annotations/p-walks', { note: 'x'.repeat(41) }, 400],
  ['/api/annotations/p-walks', { note: 'a\u0000' }, 400],
  ['/api/annotations/p-walks', { note: 'a\u202e' }, 400],
  ['/api/annotations/p-walks', { tags: ['a', 'b', 'c', 'd'] }, 400],
  ['/api/annotations/p-walks', { tags: ['x'.repeat(13)] }, 400],
  ['/api/annotations/p-walks', { tags: ['a,b'] }, 400],
  ['/api/annotations/p-walks', { tags: ['a\nb'] }, 400],
  ['/api/annotations/p-walks', { tags: [''] }, 400],
  ['/api/annotations/p-walks', { reading: 'never' }, 400],
  ['/api/annotations/p-walks', { note: 'a\ud800' }, 400],
  ['/api/annotations/p-walks', { tags: ['\udc00'] }, 400],
  ['/api/annotations/p-walks', {}, 400],
  ['/api/annotations/p-walks', { notes: 'x' }, 400],
  ['/api/annotations/p-walks', { note: 'x', tag: [] }, 400],
  ['/api/annotations/nobody', { note: 'x' }, 404],
  ['/api/pins', { pins: [{ id: 'nobody', position: { x: 1, y: 1 } }] }, 404],
  [
    '/api/pins',
    {
      pins: [
        { id: 'p-gcn', position: { x: 1, y: 1 } },
        { id: 'nobody', position: null },
      ],
    },
    404,
  ],
  ['/api/pins', { pins: [{ id: 'p-gcn', position: { x: 1e9, y: 1 } }] }, 400],
  ['/api/pins', { pins: [{ id: 'p-gcn', position: { x: null, y: 1 } }] }, 400],
  ['/api/pins', { pins: Array.from({ length: 3 }, () => ({ id: 'p-gcn', position: null })) }, 400],
])('%s refuses %j with %i and changes nothing', async (url, payload, status) => {
  const before = await annotations();
  const { statusCode, code } = await refusal(url, payload);
  expect([statusCode, code]).toEqual([status, status === 404 ? 'notFound' : 'input']);
  expect(await annotations()).toEqual(before);
});

it('says what is wrong in words, and of what is too long in one way', async () => {
  const [note, tags] = ['/api/annotations/p-walks', '/api/annotations/p-gcn'];
  expect((await refusal(note, { notes: 'x' })).message).toBe(
    'The body has a field that is not known here: notes.',
  );
  expect((await refusal(note, {})).message).toBe('The body must have note, tags or reading.');
  for (const length of [41, 30_000]) {
    expect((await refusal(note, { note: 'x'.repeat(length) })).details).toEqual({
      in: 'body',
      field: 'note',
      limit: 'noteLength',
    });
    expect((await refusal(tags, { tags: ['x'.repeat(length)] })).details).toEqual({
      in: 'body',
      field: 'tags',
      limit: 'tagLength',
    });
  }
  const far = await refusal('/api/pins', { pins: [{ id: 'p-gcn', position: { x: 1, y: -1e9 } }] });
  expect(far.message).toBe('pins.0.position.y must be at least -1000000.');
});

it('is refused where the server only reads', async () => {
  const reading = await appOn(store);
  for (const [url, payload] of [
    ['/api/annotations/p-walks', { note: 'x' }],
    ['/api/pins', { pins: [{ id: 'p-gcn', position: null }] }],
  ] as const) {
    const answer = await reading.inject({ method: 'PUT', url, payload });
    expect([answer.statusCode, JSON.parse(answer.body).error.code]).toEqual([403, 'refused']);
  }
  expect((await ask(reading, '/api/annotations', annotationsSchema)).editable).toBe(false);
  await reading.close();
});

it('lists what somebody wrote into the graph by hand, however long and far off', async () => {
  const [tag, note] = ['t,'.repeat(100), '\u202e'.repeat(30_000)];
  const text =
    "MERGE (a:Annotation {id: 'p-walks'}) SET a.note = $note, a.tags = [$tag], a.x = 1.0e9, a.y = 0.0";
  await store.write([{ text, parameters: { note, tag } }]);
  const { annotations: all } = await annotations();
  expect(all.find(({ node }) => node.id === 'p-walks')).toMatchObject({
    note,
    tags: [tag],
    position: { x: 1e9, y: 0 },
  });
});
