import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyse } from '../../graph/analyse.ts';
import {
  type ConceptChange,
  type DecisionJob,
  decisionJobSchema,
  decisionsSchema,
  errorSchema,
  previewSchema,
  suggestionsSchema,
  termsSchema,
  thesaurusPreviewSchema,
  thesaurusSchema,
} from '../../graph/contract.ts';
import { buildApp } from '../../graph/server/app.ts';
import { parseConfig } from '../../graph/server/config.ts';
import { openWriter } from '../../graph/store/open.ts';
import { openShared } from '../../graph/store/open-shared.ts';
import type { SharedStore } from '../../graph/store/shared-store.ts';
import { createDesk } from '../../ingest/cli/desk.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { ask, rowsBehind } from '../graph/server/asking.ts';
import { asLines, TERM_PAPERS } from './terms-papers.ts';

let folder: string;
let store: SharedStore;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-terms-'));
  const file = join(folder, 'papers.jsonl');
  await writeFile(file, asLines(TERM_PAPERS));
  const location = { kind: 'embedded', folder: join(folder, 'store') } as const;
  const writer = await openWriter(location);
  await ingest({
    files: [file],
    store: writer,
    cacheFolder: join(folder, 'cache'),
    settings: { threads: 1 },
  });
  await analyse(writer);
  await writer.close();
  store = await openShared(location);
  const config = parseConfig({}, { logLevel: 'silent', writesPerMinute: 1000 });
  app = await buildApp({ store: store.reader, config, desk: createDesk(store, folder) });
});
afterAll(async () => {
  await app.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const terms = (query = '') => ask(app, `/api/terms${query}`, termsSchema);
const decisions = () => ask(app, '/api/decisions', decisionsSchema);
const suggestions = () => ask(app, '/api/terms/suggestions', suggestionsSchema);

async function termNamed(name: string) {
  const { terms: found } = await terms('?limit=500');
  const term = found.find((one) => one.name === name);
  expect(term, name).toBeDefined();
  return term!;
}

async function send(method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const answer = await app.inject({ method, url, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() as unknown };
}

/** Waits until the change has ended. */
async function changed(
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
): Promise<DecisionJob> {
  const { status, body } = await send(method, url, payload);
  expect(status, JSON.stringify(body)).toBe(200);
  const { number } = decisionJobSchema.parse(body);
  return expect
    .poll(() => ask(app, '/api/decisions/job', decisionJobSchema), { timeout: 20_000 })
    .toMatchObject({ number, state: 'done' })
    .then(() => ask(app, '/api/decisions/job', decisionJobSchema));
}
const decide = (...changes: ConceptChange[]) => changed('POST', '/api/decisions', { changes });

async function preview(...changes: ConceptChange[]) {
  const { body } = await send('POST', '/api/decisions/preview', { changes });
  return previewSchema.parse(body);
}

it('lists, filters and sorts terms, page by page, with their forms and why they are that', async () => {
  const all = await terms('?limit=500');
  expect(all).toMatchObject({ total: all.terms.length, all: all.terms.length, editable: true });
  const counts = all.terms.map(({ paperCount }) => paperCount);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  const page = await terms('?offset=1&limit=2');
  expect(page.terms.map(({ id }) => id)).toEqual(all.terms.slice(1, 3).map(({ id }) => id));
  const names = (await terms('?sort=name&order=desc&limit=500')).terms.map(({ name }) => name.toLowerCase());
  expect(names).toEqual(names.toSorted().reverse());
  const [autoencoder] = (await terms('?q=SAEs')).terms;
  expect(autoencoder).toMatchObject({ name: 'sparse autoencoder', decisions: [] });
  expect(autoencoder!.aliases).toContainEqual({ form: 'SAE', reason: 'abbreviation' });
  const { terms: datasets } = await terms('?kind=Dataset&minPapers=2');
  expect(datasets.map(({ name }) => name)).toEqual(['ImageNet']);
  expect(await rowsBehind(app, all.cypher)).not.toHaveLength(0);
});

it('suggests what may be the same until somebody says that it is not', async () => {
  const { suggestions: found, cypher } = await suggestions();
  const [pair] = found.filter(({ because }) => because.includes('object detect'));
  expect(pair).toMatchObject({ reason: 'ending', into: { paperCount: 2 }, other: { paperCount: 2 } });
  expect((await terms('?alike=yes')).terms.map(({ name }) => name)).toContain(pair!.other.name);
  expect(await rowsBehind(app, cypher)).not.toHaveLength(0);
  const dismissal = { one: pair!.other.id, other: pair!.into.id };
  await send('PUT', '/api/terms/suggestions', { ...dismissal, dismissed: true });
  const after = await suggestions();
  expect([after.suggestions.length, after.dismissed]).toEqual([found.length - 1, 1]);
  await send('PUT', '/api/terms/suggestions', { ...dismissal, dismissed: false });
  expect((await suggestions()).suggestions).toEqual(found);
  expect(
    (await send('PUT', '/api/terms/suggestions', { one: 'a', other: 'b', dismissed: true })).status,
  ).toBe(404);
});

it('merges as it said it would, and undoes it', async () => {
  const [recognition, detection] = [
    await termNamed('object recognition'),
    await termNamed('object detection'),
  ];
  const change: ConceptChange = { action: 'merge', concepts: [recognition.id], into: detection.id };
  const { effects, cypher } = await preview(change);
  expect(effects).toMatchObject([
    { papers: 1, mentions: 3, before: [{ id: detection.id }, { id: recognition.id }] },
  ]);
  expect(effects[0]!.examples[0]!.sentence).toMatch(/object recognition/i);
  expect(await rowsBehind(app, cypher)).not.toHaveLength(0);
  const before = await terms('?limit=500');
  const job = await decide(change);
  expect(job).toMatchObject({ added: 1, removed: 0 });
  const merged = await termNamed('object detection');
  const [after] = effects[0]!.after;
  expect({ name: merged.name, kind: merged.kind, papers: merged.paperCount }).toEqual({
    name: after!.name,
    kind: after!.kind,
    papers: after!.papers,
  });
  expect([merged.name, ...merged.aliases.map(({ form }) => form)].sort()).toEqual(after!.forms.toSorted());
  expect(merged.decisions).toEqual([job.id]);
  expect((await terms('?decided=yes')).terms.map(({ id }) => id)).toEqual([detection.id]);
  const listed = await decisions();
  expect(listed.decisions).toMatchObject([{ id: job.id, together: null, concept: { id: detection.id } }]);
  expect(listed.sinceThemes).toEqual({ decisions: 1, changed: true });
  await changed('DELETE', `/api/decisions/${job.id}`);
  expect(await terms('?limit=500')).toEqual(before);
  expect(before.sinceThemes).toEqual({ decisions: 0, changed: false });
});

it('says what a split and a stop leave, takes several changes as one, and refuses what can not be', async () => {
  const autoencoder = await termNamed('sparse autoencoder');
  const split: ConceptChange = { action: 'split', concept: autoencoder.id, forms: ['SAEs'] };
  const { effects } = await preview(split, { action: 'stop', concept: autoencoder.id });
  expect(effects[0]!.after).toMatchObject([
    { name: 'sparse autoencoder', papers: 1 },
    { name: 'SAEs', papers: 1, forms: ['SAEs'] },
  ]);
  expect(effects[1]).toMatchObject({ after: [], papers: 2 });
  const job = await decide(split, { action: 'rename', concept: autoencoder.id, name: 'dictionary model' });
  expect(job.added).toBe(2);
  expect(await termNamed('SAEs')).toMatchObject({ paperCount: 1 });
  expect((await decisions()).decisions.map(({ together }) => together)).toEqual([job.id, job.id]);
  const taken = await decisions();
  await changed('DELETE', `/api/decisions/${job.id}`);
  expect((await decisions()).decisions).toEqual([]);
  await changed('PUT', '/api/decisions', {
    decisions: taken.decisions.map(({ id, at, note, content }) => ({ id, at, note, content })),
  });
  expect((await decisions()).decisions).toEqual(taken.decisions);
  expect(await termNamed('dictionary model')).toMatchObject({ id: autoencoder.id });
  await changed('DELETE', `/api/decisions/${job.id}`);
  const { status, body } = await send('POST', '/api/decisions/preview', {
    changes: [{ action: 'stop', concept: 'nobody' }],
  });
  expect([status, errorSchema.parse(body).error.code]).toEqual([404, 'notFound']);
  const rename = { action: 'rename', concept: autoencoder.id, name: 'Object detection' };
  for (const changes of [
    [{ ...split, forms: ['SAEs', 'nothing of it'] }],
    [rename],
    [
      { ...rename, name: 'new' },
      { action: 'stop', concept: autoencoder.id },
    ],
  ]) {
    const refused = await send('POST', '/api/decisions/preview', { changes });
    expect([refused.status, errorSchema.parse(refused.body).error.code]).toEqual([400, 'input']);
  }
  expect((await send('POST', '/api/decisions', { changes: [rename] })).status).toBe(400);
  const detection = await termNamed('object detection');
  const merge = { action: 'merge', concepts: [detection.id], into: autoencoder.id };
  const both = await send('POST', '/api/decisions/preview', { changes: [merge, rename] });
  expect(both.status, 'its name is free then').toBe(200);
  expect((await send('POST', '/api/decisions', { changes: [] })).status).toBe(400);
  expect((await send('DELETE', '/api/decisions/nothing')).status).toBe(404);
});

it('takes a thesaurus in, tells its bad lines, undoes it as one, and gives its own out', async () => {
  const before = await terms('?limit=500');
  const own = await ask(app, '/api/thesaurus', thesaurusSchema);
  expect(own.text.split('\n')[0]).toBe('label\treplace by');
  expect(own.text).toContain('SAEs\tsparse autoencoder\n');
  const again = thesaurusPreviewSchema.parse(
    (await send('POST', '/api/thesaurus/preview', { text: own.text })).body,
  );
  expect(again).toMatchObject({ lines: own.lines, same: own.lines, decisions: { count: 0 } });
  expect((await send('POST', '/api/thesaurus', { text: own.text })).status).toBe(400);
  const text =
    '\ufefflabel\treplace by\r\nobject recognition\t"object detection"\r\nnowhere\tdrones\r\nreconstruction error\t\r\nno tab\r\n';
  const seen = thesaurusPreviewSchema.parse((await send('POST', '/api/thesaurus/preview', { text })).body);
  expect(seen).toMatchObject({
    lines: 3,
    unknown: { count: 1, first: ['nowhere'] },
    problems: { count: 1, first: [{ line: 5, text: 'no tab' }] },
    decisions: { count: 2, byAction: { merge: 1, stop: 1 } },
  });
  const job = await changed('POST', '/api/thesaurus', { text });
  const { text: after } = await ask(app, '/api/thesaurus', thesaurusSchema);
  expect(after).toContain('object recognition\tobject detection\n');
  expect(after).toContain('reconstruction error\t\n');
  await changed('DELETE', `/api/decisions/${job.id}`);
  expect(await terms('?limit=500')).toEqual(before);
});
