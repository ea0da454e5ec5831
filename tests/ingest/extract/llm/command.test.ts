import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_EXTRACTOR } from '../../../../ingest/extract/extractor-module.ts';
import { type Answer, runHere } from '../../../cli/program.ts';
import { GOOD_ANSWER, PAPER, SECRET } from './documents.ts';
import { fail, type StubHandler, type StubServer, say, startStub } from './stub-server.ts';

const OTHER = {
  id: 'egret',
  title: 'Egrets',
  abstract: 'We count egrets by a Poisson regression on aerial images.',
};
const OTHER_ANSWER = { mentions: [{ surface: 'Poisson regression', kind: 'Method' }] };
const honest: StubHandler = ({ text }, response) =>
  say(response, text.title === OTHER.title ? OTHER_ANSWER : GOOD_ANSWER);

let folder: string;
let file: string;
let stub: StubServer;
let handler: StubHandler;
const outcomes: Answer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-llm-'));
  file = join(folder, 'papers.jsonl');
  await writeFile(file, [PAPER, OTHER].map((paper) => `${JSON.stringify(paper)}\n`).join(''));
  handler = honest;
  stub = await startStub((request, response, at) => handler(request, response, at));
  outcomes.length = 0;
});
afterEach(async () => {
  await stub.close();
  const printed = outcomes.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  expect(printed).not.toContain(SECRET);
  expect(printed).not.toContain('pa55word');
  for (const path of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (path.isFile())
      expect(await readFile(join(path.parentPath, path.name), 'latin1')).not.toContain(SECRET);
  }
  await rm(folder, { recursive: true });
});

async function lacuna(args: string[], more: Record<string, string> = {}): Promise<Answer> {
  const env = {
    LACUNA_LLM_URL: stub.url.replace('http://', 'http://ann:pa55word@'),
    LACUNA_LLM_MODEL: 'stub-1',
    LACUNA_LLM_KEY: SECRET,
    LACUNA_LLM_BACKOFF_MS: '5',
    LACUNA_DEBUG: '1',
    ...more,
  };
  const outcome = await runHere(args, { cwd: folder, env });
  outcomes.push(outcome);
  return outcome;
}

const extract = (...more: string[]) => ['extract', file, '--extractor', 'llm', ...more];
const ingest = (...more: string[]) => [
  'ingest',
  file,
  '--store',
  `file:${folder}/graph`,
  '--extractor',
  'llm',
  ...more,
];

