import { expect, it } from 'vitest';
import { WordPieces } from '../../../../ingest/extract/neural/word-pieces.ts';

const VOCABULARY = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'graph',
  'em',
  '##bed',
  '##ding',
  '-',
  'cafe',
  'g',
  '##raph',
  '##s',
];
const pieces = new WordPieces(VOCABULARY);
const split = (word: string) => pieces.split(word).map((id) => VOCABULARY[id]);

it('cuts greedily into the longest pieces', () => {
  expect(split('embedding')).toEqual(['em', '##bed', '##ding']);
  expect(split('graphs')).toEqual(['graph', '##s']);
});

it('lowers the case, drops accents and cuts at punctuation', () => {
  expect(split('Café-Graph')).toEqual(['cafe', '-', 'graph']);
});

it('reads what it cannot cut as unknown, part by part', () => {
  expect(split('graph-zebra')).toEqual(['graph', '-', '[UNK]']);
  expect(split('é')).toEqual(['[UNK]']);
  expect(split('')).toEqual(['[UNK]']);
});

it('bounds what one word may cost', () => {
  expect(split('g'.repeat(1000))).toEqual(['[UNK]']);
  expect(pieces.split('graph-'.repeat(50)).length).toBe(12);
});

it('forgets the words of a corpus that has too many', () => {
  const ids = pieces.split('graph');
  expect(pieces.split('graph')).toBe(ids);
  for (let i = 0; i < 100_000; i++) pieces.split(`g${i}`);
  expect(pieces.split('graph')).not.toBe(ids);
  expect(pieces.split('graph')).toEqual(ids);
});

it('needs the special pieces', () => {
  expect(() => new WordPieces(['a'])).toThrow('[UNK]');
});
