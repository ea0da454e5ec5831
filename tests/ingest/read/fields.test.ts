import { describe, expect, it } from 'vitest';
import { arxivIdOf, citationKey, doiOf, namedArxivIdOf } from '../../../ingest/read/fields/identifiers.ts';
import { authorsOf } from '../../../ingest/read/fields/names.ts';
import { yearOf } from '../../../ingest/read/fields/year.ts';
import { fixture, readAll, recordsOf } from './support.ts';

describe('what each format says', () => {
  const first = async (name: string) => {
    const { file: _, line: __, entry: ___, ...fields } = recordsOf(await readAll(fixture(name)))[0]!;
    return fields;
  };
  const bridges = {
    year: 2019,
    venue: 'Journal of Sway',
    doi: '10.5555/bridge.1',
    authors: ['Ada Northfield', 'Ben Okoro'],
  };

  it('BibTeX', async () => {
    expect(await first('library.bib')).toEqual({
      ...bridges,
      id: 'northfield2019',
      title: 'Swaying Footbridges of T\\"ubingen: an $O(n^2)$ Study',
      abstract:
        'Bridges sway when many people walk over them in step. We predict the sway within 4\\% -- even for \\emph{new} bridges.',
      authors: ['Ada Northfield', 'The Bridge Group', 'Jan van der Zee'],
      keywords: ['bridges', 'sensors'],
    });
    const [, quill] = recordsOf(await readAll(fixture('library.bib')));
    expect(quill).toMatchObject({
      abstract: 'Old maps were drawn on paper that costs \\$5 a sheet.',
      venue: 'Journal of Old Maps',
      year: 2021,
      arxivId: '2105.01234',
      url: 'https://example.org/a_b',
    });
  });

  it('RIS and nbib', async () => {
    expect(await first('library.ris')).toEqual({
      ...bridges,
      title: 'Swaying Footbridges',
      abstract: 'Bridges sway when many people walk over them in step.',
      keywords: ['bridges', 'sensors'],
      url: 'https://example.org/bridges',
    });
    const [, quill] = recordsOf(await readAll(fixture('library.ris')));
    expect(quill).toMatchObject({ authors: ['Dora Quill Jr.'], arxivId: '2105.01234', year: 2021 });
    expect(await first('pubmed.nbib')).toEqual({
      ...bridges,
      title: 'Swaying footbridges measured with cheap sensors.',
      abstract: 'Bridges sway when many people walk over them in step.',
      venue: 'Journal of sway',
      pubmedId: '11111111',
      url: 'https://pubmed.ncbi.nlm.nih.gov/11111111/',
      keywords: ['bridges', 'Walking'],
    });
  });

  it('tables', async () => {
    expect(await first('table.csv')).toEqual({
      id: 'p1',
      title: 'Swaying Footbridges',
      abstract: 'Bridges sway, when many people walk over them "in step".\nWe predict the sway.',
      year: 2019,
      authors: bridges.authors,
      doi: bridges.doi,
      keywords: ['bridges', 'sensors'],
    });
    expect(await first('wos.tsv')).toMatchObject({
      ...bridges,
      authors: ['A Northfield', 'B Okoro'],
      id: 'WOS:000001',
    });
  });

  it('our own JSON, and that of others', async () => {
    expect(await first('papers.jsonl')).toEqual({
      ...bridges,
      id: 'p1',
      title: 'Swaying Footbridges',
      abstract: 'Bridges sway when many people walk over them.\nIn step.',
      keywords: ['bridges', 'sensors'],
      cites: ['doi:10.5555/maps.2', 'arxiv:2105.01234', 'p3'],
    });
    expect(await first('openalex.json')).toEqual({
      ...bridges,
      id: 'openalex:W1000001',
      title: 'Swaying Footbridges',
      abstract: 'Bridges sway when people walk, sway a lot.',
      arxivId: '1905.00001',
      pubmedId: '11111111',
      url: 'https://doi.org/10.5555/bridge.1',
      keywords: ['Bridges'],
      cites: ['openalex:W1000003'],
    });
    expect(await first('semantic-scholar.json')).toEqual({
      ...bridges,
      id: 's2:aaaa',
      title: 'Swaying Footbridges',
      abstract: 'Bridges sway.',
      authors: ['Ada Northfield'],
      arxivId: '1905.00001',
      pubmedId: '11111111',
      url: 'https://www.semanticscholar.org/paper/aaaa',
      cites: ['s2:cccc', 'doi:10.5555/x'],
    });
    expect(await first('crossref.json')).toEqual({
      ...bridges,
      title: 'Swaying Footbridges: Cheap Sensors',
      abstract: '<jats:p>Bridges sway &amp; swing.</jats:p>',
      authors: ['Ada Northfield', 'The Bridge Group'],
      url: 'http://dx.doi.org/10.5555/bridge.1',
      keywords: ['Engineering'],
      cites: ['doi:10.5555/maps.2'],
    });
    expect(await first('csl.json')).toMatchObject({ id: 'northfield2019', year: 2019, pubmedId: '11111111' });
  });

  it('XML', async () => {
    expect(await first('arxiv.xml')).toEqual({
      ...bridges,
      title: 'Swaying Footbridges: Cheap Sensors & Oscillators',
      abstract: 'Bridges sway when $x < y$. They sway a lot.',
      venue: 'Journal of Sway 7 (2019)',
      arxivId: '1905.00001',
      url: 'http://arxiv.org/abs/1905.00001v2',
    });
    expect(await first('pubmed.xml')).toEqual({
      ...bridges,
      title: 'Swaying footbridges.',
      abstract: 'AIM: Bridges sway.\nRESULT: They swing.',
      venue: 'Journal of sway',
      authors: ['Ada Northfield', 'The Bridge Group'],
      pubmedId: '11111111',
      url: 'https://pubmed.ncbi.nlm.nih.gov/11111111/',
      keywords: ['bridges'],
      cites: ['pubmed:33333333'],
    });
  });
});

