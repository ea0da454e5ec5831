import { describe, expect, it } from 'vitest';
import { extraIdentifiers } from '../../../ingest/read/fields/extra.ts';
import { fixture, readAll, recordsOf, rejectionsOf } from './support.ts';

/** The three papers that each export holds, as all of them tell them. */
const SWAYING = {
  title: expect.stringMatching(/^Swaying (?:<i>)?Footbridges/),
  abstract: expect.stringContaining('Bridges sway'),
  year: 2019,
  venue: 'Journal of Sway',
  doi: '10.5555/bridge.1',
  arxivId: '1905.00001',
  pubmedId: '12345678',
  url: 'https://example.org/a_b',
};
const QUILL = { title: 'Paper That Shrinks', year: 2021, authors: ['Dora Quill'], arxivId: '2105.01234' };
const RASK = { title: 'Villages That Moved', year: 2022, abstract: 'Villages move.' };

describe("Zotero's exports", () => {
  it('Better BibTeX keeps names by parts, identifiers of the note and capitals', async () => {
    const items = await readAll(fixture('zotero.bib'));
    expect(rejectionsOf(items)).toEqual([]);
    const [swaying, quill, rask, kites, talks] = recordsOf(items);
    expect(swaying).toMatchObject({
      ...SWAYING,
      id: 'northfieldSwaying2019',
      title: 'Swaying Footbridges: Cheap Sensors on LSTM Networks',
      authors: ['Ada Northfield', 'Jan van der Zee', 'The Bridge Group'],
      keywords: expect.arrayContaining(['bridges', 'sensors']),
    });
    expect(JSON.stringify(items)).not.toMatch(/Zotero\/storage|Thesis|useprefix/);
    expect(quill).toMatchObject(QUILL);
    expect(rask).toMatchObject({ ...RASK, arxivId: '2203.04321', doi: '10.48550/arxiv.2203.04321' });
    expect(kites).toMatchObject({ year: 2020, arxivId: '2001.00002', pubmedId: '31452104' });
    expect(talks).toMatchObject({ venue: 'Proc. of Wind', authors: ['Ben Okoro'], year: 2020 });
  });

  it('CSL JSON keeps particles, dates as texts and the identifiers of the note', async () => {
    const items = await readAll(fixture('zotero-csl.json'));
    expect(rejectionsOf(items)).toEqual([]);
    const [swaying, quill, rask, kites, book] = recordsOf(items);
    expect(swaying).toMatchObject({
      ...SWAYING,
      authors: ['Ada Northfield', 'Jan van der Zee', 'The Bridge Group'],
    });
    expect(quill).toMatchObject({ ...QUILL, id: 'quillPaper2021' });
    expect(rask).toMatchObject({
      ...RASK,
      venue: 'Proceedings of Wind',
      authors: ['Emil Rask Jr.'],
      doi: '10.5555/villages.2',
      pubmedId: '777',
      keywords: ['villages', 'maps'],
    });
    expect(kites).toMatchObject({ year: 2020, pubmedId: '888' });
    expect(book).toMatchObject({ id: 'onlyTitle', title: 'A Book' });
  });

  it('BetterBibTeX JSON keeps authors apart from editors, and tags', async () => {
    const items = await readAll(fixture('zotero-better-bibtex.json'));
    expect(rejectionsOf(items)).toEqual([]);
    const [swaying, quill, rask, ...others] = recordsOf(items);
    expect(others).toEqual([]);
    expect(swaying).toMatchObject({
      ...SWAYING,
      authors: ['Ada Northfield', 'The Bridge Group'],
      keywords: ['bridges', 'sensors'],
    });
    expect(quill).toMatchObject(QUILL);
    expect(rask).toMatchObject({ ...RASK, authors: ['Emil Rask'] });
  });
});

describe('identifiers in a note', () => {
  it.each([
    ['PMID: 12345', { pubmedId: '12345' }],
    ['PMID: 12345\\\\ PMCID: PMC1', { pubmedId: '12345' }],
    ['Citation Key: x PMID: 12345', { pubmedId: '12345' }],
    ['tex.foo: bar\nDOI: https://doi.org/10.5555/A.b-1\nmore', { doi: '10.5555/a.b-1' }],
    ['arXiv:2101.00001v2 [cs.CL]', { arxivId: '2101.00001' }],
    ['PMCID: PMC1\\\\ arXiv: math/0309136', { arxivId: 'math/0309136' }],
  ])('%j', (note, found) => {
    expect(extraIdentifiers(note)).toEqual({ doi: null, pubmedId: null, arxivId: null, ...found });
  });

  it.each([
    'Comment on Smith 2019, PMID: 12345',
    'Reply to DOI: 10.5555/other',
    'as in arXiv:2101.00001',
    'PMID',
    'PMID: x',
    7,
    null,
  ])('are not those of other papers: %j', (note) =>
    expect(extraIdentifiers(note)).toEqual({ doi: null, pubmedId: null, arxivId: null }),
  );

  it('are looked for in linear time', () => {
    expect(extraIdentifiers(`${'PMID: '.repeat(100_000)}${'DOI: a '.repeat(100_000)}`).pubmedId).toBeNull();
  });
});
