import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWriter } from '../../../graph/store/open.ts';
import { parseDecision } from '../../../ingest/canonicalise/decisions.ts';
import { PaperHistory } from '../../../ingest/history/paper-history.ts';
import { writeDecisions } from '../../../ingest/load/stored-decisions.ts';

const RECORDS = [
  [
    'Sparse coding of images',
    'We learn sparse coding with gradient descent. Sparse coding needs few examples.',
    2001,
  ],
  [
    'Boosting of decision trees',
    'We study boosting of decision trees. Boosting reduces the error of decision trees.',
    2002,
  ],
  [
    'Sparse coding again',
    'Sparse coding and decision trees together: sparse coding feeds decision trees.',
    2004,
  ],
  [
    'Quantum annealing of graphs',
    'Quantum annealing solves sparse coding. We compare quantum annealing with boosting.',
    2006,
  ],
  ['Undated words', 'We study boosting without a date.', null],
].map(([title, abstract, year]) => ({ title, abstract, ...(year !== null && { year }) }));

let folder: string;
let history: PaperHistory;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-history-'));
  const file = join(folder, 'papers.jsonl');
  await writeFile(file, RECORDS.map((record) => `${JSON.stringify(record)}\n`).join(''));
  history = await PaperHistory.open({
    files: [file],
    store: null,
    cacheFolder: join(folder, 'cache'),
    settings: { threads: 1 },
  });
});
afterAll(async () => {
  await history?.close();
  await rm(folder, { recursive: true });
});

it('counts what has no year, and keeps the rest', () => {
  expect(history.papers.map(({ year }) => year).sort()).toEqual([2001, 2002, 2004, 2006]);
  expect(history.undated).toBe(1);
});

it('knows at a year what papers up to it say, and links later ones with that', async () => {
  const early = await history.knownAt(2004, 2006);
  const names = (known: typeof early) => known.concepts.map(({ name }) => name.toLowerCase());
  expect(names(early)).toContain('sparse coding');
  expect(names(early).filter((name) => name.includes('quantum'))).toEqual([]);
  const ids = new Set(early.concepts.map(({ id }) => id));
  const last = early.papers.find(({ paper }) => paper.year === 2006)!;
  expect(last.concepts.length).toBeGreaterThan(0);
  for (const { conceptId } of last.concepts) expect(ids).toContain(conceptId);
  const late = await history.knownAt(2006, 2006);
  expect(names(late).filter((name) => name.includes('quantum')).length).toBeGreaterThan(0);
  const none = await history.knownAt(2004, 2004);
  expect(none.papers.map(({ paper }) => paper.year).sort()).toEqual([2001, 2002, 2004]);
});

it('leaves out the decisions of a store, which were made later', async () => {
  const store = await openWriter({ kind: 'embedded', folder: join(folder, 'store') });
  try {
    const rename = { action: 'rename', form: 'sparse coding', name: 'frugal coding' };
    await writeDecisions(store, [parseDecision(rename, new Date(0))]);
    const beside = await PaperHistory.open({
      files: [join(folder, 'papers.jsonl')],
      store,
      cacheFolder: join(folder, 'cache'),
    });
    try {
      expect(await beside.knownAt(2004, 2006)).toEqual(await history.knownAt(2004, 2006));
    } finally {
      await beside.close();
    }
  } finally {
    await store.close();
  }
});

it('can be refused before anything is extracted', async () => {
  const file = join(folder, 'papers.jsonl');
  const refused = PaperHistory.open(
    { files: [file], store: null, cacheFolder: join(folder, 'other') },
    (papers) => {
      throw new Error(`only ${papers.length}`);
    },
  );
  await expect(refused).rejects.toThrow('only 4');
});
