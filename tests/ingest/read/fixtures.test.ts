import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectFormat, FORMATS, type Format } from '../../../ingest/read/format.ts';
import { fixture, readAll, readContent, recordsOf, rejectionsOf, unnamed } from './support.ts';

interface Golden {
  format: Format;
  /** Title, or the abstract's first words, per record by entry number and line. */
  records: [entry: number, line: number, text: string][];
  rejected: [entry: number, line: number, reason: RegExp][];
}

/** Each file has a broken entry in its middle. */
const GOLDEN: Record<string, Golden> = {
  'abstracts.txt': {
    format: 'abstracts',
    records: [
      [1, 1, 'Bridges sway'],
      [2, 2, 'Kites lift'],
      [4, 7, 'Old maps were'],
    ],
    rejected: [[3, 4, /no text after the heading/]],
  },
  'abstracts-titled.txt': {
    format: 'abstracts',
    records: [
      [1, 3, 'Swaying Footbridges'],
      [2, 12, 'Which Kite Lifts a Camera?'],
      [4, 21, 'Paper That Shrinks: Villages on Old Maps'],
    ],
    rejected: [[3, 19, /A Title That Lost Its Abstract/]],
  },
  'labelled.txt': {
    format: 'abstracts',
    records: [
      [1, 1, 'Swaying Footbridges and the People on Them'],
      [3, 11, 'Paper That Shrinks'],
    ],
    rejected: [[2, 8, /no text after the heading/]],
  },
  'page-dump.txt': {
    format: 'page-dump',
    records: [
      [1, 2, 'Swaying Footbridges: Cheap Sensors, Simple Oscillators'],
      [2, 5, 'Which Kite Lifts a Camera?'],
      [4, 8, 'Paper That Shrinks: Villages on Old Maps'],
    ],
    rejected: [[3, 7, /no abstract after it/]],
  },
  'plain.txt': {
    format: 'plain',
    records: [
      [1, 1, 'Swaying Footbridges'],
      [2, 6, 'Which Kite Lifts a Camera?'],
      [4, 12, 'Paper That Shrinks: Villages on Old Maps'],
      [5, 18, 'bare prose has no title'],
    ],
    rejected: [[3, 10, /too short/]],
  },
  'library.bib': {
    format: 'bibtex',
    records: [
      [1, 7, 'Swaying Footbridges of T\\"ubingen: an $O(n^2)$ Study'],
      [3, 26, 'Paper That Shrinks'],
      [4, 29, 'Villages That Moved'],
    ],
    rejected: [[2, 18, /never closed/]],
  },
  'library.ris': {
    format: 'ris',
    records: [
      [1, 1, 'Swaying Footbridges'],
      [3, 20, 'Paper That Shrinks'],
    ],
    rejected: [[2, 15, /neither a title nor an abstract/]],
  },
  'pubmed.nbib': {
    format: 'nbib',
    records: [
      [1, 1, 'Swaying footbridges measured with cheap sensors.'],
      [3, 22, 'Paper that shrinks.'],
    ],
    rejected: [[2, 17, /neither a title nor an abstract/]],
  },
  'table.csv': {
    format: 'csv',
    records: [
      [1, 2, 'Swaying Footbridges'],
      [4, 7, 'Paper That Shrinks'],
    ],
    rejected: [
      [2, 5, /8 columns where the header has 7/],
      [3, 6, /a quoted cell is never closed/],
    ],
  },
  'wos.tsv': {
    format: 'tsv',
    records: [
      [1, 2, '"Sway" in Footbridges'],
      [3, 4, 'Paper That Shrinks'],
    ],
    rejected: [[2, 3, /3 columns where the header has 9/]],
  },
  'papers.jsonl': {
    format: 'jsonl',
    records: [
      [1, 1, 'Swaying Footbridges'],
      [3, 4, 'Paper That Shrinks'],
    ],
    rejected: [[2, 2, /not JSON/]],
  },
  'papers.json': {
    format: 'json',
    records: [
      [1, 4, 'Swaying Footbridges'],
      [5, 25, 'Paper That "Shrinks"'],
    ],
    rejected: [
      [2, 12, /line break inside a string/],
      [3, 16, /bracket is missing/],
      [4, 21, /bracket is missing/],
    ],
  },
  'openalex.json': {
    format: 'json',
    records: [
      [1, 2, 'Swaying Footbridges'],
      [3, 11, 'Paper That Shrinks'],
    ],
    rejected: [[2, 10, /neither a title nor an abstract/]],
  },
  'semantic-scholar.json': {
    format: 'json',
    records: [
      [1, 2, 'Swaying Footbridges'],
      [3, 4, 'Paper That Shrinks'],
    ],
    rejected: [[2, 3, /neither a title nor an abstract/]],
  },
  'crossref.json': {
    format: 'json',
    records: [
      [1, 2, 'Swaying Footbridges: Cheap Sensors'],
      [3, 4, 'Paper That Shrinks'],
    ],
    rejected: [[2, 3, /neither a title nor an abstract/]],
  },
  'csl.json': {
    format: 'json',
    records: [
      [1, 2, 'Swaying Footbridges'],
      [3, 4, 'Paper That Shrinks'],
    ],
    rejected: [[2, 3, /neither a title nor an abstract/]],
  },
  'arxiv.xml': {
    format: 'atom',
    records: [
      [1, 5, 'Swaying Footbridges: Cheap Sensors & Oscillators'],
      [3, 26, 'Paper That Shrinks'],
    ],
    rejected: [[2, 21, /broken XML/]],
  },
  'pubmed.xml': {
    format: 'pubmed-xml',
    records: [
      [1, 4, 'Swaying footbridges.'],
      [3, 22, 'Paper that shrinks.'],
    ],
    rejected: [[2, 19, /neither a title nor an abstract/]],
  },
};