describe('lacuna extract --extractor llm', () => {
  it('says what it costs and sends nothing until somebody agrees', async () => {
    const refused = await lacuna(extract());
    expect(refused.code).toBe(3);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toMatch(/2 abstracts .*stub-1.*price unknown/);
    const dry = await lacuna(extract('--dry-run'), { LACUNA_LLM_PRICE_IN: '1', LACUNA_LLM_PRICE_OUT: '2' });
    expect(dry.code).toBe(0);
    expect(dry.stdout).toMatch(/cost 0\.00\d\d/);
    expect(stub.requests).toHaveLength(0);
    const cheap = await lacuna(extract(), {
      LACUNA_LLM_PRICE_IN: '1',
      LACUNA_LLM_PRICE_OUT: '2',
      LACUNA_LLM_CONFIRM_ABOVE: '0.01',
    });
    expect(cheap.code).toBe(0);
    expect(stub.requests).toHaveLength(2);
  });

  it('asks once for each text: the second run is free and the same', async () => {
    await writeFile(
      file,
      [PAPER, OTHER, { ...PAPER, id: 'again' }].map((one) => JSON.stringify(one)).join('\n'),
    );
    const first = await lacuna(extract('--yes'));
    expect(first.code).toBe(0);
    expect(first.stdout.split('\n')).toHaveLength(4);
    expect(first.stderr).toContain('2 requests, 1,800 tokens sent, 200 received');
    expect(stub.requests).toHaveLength(2);
    const second = await lacuna(extract());
    expect(second.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    expect(stub.requests).toHaveLength(2);
    const estimate = await lacuna(extract('--dry-run', '--json'));
    expect(JSON.parse(estimate.stdout)).toMatchObject({ requests: 0, inputTokens: 0 });
  });

  it('asks again in the next run for what failed, and keeps no stand-in as an answer', async () => {
    handler = (request, response, at) =>
      request.text.title === OTHER.title ? fail(response, 401) : honest(request, response, at);
    const one = { LACUNA_LLM_CONCURRENCY: '1' };
    const first = await lacuna(extract('--yes'), one);
    expect(first.code).toBe(0);
    expect(first.stderr).toContain(
      `answered for 1 abstracts; ${DEFAULT_EXTRACTOR.name} read 1 instead (request refused 1)`,
    );
    handler = honest;
    const second = await lacuna(extract('--yes'), one);
    expect(stub.requests).toHaveLength(3);
    const [heron, egret] = second.stdout.trim().split('\n');
    expect(first.stdout.split('\n')[0]).toBe(heron);
    expect(JSON.parse(egret!).entities).toMatchObject([{ text: 'Poisson regression', type: 'Method' }]);
    expect(first.stdout.split('\n')[1]).not.toBe(egret);
  });

  it('names the setting that is missing, and what --dry-run is for', async () => {
    const missing = await lacuna(extract(), { LACUNA_LLM_URL: '' });
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('LACUNA_LLM_URL');
    const dry = await lacuna(['extract', file, '--dry-run']);
    expect(dry.code).toBe(2);
  });
});

describe('lacuna ingest --extractor llm', () => {
  it('estimates without making a store, ingests, reports, and asks nothing twice', async () => {
    const dry = await lacuna(ingest('--dry-run', '--json'));
    expect(JSON.parse(dry.stdout)).toMatchObject({ requests: 2, cost: null });
    expect(existsSync(join(folder, 'graph'))).toBe(false);
    const refused = await lacuna(ingest('--json'));
    expect(refused.code).toBe(3);
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'refused' } });
    expect(stub.requests).toHaveLength(0);

    handler = (request, response, at) =>
      request.text.title === OTHER.title ? say(response, 'No.') : honest(request, response, at);
    const first = await lacuna(ingest('--json', '--yes'));
    expect(first.code).toBe(0);
    const report = JSON.parse(first.stdout);
    expect(report.languageModel).toMatchObject({ answered: 1, fellBack: { 'bad JSON': 1 } });
    expect(report.languageModel.spent.requests).toBe(3);
    const extractors = await query('MATCH (p:Paper)-[m:MENTIONS]->() RETURN DISTINCT p.title, m.extractor');
    expect(new Map(extractors)).toEqual(
      new Map([
        [PAPER.title, report.languageModel.extractor],
        [OTHER.title, DEFAULT_EXTRACTOR.name],
      ]),
    );

    handler = honest;
    const second = JSON.parse((await lacuna(ingest('--json', '--yes'))).stdout);
    expect(second.languageModel).toMatchObject({ answered: 1, fellBack: {} });
    expect(second.written.papers).toBe(1);
    expect(stub.requests).toHaveLength(4);
    const third = await lacuna(ingest('--json'));
    expect(third.code).toBe(0);
    expect(JSON.parse(third.stdout).written).toMatchObject({ papers: 0, concepts: 0 });
    expect(stub.requests).toHaveLength(4);
  });

  const query = async (cypher: string): Promise<[string, string][]> =>
    JSON.parse((await lacuna(['query', cypher, '--store', `file:${folder}/graph`, '--json'])).stdout).rows;
});

it('lacuna start --extractor llm asks too, and finds its own graph again', async () => {
  const start = (...more: string[]) => [
    ...['start', file, '--once', '--json', '--store', `file:${folder}/graph`, '--extractor', 'llm'],
    ...more,
  ];
  expect((await lacuna(start())).code).toBe(3);
  const first = JSON.parse((await lacuna(start('--yes'))).stdout);
  expect(first.ingest.languageModel.answered).toBe(2);
  const second = await lacuna(start());
  expect(JSON.parse(second.stdout)).toEqual({ ingest: null, analyse: null });
  expect(stub.requests).toHaveLength(2);
});
