import { describe, expect, it } from 'vitest';
import {
  citationKey,
  identifiersOf,
  normaliseArxivId,
  normaliseDoi,
  normalisePubmedId,
} from '../../../ingest/clean/identifiers.ts';

it.each([
  ['10.1000/ABC.def', '10.1000/abc.def'],
  ['https://doi.org/10.1000/xyz%28123%29', '10.1000/xyz(123)'],
  ['doi: 10.1000/182).', '10.1000/182'],
  ['http://dx.doi.org/10.1016/S0004-3702(02)00370-1', '10.1016/s0004-3702(02)00370-1'],
  ['11.1000/182', null],
  ['%', null],
])('DOI %s', (text, doi) => expect(normaliseDoi(text)).toBe(doi));

it.each([
  ['arXiv:2401.01234v2', '2401.01234'],
  ['https://arxiv.org/pdf/1706.03762v5.pdf', '1706.03762'],
  ['http://export.arxiv.org/abs/math.GT/0309136v1', 'math/0309136'],
  ['hep-th/9901001', 'hep-th/9901001'],
  ['arXiv:1706.03762 [cs.CL]', '1706.03762'],
  ['2413.01234', null],
  ['12345', null],
])('arXiv id %s', (text, id) => expect(normaliseArxivId(text)).toBe(id));

it.each([
  ['PMID: 0012345', '12345'],
  ['https://pubmed.ncbi.nlm.nih.gov/12345/', '12345'],
  ['PMC12345', null],
  ['0', null],
])('PubMed id %s', (text, id) => expect(normalisePubmedId(text)).toBe(id));

describe('identifiersOf', () => {
  it("takes arXiv's own DOI for an arXiv id", () => {
    expect(identifiersOf({ doi: 'https://doi.org/10.48550/arXiv.2401.01234' })).toEqual({
      doi: null,
      arxivId: '2401.01234',
      pubmedId: null,
    });
  });

  it('reads addresses, but only of known sites', () => {
    expect(identifiersOf({ url: 'https://arxiv.org/abs/2401.01234v1' }).arxivId).toBe('2401.01234');
    expect(identifiersOf({ url: 'https://doi.org/10.1000/1' }).doi).toBe('10.1000/1');
    expect(identifiersOf({ url: 'https://dl.example/doi/10.1145/12.34' }).doi).toBe('10.1145/12.34');
    expect(identifiersOf({ url: 'https://blog.example/2401.01234' }).arxivId).toBeNull();
  });
});

it.each([
  ['doi:10.1000/A', 'doi:10.1000/a'],
  ['https://arxiv.org/abs/2401.01234', 'arxiv:2401.01234'],
  ['pmid:123', 'pubmed:123'],
  ['W2741809807', 'W2741809807'],
  [' ', null],
])('citation %s', (text, key) => expect(citationKey(text)).toBe(key));
