import { describe, expect, it } from 'vitest';
import { keyphraseOf, rankConcepts } from '../../../ingest/canonicalise/keyphrases.ts';
import { extentOf, salienceOf } from '../../../ingest/canonicalise/salience.ts';
import { extraction, mention, vocabularyOf } from './extractions.ts';

const END = mention('the end of it all', 900);

function salience(...mentions: ReturnType<typeof mention>[]): number {
  return salienceOf(mentions, mentions[0]!.role, extentOf([...mentions, END]));
}

describe('salience', () => {
  const plain = salience(mention('tree kernels', 400));
  it.each([
    ['in the title', salience(mention('tree kernels', 4, { field: 'title' }))],
    ['named more than once', salience(mention('tree kernels', 400), mention('tree kernels', 500))],
    ['named early', salience(mention('tree kernels', 10))],
    ['named by a longer name', salience(mention('subset tree kernels', 400))],
    ['introduced', salience(mention('tree kernels', 400, { role: 'introduces' }))],
  ])('is more for what is %s', (_, more) => expect(more).toBeGreaterThan(plain));

  it.each([
    ['one word', salience(mention('treekernels', 400))],
    ['background', salience(mention('tree kernels', 400, { role: 'background' }))],
    ['compared with', salience(mention('tree kernels', 400, { role: 'compares' }))],
  ])('is less for what is %s', (_, less) => expect(less).toBeLessThan(plain));

  it('is less for what is mostly a part of longer names', () => {
    const whole = mention('kernels', 10);
    const within = [mention('tree kernels', 30), mention('graph kernels', 60)];
    const beside = [mention('tree walks', 30), mention('graph walks', 60)];
    const of = (others: typeof within): number => salienceOf([whole], 'uses', extentOf([whole, ...others]));
    expect(of(within)).toBeLessThan(of(beside));
  });

  it('stays a share for any mention, and for none', () => {
    for (const value of [
      salience(mention('x', 0)),
      salience(mention('x'.repeat(5000), 0)),
      salienceOf([], 'uses', extentOf([])),
    ]) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
  });
});

it('ranks concepts by salience, then by place, and names each by its fullest form', () => {
  const text = ['TK', 'tree kernel', 'parse forests'].join('        ');
  const at = (surface: string) => mention(surface, text.indexOf(surface));
  const paper = {
    ...extraction('p', [], { TK: 'tree kernel' }),
    mentions: [at('TK'), at('tree kernel'), at('parse forests')],
  };
  const ranked = rankConcepts(vocabularyOf([paper]).link(paper));
  expect(ranked.map((concept) => keyphraseOf(concept, ({ start, end }) => text.slice(start, end)))).toEqual([
    'tree kernel',
    'parse forests',
  ]);
});
