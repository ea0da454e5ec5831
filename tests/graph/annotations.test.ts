import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { analyse } from '../../graph/analyse.ts';
import { annotate, pin } from '../../graph/annotations.ts';
import { graphHash } from '../../graph/graph-hash.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { describeStores, type OpenedStore } from '../support/stores.ts';

const ANNOTATIONS = `MATCH (a:Annotation)
  RETURN a.id AS id, a.note AS note, a.tags AS tags, a.reading AS reading, a.x AS x, a.y AS y, a.at AS at ORDER BY id`;
const REVISION = "MATCH (r:Run {id: 'pins'}) RETURN r.revision AS revision";
const NOTHING = { note: '', tags: [], reading: null };
const NOON = new Date('2024-05-01T12:00:00Z');

describeStores('what people write and pin', (factory) => {
  let opened: OpenedStore;
  let store: StoreWriter;
  const rows = async (text: string) => (await store.read({ text, parameters: {} })).rows;
  const write = (text: string) => store.write([{ text, parameters: {} }]);

  beforeEach(async () => {
    opened = await factory.open();
    store = opened.writer;
    await store.prepare();
  });
  afterEach(() => opened.cleanup());

  it('is kept, changed and taken back, each without the other', async () => {
    await write("CREATE (:Paper {id: 'p1'}), (:Concept {id: 'c1'}), (:Theme {id: 't1'})");
    const note = 'Ask "Ada" \\ about $this\n`;';
    await annotate(store, 'p1', { note, tags: ['to cite', 'méthode'], reading: 'reading' }, NOON);
    await annotate(store, 't1', { ...NOTHING, note: 'odd' }, NOON);
    await pin(store, [
      { id: 'p1', position: { x: 1.5, y: -2 } },
      { id: 'c1', position: { x: 0, y: 0 } },
    ]);
    const at = NOON.toISOString();
    expect(await rows(ANNOTATIONS)).toEqual([
      ['c1', '', [], null, 0, 0, null],
      ['p1', note, ['to cite', 'méthode'], 'reading', 1.5, -2, at],
      ['t1', 'odd', [], null, null, null, at],
    ]);
    await annotate(store, 'p1', NOTHING, NOON);
    await pin(store, [{ id: 'c1', position: null }]);
    await annotate(store, 't1', NOTHING, NOON);
    expect(await rows(ANNOTATIONS)).toEqual([['p1', '', [], null, 1.5, -2, at]]);
    await pin(store, [{ id: 'p1', position: null }]);
    expect(await rows(ANNOTATIONS)).toEqual([]);
    expect(await rows(REVISION)).toEqual([[3]]);
  });

  it('is refused of what there is not, all of it, but can be taken back of what is gone', async () => {
    await write("CREATE (:Paper {id: 'p1'}), (:Gap {id: 'g1'})");
    const refused = { code: 'notFound', details: { id: 'g1' } };
    await expect(annotate(store, 'g1', { ...NOTHING, note: 'x' })).rejects.toMatchObject(refused);
    const position = { x: 1, y: 1 };
    const both = [
      { id: 'p1', position },
      { id: 'g1', position },
    ];
    await expect(pin(store, both)).rejects.toMatchObject(refused);
    expect(await rows(ANNOTATIONS)).toEqual([]);
    await annotate(store, 'p1', { ...NOTHING, tags: ['x'] });
    await pin(store, [{ id: 'p1', position }]);
    await write("MATCH (p:Paper {id: 'p1'}) DELETE p");
    await annotate(store, 'p1', NOTHING);
    await pin(store, [{ id: 'p1', position: null }]);
    expect(await rows(ANNOTATIONS)).toEqual([]);
  });

  it('outlives an ingest and an analysis, and is no part of the graph', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lacuna-annotations-'));
    try {
      const file = join(folder, 'papers.jsonl');
      const paper = (title: string) =>
        JSON.stringify({ title, abstract: 'We study graph drawing with a force-directed layout.' });
      const put = async (...titles: string[]) => {
        await writeFile(file, titles.map((title) => `${paper(title)}\n`).join(''));
        await ingest({ files: [file], store, cacheFolder: join(folder, 'cache') });
      };
      await put('One paper', 'Another');
      const ids = (await rows('MATCH (p:Paper) RETURN p.id AS id')).map(([id]) => String(id));
      const before = await graphHash(store);
      for (const id of ids) await annotate(store, id, { note: 'ours', tags: [], reading: 'to read' }, NOON);
      await pin(store, [{ id: ids[0]!, position: { x: 7, y: 8 } }]);
      expect(await graphHash(store)).toBe(before);
      const kept = await rows(ANNOTATIONS);
      await put('One paper', 'Another', 'A third');
      await analyse(store);
      expect(await rows(ANNOTATIONS)).toEqual(kept);
      expect(kept).toHaveLength(2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