it('has a fixture for every format', () => {
  expect(new Set(Object.values(GOLDEN).map(({ format }) => format))).toEqual(new Set(FORMATS));
});

describe.each(Object.entries(GOLDEN))('%s', (name, golden) => {
  it('gives its records and tells of the broken entry', async () => {
    const items = await readAll(fixture(name));
    expect(
      recordsOf(items).map(({ entry, line, title, abstract }, at) => {
        const expected = golden.records[at]?.[2] ?? '';
        return [entry, line, title ?? abstract!.slice(0, expected.length)];
      }),
    ).toEqual(golden.records);
    const rejected = rejectionsOf(items);
    expect(rejected.map(({ entry, line }) => [entry, line])).toEqual(
      golden.rejected.map((each) => each.slice(0, 2)),
    );
    for (const [at, { reason, file }] of rejected.entries()) {
      expect(reason).toMatch(golden.rejected[at]![2]);
      expect(file).toBe(name);
    }
    expect(items.map(({ record, rejection }) => (record ?? rejection).entry)).toEqual(
      items.map((_, at) => at + 1),
    );
  });

  it('is known by its content, whatever its name', async () => {
    const text = await readFile(fixture(name), 'utf8');
    expect(detectFormat(text, 'download')).toBe(golden.format);
    expect(detectFormat(text, 'misnamed.txt')).toBe(golden.format);
  });

  it('reads the same with other line ends, marks, encodings and packed', async () => {
    const bytes = await readFile(fixture(name));
    const text = bytes.toString('utf8');
    const expected = unnamed(await readAll(fixture(name)));
    const variants: Record<string, string | Uint8Array> = {
      crlf: text.replaceAll('\n', '\r\n'),
      'lone-cr': text.replaceAll('\n', '\r'),
      bom: `\ufeff${text}`,
      utf16le: iconv.encode(text, 'utf-16le', { addBOM: true }),
      utf16be: iconv.encode(text, 'utf-16be', { addBOM: true }),
      'utf16-unmarked': iconv.encode(text, 'utf-16le', { addBOM: false }),
      gzip: gzipSync(bytes),
      'gzip-of-two': Buffer.concat([gzipSync(bytes.subarray(0, 40)), gzipSync(bytes.subarray(40))]),
    };
    for (const [variant, content] of Object.entries(variants)) {
      expect(unnamed(await readContent(content, variant)), variant).toEqual(expected);
    }
  });
});
