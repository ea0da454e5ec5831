import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../ingest/read/format.ts';
import { readContent, recordsOf, rejectionsOf } from './support.ts';

const EXPORTS: Record<string, [content: string, expected: object]> = {
  Scopus: [
    '"Authors","Author full names","Author(s) ID","Title","Year","Source title","DOI","Link","Abstract","Author Keywords","Index Keywords","References","EID"\n' +
      '"Northfield A.; Okoro B.","Northfield, Ada (57193); Okoro, Ben (57194)","57193; 57194","Swaying Footbridges","2019","Journal of Sway","10.5555/bridge.1","https://www.scopus.com/x","Bridges sway.","bridges; sensors","Walking","Quill D., Old maps, 10.5555/maps.2, (2001); A book, (1999)","2-s2.0-1"\n',
    {
      id: '2-s2.0-1',
      authors: ['Ada Northfield', 'Ben Okoro'],
      venue: 'Journal of Sway',
      url: 'https://www.scopus.com/x',
      keywords: ['bridges', 'sensors'],
      cites: ['doi:10.5555/maps.2'],
    },
  ],
  'Web of Science': [
    'Publication Type,Authors,Author Full Names,Article Title,Source Title,Author Keywords,Abstract,Publication Year,DOI,UT (Unique WOS ID)\n' +
      'J,"Northfield, A; Okoro, B","Northfield, Ada; Okoro, Ben",Swaying Footbridges,Journal of Sway,bridges; sensors,Bridges sway.,2019,10.5555/bridge.1,WOS:1\n',
    {
      id: 'WOS:1',
      authors: ['Ada Northfield', 'Ben Okoro'],
      venue: 'Journal of Sway',
      keywords: ['bridges', 'sensors'],
    },
  ],
  Dimensions: [
    'Rank,Publication ID,DOI,Title,Abstract,Source title,PubYear,Authors,Dimensions URL,PMID\n' +
      '1,pub.1,10.5555/bridge.1,Swaying Footbridges,Bridges sway.,Journal of Sway,2019,"Northfield, Ada; Okoro, Ben",https://example.org/pub.1,11111111\n',
    {
      id: 'pub.1',
      authors: ['Ada Northfield', 'Ben Okoro'],
      pubmedId: '11111111',
      url: 'https://example.org/pub.1',
    },
  ],
  Zotero: [
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url","Abstract Note","Date","Manual Tags"\n' +
      '"ABCD","journalArticle","2019","Northfield, Ada; Okoro, Ben","Swaying Footbridges","Journal of Sway","","10.5555/bridge.1","https://arxiv.org/abs/1905.00001","Bridges sway.","2019-05-01","bridges; sensors"\n',
    { id: 'ABCD', authors: ['Ada Northfield', 'Ben Okoro'], arxivId: '1905.00001', venue: 'Journal of Sway' },
  ],
  OpenAlex: [
    'id,doi,display_name,publication_year,publication_date,abstract,primary_location.source.display_name,authorships.author.display_name,keywords.display_name,referenced_works,ids.pmid\n' +
      'https://openalex.org/W1000001,https://doi.org/10.5555/bridge.1,Swaying Footbridges,2019,2019-05-01,Bridges sway.,Journal of Sway,Ada Northfield|Ben Okoro,Bridges|Sensors,https://openalex.org/W1000002|https://openalex.org/W1000003,https://pubmed.ncbi.nlm.nih.gov/11111111\n',
    {
      id: 'openalex:W1000001',
      authors: ['Ada Northfield', 'Ben Okoro'],
      venue: 'Journal of Sway',
      keywords: ['Bridges', 'Sensors'],
      cites: ['openalex:W1000002', 'openalex:W1000003'],
      pubmedId: '11111111',
    },
  ],
};

describe('headers of the usual exports', () => {
  it.each(Object.entries(EXPORTS))('%s', async (_, [content, expected]) => {
    expect(detectFormat(content, 'export')).toBe('csv');
    const [record] = recordsOf(await readContent(content, 'export'));
    const common = {
      title: 'Swaying Footbridges',
      abstract: 'Bridges sway.',
      year: 2019,
      doi: '10.5555/bridge.1',
    };
    expect(record).toMatchObject({ ...common, ...expected });
  });
});

describe('delimiters', () => {
  it.each([';', ',', '\t', '|'])('%s is found by the header', async (delimiter) => {
    const content = ['title', 'abstract\nKites', '"Kites; lift, cameras | here"\n'].join(delimiter);
    expect(recordsOf(await readContent(content, 'a.csv'))).toMatchObject([
      { line: 2, title: 'Kites', abstract: 'Kites; lift, cameras | here' },
    ]);
  });

  it("may be told by Excel's line", async () => {
    const content = 'sep=;\r\ntitle;abstract\r\nKites;They lift, mostly\r\n';
    expect(recordsOf(await readContent(content, 'a.csv'))).toMatchObject([
      { line: 3, abstract: 'They lift, mostly' },
    ]);
  });

  it('may end every row', async () => {
    const content = 'title,abstract\nA,a,\nB,b,\nC,c\nD,d,d,\n';
    const items = await readContent(content, 'a.csv');
    expect(recordsOf(items).map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(rejectionsOf(items)).toMatchObject([{ line: 5, entry: 4 }]);
  });
});

describe('columns', () => {
  it('are mapped as told', async () => {
    const content = 'headline,text,when\nKites,They lift,2020\n';
    const columns = { title: 'Headline', abstract: 'text', year: 'when' };
    expect(recordsOf(await readContent(content, 'a.csv', { columns }))).toMatchObject([
      { title: 'Kites', abstract: 'They lift', year: 2020 },
    ]);
  });

  it('that are missing are named with those there are', async () => {
    await expect(readContent('a,b\n1,2\n', 'a.csv')).rejects.toMatchObject({
      code: 'input',
      message: expect.stringMatching(/no column for title or abstract.*'a', 'b'.*--columns/),
    });
    await expect(readContent('title,b\n1,2\n', 'a.csv', { columns: { year: 'when' } })).rejects.toMatchObject(
      {
        code: 'input',
        message: expect.stringMatching(/no column 'when'/),
      },
    );
  });
});

describe('quotes', () => {
  const rows = async (body: string): Promise<unknown[][]> =>
    (await readContent(`title,abstract\n${body}`, 'a.csv')).map(({ record, rejection }) =>
      record ? [record.line, record.title, record.abstract] : [rejection.line],
    );

  it('may hold line breaks, delimiters, quotes and blank lines', async () => {
    expect(await rows('A,"one\n\n""two"", three"\nB,b\n')).toEqual([
      [2, 'A', 'one\n\n"two", three'],
      [5, 'B', 'b'],
    ]);
  });

  it('that are never closed cost one line', async () => {
    expect(await rows('A,"a\nB,b\nC,"c"\nD,d\n')).toEqual([[2], [3, 'B', 'b'], [4, 'C', 'c'], [5, 'D', 'd']]);
    expect(await rows('A,a\nB,"b\nC,c\nD,d')).toEqual([[2, 'A', 'a'], [3], [4, 'C', 'c'], [5, 'D', 'd']]);
  });

  it('that nobody doubled are kept where they stand', async () => {
    expect(await rows('A,"the "best" one"\nB,b "quoted" b\n')).toEqual([
      [2, 'A', 'the "best" one'],
      [3, 'B', 'b "quoted" b'],
    ]);
  });
});
