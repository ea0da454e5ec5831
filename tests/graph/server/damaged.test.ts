import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  backtestSchema,
  gapReportSchema,
  gapSchema,
  gapsSchema,
  themeSchema,
  themesSchema,
} from '../../../graph/contract.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { ask } from './asking.ts';
import { appOn, seed } from './fixture.ts';

const TEXTS: readonly [name: string, json: string | null][] = [
  ['no JSON', '{"between": ['],
  ['empty', ''],
  ['of another shape', '{"cuts": 1, "rows": ["c-walks"], "columns": [], "observed": [], "expected": [[]]}'],
  ['of another kind', '[1, 2]'],
  ['polluting', '{"__proto__": {"considered": 1}}'],
];

describe.each(TEXTS)('findings that are %s', (_name, json) => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-damaged-'));
  const logged: string[] = [];
  let store: StoreWriter;
  let app: FastifyInstance;

  beforeAll(async () => {
    store = await openWriter({ kind: 'embedded', folder });
    await seed(store);
    await store.write([
      { text: 'MATCH (f:Finding) SET f.json = $json', parameters: { json } },
      { text: 'MATCH (g:Gap) SET g.evidence = $json', parameters: { json } },
    ]);
    app = await appOn(store, {}, { log: { write: (line: string) => void logged.push(line) } });
  });
  afterAll(async () => {
    await app.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are answered as if they were not there, and logged', async () => {
    expect(await ask(app, '/api/themes', themesSchema)).toMatchObject({
      agreement: [],
      leftOut: null,
      changes: [],
      medians: null,
      modularity: 0.42,
    });
    const theme = await ask(app, '/api/themes/t-graphs', themeSchema);
    expect(theme).toMatchObject({ keyPapers: [], links: [{ theme: { id: 't-language' } }] });
    const { lists } = await ask(app, '/api/gaps', gapsSchema);
    expect(lists.map(({ kind, considered, gaps }) => [kind, considered, gaps.length])).toEqual([
      ['themePair', 1, 1],
      ['conceptPair', 2, 2],
    ]);
    expect(await ask(app, '/api/gaps/g-themes', gapSchema)).toMatchObject({
      title: 'Graph learning and Language',
      score: 1.25,
      between: [],
      measures: {},
      evidenceFor: [],
    });
    const report = await ask(app, '/api/gaps/g-themes/report', gapReportSchema);
    expect([report.markdown === '', report.bibtex]).toEqual([false, '']);
    const track = await ask(app, '/api/backtest', backtestSchema);
    expect(track.record).toBeNull();
    expect(track.refused).toBe('No back-test was run on these papers yet.');
    expect(track.methods).toHaveLength(7);
    const matrix = await app.inject('/api/matrix');
    expect([matrix.statusCode, matrix.json().error.code]).toEqual([404, 'notFound']);
    for (const node of ['Finding themes', 'Finding backtest', 'Finding dossier:t-graphs', 'Gap g-themes']) {
      expect(logged.join()).toContain(node);
    }
  });
});

it('a graph without any of them is answered all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-bare-'));
  const store = await openWriter({ kind: 'embedded', folder });
  await seed(store);
  await store.write(
    ['Finding', 'Gap', 'Judgement'].map((label) => ({
      text: `MATCH (n:${label}) DETACH DELETE n`,
      parameters: {},
    })),
  );
  const app = await appOn(store);
  expect(await ask(app, '/api/gaps', gapsSchema)).toEqual({ lists: [], editable: false });
  expect((await ask(app, '/api/themes', themesSchema)).agreement).toEqual([]);
  expect((await ask(app, '/api/backtest', backtestSchema)).record).toBeNull();
  expect((await app.inject('/api/matrix')).statusCode).toBe(404);
  expect((await app.inject('/api/gaps/g-themes')).statusCode).toBe(404);
  await app.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
