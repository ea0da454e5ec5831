import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphHash } from '../../../graph/graph-hash.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { CANONICALISER_VERSION } from '../../../ingest/canonicalise/canonicaliser.ts';
import { type Decision, parseDecision } from '../../../ingest/canonicalise/decisions.ts';
import { DEFAULT_EXTRACTOR } from '../../../ingest/extract/extractor-module.ts';
import { isIngested } from '../../../ingest/ingest-run.ts';
import { removeDecision, storedDecisions, writeDecisions } from '../../../ingest/load/stored-decisions.ts';
import { ingest } from '../../../ingest/pipeline.ts';
import { describeStores, type OpenedStore } from '../../support/stores.ts';

const PAPERS = [
  {
    title: 'Random forests for tide prediction',
    abstract:
      'We train a random forest to predict tides. The random forest is compared with gradient boosting.',
  },
  {
    title: 'Gradient boosting for rainfall',
    abstract: 'Gradient boosting predicts rainfall from radar images. We report the mean absolute error.',
  },
];

const DECISIONS: Decision[] = [
  parseDecision({
    id: 'b',
    at: '2026-01-02T00:00:00Z',
    action: 'rename',
    form: 'gradient boosting',
    name: 'tree ensembles',
  }),
  parseDecision({
    id: 'a',
    at: '2026-01-03T00:00:00Z',
    action: 'merge',
    forms: ['random forest'],
    into: 'gradient boosting',
  }),
];

const namesIn = async (store: StoreWriter): Promise<string[]> => {
  const { rows } = await store.read({
    text: 'MATCH (c:Concept) RETURN c.name AS name ORDER BY name',
    parameters: {},
  });
  return rows.map(([name]) => String(name));
};

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-decisions-'));
  file = join(folder, 'papers.jsonl');
  await writeFile(file, PAPERS.map((paper) => `${JSON.stringify(paper)}\n`).join(''));
});
afterAll(() => rm(folder, { recursive: true }));

describeStores('decisions', (factory) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await factory.open();
  });
  afterAll(() => opened.cleanup());
  const run = () => ingest({ files: [file], store: opened.writer, cacheFolder: join(folder, 'cache') });
  const isDone = () => isIngested(opened.writer, [file], DEFAULT_EXTRACTOR.name);

  it('take effect at the next ingest, and are undone by the one after their removal', async () => {
    const { writer } = opened;
    await run();
    const automatic = await namesIn(writer);
    const hash = await graphHash(writer);
    expect(automatic).toEqual(expect.arrayContaining(['gradient boosting', 'random forest']));
    expect(await isDone()).toBe(true);

    await writeDecisions(writer, DECISIONS);
    expect(await storedDecisions(writer)).toEqual(DECISIONS);
    expect(await isDone()).toBe(false);
    await run();
    expect(await isDone()).toBe(true);
    const decided = await namesIn(writer);
    expect(decided).toContain('tree ensembles');
    expect(decided).not.toContain('random forest');
    const { rows } = await writer.read({
      text: "MATCH (c:Concept {name: 'tree ensembles'}) RETURN c.aliases AS aliases, c.aliasReasons AS reasons",
      parameters: {},
    });
    const [aliases, reasons] = rows[0] as [string[], string[]];
    expect(reasons).toHaveLength(aliases.length);
    expect(reasons[aliases.indexOf('random forest')]).toBe('user');

    expect(await removeDecision(writer, 'a')).toBe(true);
    expect(await removeDecision(writer, 'a')).toBe(false);
    expect(await removeDecision(writer, 'b')).toBe(true);
    expect(await isDone()).toBe(false);
    await run();
    expect(await namesIn(writer)).toEqual(automatic);
    expect(await graphHash(writer)).toBe(hash);
  });

  it('and all, a graph by another version of the canonicaliser counts as none', async () => {
    const { writer } = opened;
    await run();
    const maker = { text: "MATCH (r:Run {id: 'ingest'}) RETURN r.maker AS maker", parameters: {} };
    const now = String((await writer.read(maker)).rows[0]![0]);
    expect(now).toContain(`canonicaliser ${CANONICALISER_VERSION}`);
    const older = now.replace(`canonicaliser ${CANONICALISER_VERSION}`, 'canonicaliser 1');
    await writer.write([
      { text: "MATCH (r:Run {id: 'ingest'}) SET r.maker = $older", parameters: { older } },
    ]);
    expect(await isDone()).toBe(false);
    await run();
    expect(await isDone()).toBe(true);
  });

  it('written twice are there once, the later text', async () => {
    const later = { ...DECISIONS[0]!, note: 'again' };
    await writeDecisions(opened.writer, [DECISIONS[0]!]);
    await writeDecisions(opened.writer, [later]);
    expect(await storedDecisions(opened.writer)).toEqual([later]);
    await removeDecision(opened.writer, later.id);
  });

  it('that can’t be read are named', async () => {
    const broken = { text: "CREATE (d:Decision {id: 'odd', json: '{}'})", parameters: {} };
    await opened.writer.write([broken]);
    await expect(storedDecisions(opened.writer)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('odd'),
    });
    expect(await removeDecision(opened.writer, 'odd')).toBe(true);
  });
});
