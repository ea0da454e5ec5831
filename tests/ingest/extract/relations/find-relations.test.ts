import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConceptKind } from '../../../../graph/schema.ts';
import { analyseFields } from '../../../../ingest/extract/analysed-field.ts';
import type { Mention } from '../../../../ingest/extract/extractor.ts';
import { findRelations } from '../../../../ingest/extract/relations/find-relations.ts';

const LETTERS: Record<string, ConceptKind> = {
  M: 'Method',
  O: 'Model',
  D: 'Dataset',
  T: 'Task',
  X: 'Metric',
  R: 'Term',
};

/** `We use [M:random walks] for [T:link prediction].`: a text with its mentions marked. */
function marked(text: string, field: 'title' | 'abstract' = 'abstract') {
  const mentions: Mention[] = [];
  let plain = '';
  let at = 0;
  for (const match of text.matchAll(/\[([A-Z]):([^\]]+)\]/g)) {
    plain += text.slice(at, match.index);
    const [whole, kind, surface] = match as unknown as [string, string, string];
    const start = plain.length;
    plain += surface;
    at = match.index + whole.length;
    mentions.push({
      field,
      start,
      end: plain.length,
      sentenceStart: 0,
      sentenceEnd: 0,
      surface,
      kind: LETTERS[kind]!,
      role: 'uses',
      confidence: 1,
    });
  }
  plain += text.slice(at);
  const fields = analyseFields({ id: 'paper', title: null, abstract: null, [field]: plain });
  return { fields, mentions };
}

function stated(text: string, field: 'title' | 'abstract' = 'abstract'): string[] {
  const { fields, mentions } = marked(text, field);
  return findRelations(fields, mentions)
    .map(({ type, from, to }) => `${mentions[from]!.surface} ${type} ${mentions[to]!.surface}`)
    .sort();
}

describe('used for', () => {
  it.each([
    ['We propose a [M:graph kernel] for [T:molecule ranking].', ['graph kernel USED_FOR molecule ranking']],
    [
      'We use [M:spectral clustering] to segment [R:road networks].',
      ['spectral clustering USED_FOR road networks'],
    ],
    ['[M:Beam search] is widely used for [T:decoding].', ['Beam search USED_FOR decoding']],
    ['We apply [M:tabu search] to the problem of [T:bin packing].', ['tabu search USED_FOR bin packing']],
    ['To solve [T:bin packing], we propose [M:tabu search].', ['tabu search USED_FOR bin packing']],
    ['A [M:decoder] based on [M:beam search] is shown.', ['beam search USED_FOR decoder']],
    [
      'We present [M:kernels] and [M:tree models] for [T:ranking].',
      ['kernels USED_FOR ranking', 'tree models USED_FOR ranking'],
    ],
    ['[O:RoBERTa] trained on [D:Wikipedia] is small.', ['Wikipedia USED_FOR RoBERTa']],
  ])('in %s', (text, expected) => expect(stated(text)).toEqual(expected));

  it('does not hold of lists on either side of another preposition', () => {
    expect(stated('We use [M:kernels] for [T:ranking] and [M:trees] for [T:parsing].')).toEqual([
      'kernels USED_FOR ranking',
      'trees USED_FOR parsing',
    ]);
  });
});

describe('evaluated on', () => {
  it.each([
    ['We evaluate [O:BERT] on [D:SQuAD].', ['BERT EVALUATED_ON SQuAD']],
    [
      'Experiments on [D:SQuAD], [D:GLUE] and [D:RACE] show that [O:BERT] is strong.',
      ['BERT EVALUATED_ON GLUE', 'BERT EVALUATED_ON RACE', 'BERT EVALUATED_ON SQuAD'],
    ],
    ['On [D:GLUE], [O:BERT] outperforms the others.', ['BERT EVALUATED_ON GLUE']],
    ['It raises the [X:recall] of [M:beam search].', ['beam search EVALUATED_ON recall']],
    ['We train [O:BERT] on [D:GLUE].', ['GLUE USED_FOR BERT']],
  ])('in %s', (text, expected) => expect(stated(text)).toEqual(expected));
});

