import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDocument } from '../../../ingest/clean/document.ts';
import { type Added, PaperIndex } from '../../../ingest/clean/paper-index.ts';
import type { Document, RawRecord } from '../../../ingest/record.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const ABSTRACT =
  'We study how bees find their way home when the sky is overcast and landmarks are few. ' +
  'Marked foragers were released at eight sites and their flights were followed by radar. ' +
  'Most flew straight to the hive, so memory of the terrain must guide them when the sun cannot. ' +
  'We add a model of such a memory, fit it to all flights, and show that it foretells where a bee turns.';
const EDITED = ABSTRACT.replace('Most flew straight to the hive', 'Most of them flew straight home');
const OTHER =
  'Mortar from twelve Roman bridges was cut into thin sections and looked at under polarised light. ' +
  'Volcanic ash makes up a third of it, and lime lumps show that it was mixed hot and used at once.';
const TITLE = 'Homing flights of honey bees';

let entry = 0;
const documentOf = (fields: Partial<RawRecord>): Document => {
  entry += 1;
  const { document } = toDocument({ file: 'a.txt', line: entry, entry, ...fields });
  if (!document) throw new Error('was rejected');
  return document;
};
const indexOf = (...entries: Partial<RawRecord>[]): { index: PaperIndex; added: Added[] } => {
  const index = new PaperIndex();
  return { index, added: entries.map((fields) => index.add(documentOf(fields))) };
};
const sizeOf = (...entries: Partial<RawRecord>[]): number => indexOf(...entries).index.size;

describe('twins', () => {
  it.each<[string, Partial<RawRecord>, Partial<RawRecord>, Added['reason']]>([
    [
      'one DOI',
      { title: 'A first name', doi: '10.1/x'.replace('1/', '1000/') },
      { title: 'Another name altogether', doi: 'https://doi.org/10.1000/X' },
      'doi',
    ],
    [
      'one arXiv id',
      { title: 'A first name', arxivId: '2401.00001v1' },
      { title: 'Another name altogether', url: 'https://arxiv.org/abs/2401.00001' },
      'arxiv',
    ],
    [
      'one title',
      { title: TITLE, abstract: ABSTRACT },
      { title: 'Homing Flights of Honey-Bees.', abstract: OTHER },
      'title',
    ],
    [
      'one abstract, untitled',
      { abstract: ABSTRACT },
      { title: TITLE, abstract: `${ABSTRACT} ` },
      'abstract',
    ],
    [
      'an edited abstract',
      { title: 'How bees get home', abstract: EDITED },
      { title: TITLE, abstract: ABSTRACT },
      'similar',
    ],
    [
      'preprint and published',
      { title: TITLE, abstract: ABSTRACT, doi: '10.1101/1' },
      { title: TITLE, abstract: EDITED, doi: '10.1000/2' },
      'title',
    ],
    [
      'a generic title, year and author',
      { title: 'Editorial', year: 2001, authors: ['Jane Doe'] },
      { title: 'Editorial.', year: 2001, authors: ['Doe, J.'] },
      'title',
    ],
  ])('%s', (_, first, second, reason) => {
    for (const [one, two] of [
      [first, second],
      [second, first],
    ] as const) {
      const { index, added } = indexOf(one, two);
      expect(index.size).toBe(1);
      expect(added.map(({ outcome }) => outcome)).toEqual(['new', 'merged']);
      expect(added[1]!.reason).toBe(reason);
    }
  });
});

