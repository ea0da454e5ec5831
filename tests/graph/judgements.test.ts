import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { analyse } from '../../graph/analyse.ts';
import { judgeGap, nameTheme, showGivenNames } from '../../graph/judgements.ts';
import type { StoreWriter, Value } from '../../graph/store/store.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { describeStores, type OpenedStore } from '../support/stores.ts';

const JUDGEMENTS =
  'MATCH (j:Judgement) RETURN j.id AS id, j.verdict AS verdict, j.note AS note, j.label AS label ORDER BY id';
const THEMES = 'MATCH (t:Theme) RETURN t.id AS id, t.label AS label, t.ownLabel AS own ORDER BY id';
const REVISION = "MATCH (r:Run {id: 'judgements'}) RETURN r.revision AS revision";

describeStores('what people say', (factory) => {
  let opened: OpenedStore;
  let store: StoreWriter;
  const rows = async (text: string, parameters: Record<string, Value> = {}) =>
    (await store.read({ text, parameters })).rows;
  const write = (text: string) => store.write([{ text, parameters: {} }]);

  beforeEach(async () => {
    opened = await factory.open();
    store = opened.writer;
    await store.prepare();
  });
  afterEach(() => opened.cleanup());

  it('of a gap is kept, changed and taken back', async () => {
    await write("CREATE (:Gap {id: 'g1'}), (:Gap {id: 'g2'})");
    await judgeGap(store, 'g1', { verdict: 'kept', note: '' });
    await judgeGap(store, 'g2', { verdict: null, note: 'Ask "Ada" \\ about $this' });
    await judgeGap(store, 'g1', { verdict: 'dismissed', note: 'done before' });
    expect(await rows(JUDGEMENTS)).toEqual([
      ['g1', 'dismissed', 'done before', null],
      ['g2', null, 'Ask "Ada" \\ about $this', null],
    ]);
    await judgeGap(store, 'g1', { verdict: null, note: '' });
    await write("MATCH (g:Gap {id: 'g2'}) DELETE g");
    expect(await rows(JUDGEMENTS)).toHaveLength(1);
    await judgeGap(store, 'g2', { verdict: null, note: '' });
    expect(await rows(JUDGEMENTS)).toEqual([]);
    expect(await rows(REVISION)).toEqual([]);
    const nothing = judgeGap(store, 'g2', { verdict: 'kept', note: '' });
    await expect(nothing).rejects.toMatchObject({ code: 'notFound', details: { id: 'g2' } });
  });

  it('names a theme until its own label is wanted back', async () => {
    await write(
      "CREATE (:Theme {id: 't1', label: 'graphs', ownLabel: 'graphs'}), (:Theme {id: 't2', label: 'old'})",
    );
    await nameTheme(store, 't1', 'Drawing');
    await nameTheme(store, 't1', 'Graph drawing');
    await nameTheme(store, 't2', 'New');
    expect(await rows(THEMES)).toEqual([
      ['t1', 'Graph drawing', 'graphs'],
      ['t2', 'New', 'old'],
    ]);
    expect(await rows(JUDGEMENTS)).toEqual([
      ['t1', null, '', 'Graph drawing'],
      ['t2', null, '', 'New'],
    ]);
    expect(await rows(REVISION)).toEqual([[3]]);
    for (const theme of ['t1', 't2']) await nameTheme(store, theme, null);
    expect(await rows(THEMES)).toEqual([
      ['t1', 'graphs', 'graphs'],
      ['t2', 'old', 'old'],
    ]);
    expect(await rows(JUDGEMENTS)).toEqual([]);
    expect(await rows(REVISION)).toEqual([[5]]);
    await expect(nameTheme(store, 't3', 'None')).rejects.toMatchObject({ code: 'notFound' });
  });

  it('shows names that an analysis overwrote', async () => {
    await write("CREATE (:Theme {id: 't1', label: 'graphs', ownLabel: 'graphs'})");
    await nameTheme(store, 't1', 'Drawing');
    await showGivenNames(store);
    expect(await rows(REVISION)).toEqual([[1]]);
    await write("MATCH (t:Theme {id: 't1'}) SET t.label = t.ownLabel");
    await showGivenNames(store);
    expect(await rows(THEMES)).toEqual([['t1', 'Drawing', 'graphs']]);
    expect(await rows(REVISION)).toEqual([[2]]);
  });

  it('outlives an ingest and an analysis', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-judgements-'));
    try {
      await write("CREATE (:Gap {id: 'g1'}), (:Theme {id: 't1', label: 'graphs', level: 0})");
      await judgeGap(store, 'g1', { verdict: 'kept', note: 'ours' });
      await nameTheme(store, 't1', 'Drawing');
      const file = join(folder, 'papers.jsonl');
      const paper = (title: string) =>
        JSON.stringify({ title, abstract: 'We study graph drawing with a force-directed layout.' });
      await writeFile(file, `${paper('One paper')}\n${paper('Another')}\n`);
      await ingest({ files: [file], store, cacheFolder: join(folder, 'cache') });
      await analyse(store);
      expect(await rows(JUDGEMENTS)).toEqual([
        ['g1', 'kept', 'ours', null],
        ['t1', null, '', 'Drawing'],
      ]);
      expect(await rows(REVISION)).toEqual([[1]]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