describe('authorsOf', () => {
  it.each([
    ['Northfield, Ada; Okoro, Ben', ['Ada Northfield', 'Ben Okoro']],
    ['Northfield, Ada and Okoro, Ben', ['Ada Northfield', 'Ben Okoro']],
    ['Ada Northfield, Ben Okoro', ['Ada Northfield', 'Ben Okoro']],
    ['Ada Northfield, Ben Okoro and Cleo Marsh', ['Ada Northfield', 'Ben Okoro', 'Cleo Marsh']],
    ['Ada Northfield, Ben Okoro, and Cleo Marsh', ['Ada Northfield', 'Ben Okoro', 'Cleo Marsh']],
    ['Ada Northfield & Ben Okoro', ['Ada Northfield', 'Ben Okoro']],
    ['Ada Northfield|Ben Okoro', ['Ada Northfield', 'Ben Okoro']],
    ['Northfield A., Okoro B.', ['Northfield A.', 'Okoro B.']],
    ['Northfield, Ada (57193); Okoro, Ben (57194)', ['Ada Northfield', 'Ben Okoro']],
    ['Northfield, Ada', ['Ada Northfield']],
    ['Madonna', ['Madonna']],
    ['Ada Northfield et al.', ['Ada Northfield et al.']],
    ['', []],
  ])('%s', (text, names) => expect(authorsOf(text)).toEqual(names));
});

describe('identifiers', () => {
  it.each([
    ['https://doi.org/10.1000/ABC.1', '10.1000/abc.1'],
    ['doi:10.1016/0031-9163(64)91136-9.', '10.1016/0031-9163(64)91136-9'],
    ['no doi here', null],
  ])('doi %s', (text, doi) => expect(doiOf(text)).toBe(doi));

  it.each([
    ['arXiv preprint arXiv:1706.03762v5', '1706.03762'],
    ['https://arxiv.org/abs/math/0309136v1', 'math/0309136'],
    ['https://arxiv.org/pdf/2105.01234.pdf', '2105.01234'],
    ['10.48550/arXiv.2105.01234', '2105.01234'],
    ['Journal 1706.03762', null],
  ])('arXiv in %s', (text, id) => expect(namedArxivIdOf(text)).toBe(id));

  it('take a bare arXiv number only where one is asked for', () => {
    expect(arxivIdOf('2105.01234v2')).toBe('2105.01234');
    expect(arxivIdOf('12105.01234')).toBeNull();
  });

  it.each([
    ['https://doi.org/10.1000/X', 'doi:10.1000/x'],
    ['arXiv:2105.01234', 'arxiv:2105.01234'],
    ['10.48550/arXiv.2105.01234', 'arxiv:2105.01234'],
    ['https://openalex.org/W123456', 'openalex:W123456'],
    ['acml2010/4981', 'acml2010/4981'],
    ['A. Northfield, On Bridges, 2019', null],
  ])('cited as %s', (text, key) => expect(citationKey(text)).toBe(key));
});

describe('yearOf', () => {
  it.each([
    [2019, 2019],
    ['2019', 2019],
    ['2020 Jan 5', 2020],
    ['Mon, 3 May 2021 17:00:00 GMT', 2021],
    ['2019/05/01/', 2019],
    [20255, null],
    ['20255', null],
    ['n.d.', null],
    [null, null],
  ])('%s', (value, year) => expect(yearOf(value)).toBe(year));
});