describe('not twins', () => {
  it.each<[string, Partial<RawRecord>, Partial<RawRecord>]>([
    [
      'two DOIs, two abstracts, one title',
      { title: TITLE, abstract: ABSTRACT, doi: '10.1000/1' },
      { title: TITLE, abstract: OTHER, doi: '10.1000/2' },
    ],
    [
      'generic titles of different years',
      { title: 'Editorial', year: 2001, authors: ['Jane Doe'] },
      { title: 'Editorial', year: 2002, authors: ['Jane Doe'] },
    ],
    [
      'generic titles, different abstracts',
      { title: 'Introduction', abstract: ABSTRACT },
      { title: 'Introduction', abstract: OTHER },
    ],
    [
      'placeholder abstracts',
      { title: 'On the first thing', abstract: 'No abstract available.' },
      { title: 'On the second thing', abstract: 'No abstract available.' },
    ],
    [
      'nothing in common',
      { title: TITLE, abstract: ABSTRACT },
      { title: 'Mortar of Roman bridges', abstract: OTHER },
    ],
  ])('%s', (_, first, second) => {
    expect(sizeOf(first, second)).toBe(2);
    expect(sizeOf(second, first)).toBe(2);
    const ids = [...indexOf(first, second).index.papers()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('merging', () => {
  it('fills a paper up from its twins and gives it the strongest id', () => {
    const { index, added } = indexOf(
      { file: 'b.txt', entry: 2, abstract: ABSTRACT },
      {
        file: 'a.ris',
        entry: 1,
        title: TITLE.toUpperCase(),
        abstract: ABSTRACT,
        keywords: ['bees'],
        year: 2003,
      },
      { file: 'c.bib', entry: 9, title: TITLE, doi: '10.1000/bee', year: 2002, keywords: ['Homing'] },
    );
    const [paper] = [...index.papers()];
    expect(paper).toMatchObject({
      title: TITLE,
      abstract: ABSTRACT,
      year: 2002,
      doi: '10.1000/bee',
      keywords: ['Homing', 'bees'],
      sources: ['a.ris#1', 'b.txt#2', 'c.bib#9'],
    });
    expect(added[1]!.replaced).toEqual([added[0]!.paper.id]);
    expect(added[2]!.replaced).toEqual([added[1]!.paper.id]);
    expect(index.get(paper!.id)).toBe(paper);
    expect(index.get(added[0]!.paper.id)).toBeUndefined();
  });

  it('joins two papers when a third shows that they are one', () => {
    const { index, added } = indexOf(
      { abstract: ABSTRACT },
      { title: TITLE, doi: '10.1000/bee' },
      { title: TITLE, abstract: ABSTRACT },
    );
    expect(index.size).toBe(1);
    expect(added[2]!.replaced).toEqual([added[0]!.paper.id]);
  });

  it('says same when an entry comes again', () => {
    const index = new PaperIndex();
    const again = documentOf({ title: TITLE, abstract: ABSTRACT });
    index.add(again);
    expect(index.add(structuredClone(again))).toMatchObject({ outcome: 'same', replaced: [] });
    expect(index.add({ ...again, sources: ['z.txt#1'] })).toMatchObject({
      outcome: 'merged',
      reason: 'title',
    });
    expect(index.add(again).outcome).toBe('same');
  });

  it('takes back what it gave out: papers of one index added to another, then their entries', () => {
    const entries = [
      documentOf({ abstract: EDITED }),
      documentOf({ title: TITLE, abstract: ABSTRACT }),
      documentOf({ title: TITLE, doi: '10.1000/bee', authors: ['A B', 'C D'] }),
    ];
    const first = new PaperIndex();
    for (const document of entries) first.add(document);
    const second = new PaperIndex();
    for (const paper of first.papers()) second.add(paper);
    for (const document of entries) expect(second.add(document).outcome).toBe('same');
    expect([...second.papers()]).toEqual([...first.papers()]);
  });
});

describe('any order of entries', () => {
  const field = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
    fc.constantFrom(undefined, undefined, ...values);
  const someEntry = fc
    .record({
      title: field(TITLE, 'Mortar of Roman bridges', 'Editorial', 'A third paper here'),
      abstract: field(ABSTRACT, EDITED, OTHER, 'Too short.'),
      doi: field('10.1000/1', '10.1000/2', '10.1101/3'),
      arxivId: field('2401.00001', '2401.00002'),
      year: field(2001, 2002),
      authors: field(['Jane Doe'], ['Ann Roe', 'Jane Doe']),
      keywords: field(['Bees', 'sky'], ['bees']),
      venue: field('arXiv', 'Apiary'),
    })
    .filter(({ title, abstract }) => Boolean(title || abstract));

  const papersOf = (documents: readonly Document[]): Document[] => {
    const index = new PaperIndex();
    for (const document of documents) {
      const { paper } = index.add(document);
      expect(index.get(paper.id)).toBe(paper);
    }
    return [...index.papers()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const casesOf = (entryOf: typeof someEntry) =>
    fc
      .array(entryOf, { minLength: 1, maxLength: 12 })
      .map((entries) =>
        entries.map((fields, at) => {
          const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
          return toDocument({ file: 'a', line: 1, entry: at + 1, ...known }).document!;
        }),
      )
      .chain((documents) =>
        fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents, { minLength: documents.length })),
      );

  it('gives the same papers, each with its own id', () => {
    fc.assert(
      fc.property(casesOf(someEntry), ([documents, shuffled]) => {
        const papers = papersOf(documents);
        expect(papersOf(shuffled)).toEqual(papers);
        expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
        expect(papersOf([...papers, ...shuffled])).toEqual(papers);
      }),
      { seed: 7, numRuns: 1500 },
    );
  });

  // NOTE: of near-identical abstracts only the chosen one is stored, so those are left out here.
  it('gives the same papers, over however many runs they come', () => {
    const plain = someEntry.filter(({ abstract }) => abstract !== EDITED);
    fc.assert(
      fc.property(casesOf(plain), fc.nat(12), ([documents], cut) => {
        const firstRun = papersOf(documents.slice(0, cut));
        expect(papersOf([...firstRun, ...documents.slice(cut)])).toEqual(papersOf(documents));
      }),
      { seed: 8, numRuns: 1500 },
    );
  });
});

describe('hostile input', () => {
  it('thousands of entries with one title and DOIs of their own take no quadratic time', () => {
    const index = new PaperIndex();
    const started = cpuTime();
    for (let i = 0; i < 5000; i += 1) {
      index.add(documentOf({ title: TITLE, abstract: `${i} ${i * 7} ${i * 13} words`, doi: `10.1000/${i}` }));
    }
    expect(cpuTime() - started).toBeLessThan(8000);
    expect(index.size).toBe(5000);
  });
});
