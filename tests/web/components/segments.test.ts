import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperLinks, safeHref } from '../../../web/components/paper-links.ts';
import { segmentText } from '../../../web/components/segments.ts';
import { authorLine, count, duration, otherSpellings } from '../../../web/components/words.ts';

describe('segmentText', () => {
  it('cuts at the marks', () => {
    const segments = segmentText('we use BERT here', [{ start: 7, end: 11, payload: 'x' }]);
    expect(segments).toEqual([
      { start: 0, text: 'we use ', payload: null },
      { start: 7, text: 'BERT', payload: 'x' },
      { start: 11, text: ' here', payload: null },
    ]);
  });

  it('keeps the longest of marks that overlap', () => {
    const segments = segmentText('graph neural network', [
      { start: 6, end: 12, payload: 'neural' },
      { start: 0, end: 20, payload: 'whole' },
    ]);
    expect(segments.map(({ payload }) => payload)).toEqual(['whole']);
  });

  it('loses and doubles no letter, whatever the marks', () => {
    const mark = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (text, pairs) => {
        const marks = pairs.map(([start, end], payload) => ({ start, end, payload }));
        const segments = segmentText(text, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const { start, text: part, payload } of segments) {
          if (payload === null) continue;
          expect([start, start + part.length]).toEqual(pairs[payload]);
        }
      }),
      { seed: 13 },
    );
  });
});

describe('paper links', () => {
  it('never lead to anything but the web', () => {
    expect(safeHref('javascript:alert(1)')).toBeNull();
    expect(safeHref('data:text/html,x')).toBeNull();
    expect(safeHref('not an address')).toBeNull();
    expect(safeHref('https://example.org/a b')).toBe('https://example.org/a%20b');
  });

  it('escape what stands in identifiers', () => {
    const links = paperLinks({
      doi: '10.1/a"<b>?x',
      arxivId: 'cs/0101001',
      pubmedId: null,
      url: 'javascript:x',
    });
    expect(links.map(({ href }) => href)).toEqual([
      'https://doi.org/10.1/a%22%3Cb%3E%3Fx',
      'https://arxiv.org/abs/cs/0101001',
    ]);
  });
});

describe('words', () => {
  it('count, list and time', () => {
    expect(count(1, 'paper')).toBe('1 paper');
    expect(count(12345, 'paper')).toBe('12,345 papers');
    expect(authorLine(['A', 'B'])).toBe('A, B');
    expect(authorLine(Array.from('abcdefgh'))).toBe('a, b, c, d, e, f and 2 more');
    expect([duration(1.25), duration(230.4), duration(2100)]).toEqual(['1.3 ms', '230 ms', '2.1 s']);
  });

  it('leave out aliases that are the name in other capitals', () => {
    expect(otherSpellings('graph network', ['Graph Network', 'GN', 'gn'])).toEqual(['GN']);
  });
});
