import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphHash } from '../../graph/graph-hash.ts';
import type { StoreWriter } from '../../graph/store/store.ts';
import { ingest } from '../../ingest/pipeline.ts';
import { describeStores, type OpenedStore } from '../support/stores.ts';

/** Three papers in one file, two in the other; the second file's first entry is the first file's second. */
const FIRST = [
  {
    title: 'Sparse autoencoders find features',
    abstract:
      'We train a sparse autoencoder (SAE) on the activations of a language model. The sparse autoencoder finds features that people can name.',
    year: 2023,
    authors: ['Ada Byron', 'Alan Mathison'],
    doi: '10.5555/lacuna.1',
  },
  {
    title: 'Circuit discovery by activation patching',
    abstract:
      'Activation patching tells which attention heads matter for a task. We use activation patching for circuit discovery in a language model.',
    year: 2022,
    doi: '10.5555/lacuna.2',
    cites: ['10.5555/lacuna.1'],
  },
  {
    title: 'Graph neural networks for molecules',
    abstract:
      'A graph neural network passes messages along bonds. We evaluate the graph neural network on QM9 and report the mean absolute error.',
    year: 2017,
  },
];
const SECOND = [
  { ...FIRST[1], abstract: FIRST[1]!.abstract, keywords: ['interpretability'] },
  {
    title: 'Do SAEs scale?',
    abstract:
      'We scale SAEs to a large language model and measure the reconstruction error of each autoencoder.',
    year: 2024,
    authors: ['ADA BYRON'],
  },
];
const lines = (records: object[]): string =>
  `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;

let folder: string;
let first: string;
let second: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-pipeline-'));
  first = join(folder, 'first.jsonl');
  second = join(folder, 'second.jsonl');
  await writeFile(first, lines(FIRST));
  await writeFile(second, lines(SECOND));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (store: StoreWriter, files: string[]) =>
  ingest({ files, store, cacheFolder: join(folder, 'cache'), settings: { threads: 1 } });

describeStores('ingest', (factory) => {
  const withStore = async (work: (opened: OpenedStore) => Promise<void>): Promise<void> => {
    const opened = await factory.open();
    try {
      await work(opened);
    } finally {
      await opened.cleanup();
    }
  };

  it('counts what it read, joined and wrote', () =>
    withStore(async ({ writer }) => {
      const report = await run(writer, [first, second]);
      expect(report).toMatchObject({
        entries: 5,
        papers: 4,
        duplicates: 1,
        rejected: [],
        cites: 1,
        authors: 2,
      });
      const { rows } = await writer.read({
        text: `MATCH (p:Paper) RETURN p.title AS title, p.sources AS sources, p.keywords AS keywords ORDER BY title`,
        parameters: {},
      });
      expect(rows.map(([, sources]) => sources)).toEqual([
        ['first.jsonl#2', 'second.jsonl#1'],
        ['second.jsonl#2'],
        ['first.jsonl#3'],
        ['first.jsonl#1'],
      ]);
      expect(rows[0]![2]).toEqual(['interpretability']);
      const counts = await writer.read({
        text: 'MATCH (:Paper)-[m:MENTIONS]->(c:Concept) RETURN count(m) AS mentions, count(DISTINCT c) AS concepts',
        parameters: {},
      });
      expect(counts.rows).toEqual([[report.mentions, report.concepts]]);
    }));

  it('changes nothing the second time', () =>
    withStore(async ({ writer }) => {
      await run(writer, [first, second]);
      const before = await graphHash(writer);
      const again = await run(writer, [first, second]);
      expect(again.written).toEqual({ papers: 0, concepts: 0, removedPapers: 0, removedConcepts: 0 });
      expect(again).toMatchObject({ entries: 5, papers: 4, duplicates: 1 });
      expect(await graphHash(writer)).toBe(before);
    }));

  it('ends in the same graph whatever the order and number of runs', async () => {
    const hashes: string[] = [];
    for (const runs of [
      [[first, second]],
      [[second, first]],
      [[first], [second]],
      [[second], [first], [first]],
    ]) {
      await withStore(async ({ writer }) => {
        for (const files of runs) await run(writer, files);
        hashes.push(await graphHash(writer));
      });
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it('keeps a span that shows each mention in its text', () =>
    withStore(async ({ writer }) => {
      await run(writer, [first, second]);
      const { rows } = await writer.read({
        text: `MATCH (p:Paper)-[m:MENTIONS]->(c:Concept)
               RETURN p.title AS title, p.abstract AS abstract, m.spans AS spans, c.name AS name, c.aliases AS aliases`,
        parameters: {},
      });
      expect(rows.length).toBeGreaterThan(10);
      for (const [title, abstract, spans, name, aliases] of rows) {
        const forms = new Set([name, ...(aliases as string[])].map((form) => String(form).toLowerCase()));
        for (const span of spans as string[]) {
          const [, field, from, to] = /^(\w+):(\d+)-(\d+)@/.exec(span)!;
          const text = String(field === 'title' ? title : abstract).slice(Number(from), Number(to));
          expect(forms).toContain(text.toLowerCase());
        }
      }
    }));

  it('tells files of one name apart, and reads none twice', () =>
    withStore(async ({ writer }) => {
      const [one, other] = [join(folder, 'one', 'same.jsonl'), join(folder, 'other', 'same.jsonl')];
      await mkdir(join(folder, 'one'), { recursive: true });
      await mkdir(join(folder, 'other'), { recursive: true });
      await writeFile(one, lines([FIRST[0]!]));
      await writeFile(other, lines([FIRST[0]!, FIRST[2]!]));
      const report = await run(writer, [one, other, one]);
      expect(report).toMatchObject({ entries: 3, papers: 2, duplicates: 1 });
      const { rows } = await writer.read({
        text: 'MATCH (p:Paper) RETURN p.sources AS sources ORDER BY size(sources)',
        parameters: {},
      });
      expect(rows).toEqual([[['other/same.jsonl#2']], [['one/same.jsonl#1', 'other/same.jsonl#1']]]);
    }));

  it('stops between two transactions when it is told to, and goes on later', () =>
    withStore(async ({ writer }) => {
      const stop = new AbortController();
      const stopped = ingest({
        files: [first, second],
        store: writer,
        cacheFolder: join(folder, 'cache'),
        progress: (stage) => {
          if (stage === 'load') stop.abort();
        },
        signal: stop.signal,
      });
      await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
      const { rows } = await writer.read({ text: 'MATCH (p:Paper) RETURN count(p)', parameters: {} });
      expect(rows).toEqual([[0]]);
      expect(await run(writer, [first, second])).toMatchObject({ papers: 4 });
    }));

  it('writes nothing when too much was rejected', () =>
    withStore(async ({ writer }) => {
      const bad = join(folder, 'bad.jsonl');
      await writeFile(bad, `${await readFile(first, 'utf8')}{"title": \n{"year": 1}\nnot json\n`);
      await expect(run(writer, [bad])).rejects.toMatchObject({ code: 'input' });
      const { rows } = await writer.read({ text: 'MATCH (n) RETURN count(n) AS n', parameters: {} });
      expect(rows).toEqual([[0]]);
      const lenient = await ingest({
        files: [bad],
        store: writer,
        cacheFolder: join(folder, 'cache'),
        settings: { threads: 1, maxRejectedShare: 0.6 },
      });
      expect(lenient).toMatchObject({ entries: 6, papers: 3 });
      expect(lenient.rejected.map(({ file, line, entry }) => [file, line, entry])).toEqual([
        ['bad.jsonl', 4, 4],
        ['bad.jsonl', 5, 5],
        ['bad.jsonl', 6, 6],
      ]);
    }));
});
