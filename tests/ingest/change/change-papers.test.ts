import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphHash } from '../../../graph/graph-hash.ts';
import { parseConfig } from '../../../graph/server/config.ts';
import { readSources, removalEffect } from '../../../graph/server/source-list.ts';
import { openWriter } from '../../../graph/store/open.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { ChangeLog } from '../../../ingest/change/change-log.ts';
import { changePapers, type PaperWork, workFolders } from '../../../ingest/cli/data-work.ts';
import { EXTRACTORS } from '../../../ingest/extract/extractor-module.ts';
import { isIngested } from '../../../ingest/ingest-run.ts';

const config = parseConfig();
const RULES = EXTRACTORS.rules;

const entry = (n: number, more: object = {}) => ({
  title: `Sparse autoencoders number ${n}`,
  abstract: `We train sparse autoencoders on layer ${n} of a language model. Activation patching tells what number ${n} does.`,
  year: 2000 + n,
  doi: `10.5555/lacuna.${n}`,
  ...more,
});
/** The second tells the third paper again, with a longer abstract, and two of its own. */
const FILES = {
  'first.jsonl': [entry(1), entry(2, { cites: ['10.5555/lacuna.1'] }), entry(3)],
  'second.jsonl': [
    entry(3, { abstract: `${entry(3).abstract} Graph neural networks on QM9 are compared with it.` }),
    entry(4, { authors: ['Ada Byron'] }),
    entry(5, { abstract: 'A random forest predicts the weather of the next day from that of the last.' }),
  ],
};
type Name = keyof typeof FILES;

let files: string;
beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'lacuna-sources-'));
  for (const [name, records] of Object.entries(FILES)) {
    await writeFile(join(files, name), records.map((record) => JSON.stringify(record)).join('\n'));
  }
});
afterAll(() => rm(files, { recursive: true }));

describe('papers of a store', () => {
  let folder: string;
  let store: StoreWriter;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-change-'));
    store = await openWriter({ kind: 'embedded', folder: join(folder, 'store') });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const path = (name: Name): string => join(files, name);
  async function change(work: PaperWork, until: (stage: string, done: number) => boolean = () => false) {
    let id: string | null = null;
    const stop = new AbortController();
    const hooks = {
      signal: stop.signal,
      progress: (_: string, stage: string, done: number) => {
        if (until(stage, done)) stop.abort(new Error('stopped'));
      },
      changes: (told: string) => {
        id = told;
      },
    };
    const report = await changePapers(store, work, workFolders(folder), hooks, RULES).catch(
      (error: unknown) => {
        if (stop.signal.aborted) return null;
        throw error;
      },
    );
    return { id: id as string | null, report };
  }
  const add = (...names: Name[]) =>
    change({
      what: 'add',
      files: names.map(path),
      names,
      whatever: false,
      limits: { entries: 100, decompressedBytes: 1_000_000 },
    });
  const takeBack = (id: string | null) => change({ what: 'takeBack', change: id ?? '' });
  const sources = async () =>
    (await readSources(store, config)).map(({ name, papers, alone }) => [name, papers, alone]);

  it('go with their only source; others lose its entries; all comes back as it was', async () => {
    await add('first.jsonl');
    const before = await graphHash(store);
    await add('second.jsonl');
    const both = await graphHash(store);
    expect(await sources()).toEqual([
      ['second.jsonl', 3, 2],
      ['first.jsonl', 3, 2],
    ]);
    const effect = await removalEffect(store, 'second.jsonl', config);
    expect(effect).toMatchObject({ goes: 2, stays: 1 });
    const removed = await change({ what: 'remove', source: 'second.jsonl' });
    expect(removed.report).toMatchObject({ papers: 3, written: { removedPapers: 2 } });
    expect(await sources()).toEqual([['first.jsonl', 3, 3]]);
    const { rows } = await store.read({
      text: 'MATCH (:Paper)-[m:MENTIONS]->(c:Concept) RETURN count(m) AS mentions, count(DISTINCT c) AS concepts',
      parameters: {},
    });
    expect(rows).toEqual([[removed.report!.mentions, removed.report!.concepts]]);
    expect((await store.read({ text: 'MATCH (a:Author) RETURN a.id', parameters: {} })).rows).toEqual([]);
    // What was joined can't be told apart any more, so its text stays.
    expect(await graphHash(store)).not.toBe(before);
    expect(await isIngested(store, [path('first.jsonl')], RULES.name)).toBe(true);
    expect(await isIngested(store, [path('second.jsonl')], RULES.name)).toBe(false);

    const back = await takeBack(removed.id);
    expect(await graphHash(store)).toBe(both);
    expect(await isIngested(store, [path('second.jsonl')], RULES.name)).toBe(true);
    await takeBack(back.id);
    expect(await sources()).toEqual([['first.jsonl', 3, 3]]);
  });

  it('that were added go again without a trace, in text too', async () => {
    await add('first.jsonl');
    const before = await graphHash(store);
    const added = await add('second.jsonl');
    const after = await graphHash(store);
    const back = await takeBack(added.id);
    expect(await graphHash(store)).toBe(before);
    await takeBack(back.id);
    expect(await graphHash(store)).toBe(after);
  });

  it('can all go, and come back', async () => {
    await add('first.jsonl');
    const before = await graphHash(store);
    const { id, report } = await change({ what: 'remove', source: 'first.jsonl' });
    expect(report).toMatchObject({ papers: 0, concepts: 0 });
    await takeBack(id);
    expect(await graphHash(store)).toBe(before);
  });

  it('of a run that was stopped are taken back, or completed', async () => {
    await add('first.jsonl');
    const before = await graphHash(store);
    const stopped = await change(
      {
        what: 'add',
        files: [path('second.jsonl')],
        names: [],
        whatever: false,
        limits: { entries: 9, decompressedBytes: 1e6 },
      },
      (stage) => stage === 'load',
    );
    expect(stopped.report).toBeNull();
    await takeBack(stopped.id);
    expect(await graphHash(store)).toBe(before);
    await add('second.jsonl');
    const removing = await change({ what: 'remove', source: 'first.jsonl' }, (stage) => stage === 'concepts');
    expect(removing.report).toBeNull();
    await change({ what: 'remove', source: 'first.jsonl' });
    expect(await sources()).toEqual([['second.jsonl', 3, 3]]);
  });

  it('that have changed since keep what others told of them', async () => {
    const first = await add('first.jsonl');
    await add('second.jsonl');
    await takeBack(first.id);
    expect(await sources()).toEqual([['second.jsonl', 3, 3]]);
  });

  it('are from no source that nobody knows', async () => {
    await add('first.jsonl');
    await expect(change({ what: 'remove', source: 'first' })).rejects.toMatchObject({ code: 'notFound' });
    for (const id of ['../../etc/passwd', '00000000', ''])
      await expect(takeBack(id)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('are kept as they were, but not for ever', async () => {
    const log = new ChangeLog(join(folder, 'few'), { changes: 2, changeBytes: 1e6 });
    const files = { added: { inputs: [], arrivals: [] }, dropped: { inputs: [], arrivals: [] } };
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) {
      ids.push(await log.keep({ before: [], after: [] }, files, { what: 'remove', names: [name] }));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect((await log.list()).map(({ names }) => names)).toEqual([['three'], ['two']]);
    await expect(log.read(ids[0]!)).rejects.toMatchObject({ code: 'notFound' });
    await writeFile(join(folder, 'few', `${ids[1]}.jsonl`), '{"damaged');
    expect(await log.list()).toHaveLength(1);
    expect(await readdir(join(folder, 'few'))).toHaveLength(2);
  });
});
