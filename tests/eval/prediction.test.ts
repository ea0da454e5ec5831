import { expect, it } from 'vitest';
import { cutCodePoints, sliceCodePoints } from './code-points.ts';
import { parseGold } from './gold.ts';
import { predictSpans } from './prediction.ts';

const title = '𝛼-fair 🤖 control';
const abstract = 'We study 𝛽-VAE and robots.';

it('turns field offsets in UTF-16 into code points of title and abstract', () => {
  const start = abstract.indexOf('robots');
  const control = title.indexOf('control');
  const mentions = [
    { field: 'title', start: control, end: control + 7, kind: 'Task' },
    { field: 'abstract', start: abstract.indexOf('𝛽'), end: abstract.indexOf(' and'), kind: 'Method' },
    { field: 'abstract', start, end: start + 6, kind: 'Term' },
  ] as const;
  const read = (text: string, at: { start: number; end: number }): string =>
    sliceCodePoints(cutCodePoints(text), at.start, at.end);
  const [first, second, third] = predictSpans({ title, abstract }, mentions);
  expect(read(`${title}\n${abstract}`, first!)).toBe('control');
  expect(read(`${title}\n${abstract}`, second!)).toBe('𝛽-VAE');
  expect(read(`${title}\n${abstract}`, third!)).toBe('robots');
  const [, alone] = predictSpans({ title: null, abstract }, mentions.slice(1));
  expect(read(abstract, alone!)).toBe('robots');
});

it('reads gold with the title in its own field or in the first line', () => {
  const own = parseGold('{"id":"1","title":"T","text":"An abstract."}\n')[0]!;
  expect([own.title, own.abstract, own.text]).toEqual(['T', 'An abstract.', 'T\nAn abstract.']);
  const line = parseGold('{"id":"1","text":"T.\\nAn abstract."}', 'firstLine')[0]!;
  expect([line.title, line.abstract, line.text]).toEqual(['T.', 'An abstract.', 'T.\nAn abstract.']);
  const none = parseGold('{"id":"1","title":null,"text":"An abstract."}')[0]!;
  expect([none.title, none.text]).toEqual([null, 'An abstract.']);
  expect(() => parseGold('{"id":1,"text":"x"}')).toThrow();
});
