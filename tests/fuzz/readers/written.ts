/** Papers written in every form that is read: what stands before, one piece a paper, what stands after. */
import type { Format } from '../../../ingest/read/format.ts';
import type { Entry } from './entries.ts';

export interface Written {
  head: string;
  pieces: string[];
  between: string;
  tail: string;
}

type Write = (entries: readonly Entry[]) => Written;

const pieces =
  (write: (entry: Entry, at: number) => string, { head = '', between = '', tail = '' } = {}): Write =>
  (entries) => ({ head, pieces: entries.map(write), between, tail });

const json = (shape: (entry: Entry) => unknown, frame: [string, string], indent = 0): Write =>
  pieces((entry) => JSON.stringify(shape(entry), null, indent), {
    head: frame[0],
    between: ',\n',
    tail: frame[1],
  });
const lines = (shape: (entry: Entry) => unknown): Write =>
  pieces((entry) => JSON.stringify(shape(entry)), { between: '\n', tail: '\n' });

const xml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const cell = (text: string): string => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const latex = (text: string): string => text.replace(/[%&#$@]/g, (character) => `\\${character}`);

const own = ({ mark: _, ...paper }: Entry): unknown => paper;
const openAlex = (entry: Entry, at = 0): unknown => ({
  id: `https://openalex.org/W10${entry.year}${at}`,
  display_name: entry.title,
  publication_year: entry.year,
  abstract_inverted_index: Object.fromEntries(
    [...new Set(entry.abstract.split(' '))].map((each, place) => [each, [place]]),
  ),
  authorships: entry.authors.map((author) => ({ author: { display_name: author } })),
});
const semanticScholar = (entry: Entry): unknown => ({
  paperId: `f${entry.mark}`,
  externalIds: { DOI: entry.doi || null },
  title: entry.title,
  abstract: entry.abstract,
  year: entry.year,
  authors: entry.authors.map((author) => ({ name: author })),
});
const crossref = (entry: Entry): unknown => ({
  DOI: entry.doi,
  title: [entry.title],
  abstract: `<jats:p>${xml(entry.abstract)}</jats:p>`,
  issued: { 'date-parts': [[entry.year]] },
  author: entry.authors.map((author) => ({ family: author })),
  'container-title': [entry.venue],
});
const csl = (entry: Entry): unknown => ({
  id: entry.mark,
  type: 'article-journal',
  title: entry.title,
  abstract: entry.abstract,
  issued: { 'date-parts': [[entry.year]] },
  author: entry.authors.map((author) => ({ literal: author })),
});

const table = (delimiter: string): Write =>
  pieces(
    (entry) =>
      [entry.title, entry.abstract, String(entry.year), entry.authors.join('; '), entry.venue, entry.doi]
        .map(cell)
        .join(delimiter),
    {
      head: `${['title', 'abstract', 'year', 'authors', 'venue', 'doi'].join(delimiter)}\n`,
      between: '\n',
      tail: '\n',
    },
  );

const bibtex: Write = pieces(
  (entry, at) => `@article{key${at},
  title = {${latex(entry.title)}},
  abstract = {${latex(entry.abstract)}},
  author = {${entry.authors.join(' and ')}},
  journal = "${latex(entry.venue).replaceAll('"', "''")}",
  doi = {${entry.doi}},
  year = ${entry.year}
}`,
  { between: '\n\n', tail: '\n' },
);
const ris: Write = pieces(
  (entry) =>
    [
      'TY  - JOUR',
      `TI  - ${entry.title}`,
      `AB  - ${entry.abstract}`,
      ...entry.authors.map((author) => `AU  - ${author}`),
      `PY  - ${entry.year}`,
      'ER  - ',
    ].join('\n'),
  { between: '\n\n', tail: '\n' },
);
const nbib: Write = pieces(
  (entry, at) =>
    [
      `PMID- 10${at}`,
      `TI  - ${entry.title}`,
      `AB  - ${entry.abstract.replace(/ ends/, '\n      ends')}`,
      ...entry.authors.map((author) => `FAU - ${author}`),
      `DP  - ${entry.year}`,
    ].join('\n'),
  { between: '\n\n', tail: '\n' },
);
const atom: Write = pieces(
  (entry, at) => `<entry>
  <id>http://arxiv.org/abs/2401.0000${at}v1</id>
  <title>${xml(entry.title)}</title>
  <summary>${xml(entry.abstract)}</summary>
  <published>${entry.year}-01-01T00:00:00Z</published>
  ${entry.authors.map((author) => `<author><name>${xml(author)}</name></author>`).join('')}
</entry>`,
  {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
    between: '\n',
    tail: '\n</feed>\n',
  },
);
const pubmed: Write = pieces(
  (entry, at) => `<PubmedArticle><MedlineCitation><PMID>10${at}</PMID><Article>
<ArticleTitle>${xml(entry.title)}</ArticleTitle>
<Abstract><AbstractText Label="AIM">${xml(entry.abstract)}</AbstractText></Abstract>
<Journal><Title>${xml(entry.venue)}</Title><JournalIssue><PubDate><Year>${entry.year}</Year></PubDate></JournalIssue></Journal>
</Article></MedlineCitation></PubmedArticle>`,
  { head: '<?xml version="1.0"?>\n<PubmedArticleSet>\n', between: '\n', tail: '\n</PubmedArticleSet>\n' },
);
const prose = (write: (entry: Entry) => string): Write => pieces(write, { between: '\n\n', tail: '\n' });

/** Long enough that no line of it is taken for a title. */
const long = (text: string): string =>
  `${text} ${'The rest of it says what was done and found. '.repeat(7).trim()}`;

export const DIALECTS = {
  abstracts: ['abstracts', prose((entry) => `${entry.title}\n\nAbstract: ${entry.abstract}`)],
  'page-dump': ['page-dump', prose((entry) => `${entry.title}\n${long(entry.abstract)}`)],
  plain: ['plain', prose((entry) => `${entry.title}\n\n${long(entry.abstract)}`)],
  bibtex: ['bibtex', bibtex],
  ris: ['ris', ris],
  nbib: ['nbib', nbib],
  csv: ['csv', table(',')],
  semicolons: ['csv', table(';')],
  tsv: ['tsv', table('\t')],
  json: ['json', json(own, ['[', ']'])],
  'indented json': ['json', json(own, ['{"meta": {"n": 1}, "papers": [\n', ']}'], 2)],
  'openalex json': ['json', json(openAlex, ['{"results": [', '], "meta": {}}'])],
  jsonl: ['jsonl', lines(own)],
  'openalex jsonl': ['jsonl', lines(openAlex)],
  'semantic scholar jsonl': ['jsonl', lines(semanticScholar)],
  'crossref jsonl': ['jsonl', lines(crossref)],
  'csl jsonl': ['jsonl', lines(csl)],
  atom: ['atom', atom],
  'pubmed-xml': ['pubmed-xml', pubmed],
} as const satisfies Record<string, readonly [Format, Write]>;

export type Dialect = keyof typeof DIALECTS;

export const textOf = ({ head, pieces: all, between, tail }: Written): string =>
  head + all.join(between) + tail;
