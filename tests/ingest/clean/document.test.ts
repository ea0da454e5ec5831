import { describe, expect, it } from 'vitest';
import { DOCUMENT_LIMITS, toDocument } from '../../../ingest/clean/document.ts';
import { hashId } from '../../../ingest/clean/hash-id.ts';
import type { Document, RawRecord } from '../../../ingest/record.ts';

const entry: RawRecord = { file: 'a.txt', line: 7, entry: 3 };
const documentOf = (fields: Partial<RawRecord>): Document => {
  const { document } = toDocument({ ...entry, ...fields });
  if (!document) throw new Error('was rejected');
  return document;
};

describe('toDocument', () => {
  it('cleans text and says where it came from', () => {
    const outcome = toDocument({ ...entry, title: ' On  \\emph{Things} ', abstract: 'We find 5\\%.' });
    expect(outcome.document).toMatchObject({
      title: 'On Things',
      abstract: 'We find 5%.',
      sources: ['a.txt#3'],
    });
    expect(Object.keys(outcome.document ? outcome.maps : {})).toEqual(['title', 'abstract']);
  });

  it('rejects an entry with nothing to read, and one that is far too long', () => {
    const reason = (fields: Partial<RawRecord>): unknown => toDocument({ ...entry, ...fields }).rejection;
    expect(reason({ title: ' <p> </p>', abstract: '***' })).toEqual({
      ...entry,
      reason: 'neither a title nor an abstract',
    });
    expect(reason({ abstract: 'x'.repeat(DOCUMENT_LIMITS.abstract + 1) })).toMatchObject({
      reason: 'the abstract has more than 50,000 characters',
    });
    expect(reason({ title: 'Only a title' })).toBeUndefined();
  });

  it('drops facts that make no sense', () => {
    const title = 'A title to keep';
    expect(documentOf({ title, year: 20255 }).year).toBeNull();
    expect(documentOf({ title, year: 1999.5 }).year).toBeNull();
    expect(documentOf({ title, year: 1999 }).year).toBe(1999);
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://me:pw@a.example/', 'a b']) {
      expect(documentOf({ title, url }).url).toBeNull();
    }
    expect(documentOf({ title, url: 'https://a.example/x' }).url).toBe('https://a.example/x');
    expect(documentOf({ title, venue: 'x'.repeat(501) }).venue).toBeNull();
  });

  it('takes its id from the strongest identity', () => {
    const text = { title: 'One of three words', abstract: 'Some abstract.' };
    const ids = { doi: '10.1000/X', arxivId: '2401.01234v3', pubmedId: '77' };
    expect(documentOf({ ...text, ...ids }).id).toBe(hashId('doi:10.1000/x'));
    expect(documentOf({ ...text, ...ids, doi: '' }).id).toBe(hashId('arxiv:2401.01234'));
    expect(documentOf({ ...text, pubmedId: '77' }).id).toBe(hashId('pubmed:77'));
    expect(documentOf(text).id).toBe(documentOf({ title: 'One of Three-Words!' }).id);
    expect(documentOf({ abstract: 'Some abstract.' }).id).toBe(documentOf({ abstract: 'some  abstract' }).id);
  });

  it('keeps all keys, sorted', () => {
    const abstract = 'word '.repeat(20);
    const { keys } = documentOf({ title: 'One of three', abstract, doi: '10.1000/x', pubmedId: '9' });
    expect(keys.map((key) => key.split(':')[0])).toEqual(['abstract', 'doi', 'pubmed', 'title']);
    expect(keys[1]).toBe('doi:10.1000/x');
  });

  it("takes an index's own number for a key, but not an id that is good in one file only", () => {
    const keysOf = (id: string): string[] => documentOf({ title: 'One of three', id }).keys;
    expect(keysOf('openalex:W123')).toContain('openalex:W123');
    expect(keysOf('s2:abcdef')).toContain('s2:abcdef');
    expect(keysOf('smith2020')).toHaveLength(1);
  });

  it("doesn't let a placeholder abstract identify a titled paper", () => {
    const abstract = 'No abstract available.';
    const prefixes = (document: Document): string[] => document.keys.map((key) => key.split(':')[0]!);
    expect(prefixes(documentOf({ title: 'One of three', abstract }))).toEqual(['title']);
    expect(prefixes(documentOf({ abstract }))).toEqual(['abstract']);
  });

  it('writes authors the way they are spoken, once each', () => {
    const authors = ['Doe, Jane', 'Jane Doe', 'King, Jr., Martin', "O\\'Neil, Ann"];
    expect(documentOf({ title: 'A title here', authors }).authors).toEqual([
      'Jane Doe',
      'Martin King Jr.',
      "Ann O'Neil",
    ]);
  });

  it('sorts keywords and drops repeats, and normalises what is cited', () => {
    const { keywords, cites } = documentOf({
      title: 'A title here',
      keywords: ['b', 'Graph', 'graph', ' '],
      cites: ['https://doi.org/10.1000/Z', 'arXiv:2401.00001v2', 'W1', 'W1'],
    });
    expect(keywords).toEqual(['Graph', 'b']);
    expect(cites).toEqual(['doi:10.1000/z', 'arxiv:2401.00001', 'W1']);
  });
});