describe('compared with', () => {
  it.each([
    [
      '[O:BERT] outperforms [O:GPT] and [M:bag of words].',
      ['BERT COMPARED_WITH GPT', 'BERT COMPARED_WITH bag of words'],
    ],
    ['We compare [M:beam search] with [M:greedy decoding].', ['beam search COMPARED_WITH greedy decoding']],
    ['[M:Beam search] is much faster than [M:exact search].', ['Beam search COMPARED_WITH exact search']],
    ['Unlike [M:exact search], [M:beam search] is fast.', ['beam search COMPARED_WITH exact search']],
    ['[O:BERT] outperforms earlier [T:parsing] models.', []],
  ])('in %s', (text, expected) => expect(stated(text)).toEqual(expected));
});

describe('is a', () => {
  it.each([
    [
      '[M:Optimisers] such as [M:Adam] and [M:Adagrad] differ.',
      ['Adagrad IS_A Optimisers', 'Adam IS_A Optimisers'],
    ],
    [
      '[M:Adam], [M:Adagrad] and other [M:optimisers] differ.',
      ['Adagrad IS_A optimisers', 'Adam IS_A optimisers'],
    ],
    ['[M:Adam] is an [M:optimiser].', ['Adam IS_A optimiser']],
    ['We present [M:Zigzag], a [M:tree kernel] that is fast.', ['Zigzag IS_A tree kernel']],
    ['A [M:tree kernel] called [M:Zigzag] is fast.', ['Zigzag IS_A tree kernel']],
    ['The speed of [M:Adam], such as [M:Adagrad], differs.', []],
  ])('in %s', (text, expected) => expect(stated(text)).toEqual(expected));

  it('in a title with a colon', () => {
    expect(stated('[M:Zigzag]: A [M:tree kernel] for [T:parsing]', 'title')).toEqual([
      'Zigzag IS_A tree kernel',
      'tree kernel USED_FOR parsing',
    ]);
  });
});

describe('part of', () => {
  it.each([
    [
      'The [M:tagger] consists of an [M:encoder] and a [M:decoder].',
      ['decoder PART_OF tagger', 'encoder PART_OF tagger'],
    ],
    ['[M:Attention] is a key component of [M:transformers].', ['Attention PART_OF transformers']],
    ['We incorporate [R:syntax] into [M:transformers].', ['syntax PART_OF transformers']],
  ])('in %s', (text, expected) => expect(stated(text)).toEqual(expected));
});

it('says nothing of names that only stand near each other', () => {
  expect(stated('[M:Beam search] fails. [T:Parsing] is hard, and [M:kernels] are old.')).toEqual([]);
  expect(stated('We use [M:kernel] smoothing, and [T:parsing] follows.')).toEqual([]);
});

it('is not fooled by mathematics that looks like a slot, and is quick on what repeats', () => {
  const text = `$<0>$ such as $<1>$ for ${'[M:kernels] for and such as , ( '.repeat(300)} [T:parsing]`;
  const { fields, mentions } = marked(text);
  const before = performance.now();
  for (const { from, to } of findRelations(fields, mentions)) {
    expect(mentions[from]).toBeDefined();
    expect(mentions[to]).toBeDefined();
  }
  expect(performance.now() - before).toBeLessThan(5_000);
});

it('never throws, and ties each pair of one sentence once', () => {
  const word = fc.constantFrom(
    ...'[M:walks] [T:parsing] [D:GLUE] [O:BERT] [X:recall] [R:noise] for on of and , . ( ) such as than is a we use evaluate'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const { fields, mentions } = marked(words.join(' '));
      const pairs = findRelations(fields, mentions).map(({ from, to }) => [from, to].sort().join());
      expect(new Set(pairs).size).toBe(pairs.length);
    }),
    { seed: 7, numRuns: 200 },
  );
});
