import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConceptKind } from '../../../../graph/schema.ts';
import { analyseFields } from '../../../../ingest/extract/analysed-field.ts';
import type { Mention } from '../../../../ingest/extract/extractor.ts';
import { findRelations } from '../../../../ingest/extract/relations/find-relations.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

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

  it.each([
    'The speed is higher than with [M:tree kernels] by [M:beam search].',
    'We test generalisation in [M:small models] via [M:prompting].',
    'Across four [M:small models], using [M:lexicons], it is fast.',
    'We judge that [M:kernels] from other [M:trees] can be applied to [T:parsing].',
    '[M:Camel] is using our [M:tree kernel].',
    'Here [M:Bob] uses the [M:tagger] of [M:Alice] for [T:parsing].',
    '[M:Beam search] enables [R:taggers] to decode.',
    'We test [O:GPT] for [R:bias].',
    'We evaluate [M:kernels] based on their [R:speed].',
  ])('is not read into %s', (text) => expect(stated(text)).toEqual([]));

  it('does not hold of what only ends the clause before', () => {
    expect(stated('We train a [M:tagger] and [M:Camel] uses a [M:lexicon] of ours.')).toEqual([
      'lexicon USED_FOR Camel',
    ]);
  });

  it('does not hold of lists on either side of another preposition', () => {
    expect(stated('We use [M:kernels] for [T:ranking] and [M:trees] for [T:parsing].')).toEqual([
      'kernels USED_FOR ranking',
      'trees USED_FOR parsing',
    ]);
  });
});

describe('a clause that denies', () => {
  it.each([
    'We do not use [O:BERT] for [T:question answering].',
    "We don't use [O:BERT] for [T:question answering].",
    '[O:BERT] was never evaluated on [D:SQuAD].',
    'We never evaluate [O:BERT] on [D:SQuAD].',
    'Instead of using [M:LSTM] for [T:machine translation], we use [M:Transformer].',
    'We argue against using [X:BLEU] for [T:machine translation].',
    'We argue against [M:beam search] for [T:machine translation].',
    'It works without [M:beam search] for [T:decoding].',
    'One cannot apply [M:tabu search] to [T:bin packing].',
    'We do not compare [M:beam search] with [M:greedy decoding].',
    '[M:Attention] is not a part of [M:kernels].',
  ])('says nothing: %s', (text) => expect(stated(text)).toEqual([]));

  it.each([
    [
      'We use not only [M:tabu search] for [T:bin packing] but also pens.',
      ['tabu search USED_FOR bin packing'],
    ],
    ['It is not fast, but we use [M:tabu search] for [T:bin packing].', ['tabu search USED_FOR bin packing']],
    [
      'Since labels are not there, [M:tabu search] is used for [T:bin packing].',
      ['tabu search USED_FOR bin packing'],
    ],
    ['We use [M:tabu search] for [T:bin packing] without labels.', ['tabu search USED_FOR bin packing']],
  ])('is not %s', (text, expected) => expect(stated(text)).toEqual(expected));
});

describe('evaluated on', () => {
  it.each([
    ['We evaluate [O:BERT] on [D:SQuAD].', ['BERT EVALUATED_ON SQuAD']],
    [
      'Experiments on [D:SQuAD], [D:GLUE] and [D:RACE] show that [O:BERT] is strong.',
      ['BERT EVALUATED_ON GLUE', 'BERT EVALUATED_ON RACE', 'BERT EVALUATED_ON SQuAD'],
    ],
    ['On [D:GLUE], [O:BERT] outperforms the others.', ['BERT EVALUATED_ON GLUE']],
    ['[M:Beam search] is evaluated by its [X:recall].', ['Beam search EVALUATED_ON recall']],
    ['It raises the [X:recall] of [M:beam search].', []],
    ['[M:Beam search] is ahead in terms of [X:recall] and speed.', []],
    [
      'We compare [O:BERT] with [O:GPT-2] on [D:SQuAD] and [D:GLUE].',
      [
        'BERT COMPARED_WITH GPT-2',
        'BERT EVALUATED_ON GLUE',
        'BERT EVALUATED_ON SQuAD',
        'GPT-2 EVALUATED_ON GLUE',
        'GPT-2 EVALUATED_ON SQuAD',
      ],
    ],
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
    ['A [M:decoder] with [M:beam search] outperforms [M:greedy decoding].', []],
    ['It has a [R:low variance] compared to an [R:old agent].', []],
    ['We compare [R:syntax] with [R:semantics].', ['syntax COMPARED_WITH semantics']],
    ['[M:Beam search] is no better than [M:exact search].', ['Beam search COMPARED_WITH exact search']],
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
    ['Trouble in [R:camels] is a [R:dune].', []],
    ['It writes [R:token rows] like [R:chains].', []],
    ['It writes [R:token rows] such as [R:chains] of thought.', []],
    ['We use no [M:optimisers] such as [M:Adam].', ['Adam IS_A optimisers']],
    ['[M:Zigzag] is a [M:tree kernel] library.', []],
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
    ["[M:Zigzag] combines [M:Adam]'s speed with pens.", []],
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
  const before = cpuTime();
  for (const { from, to } of findRelations(fields, mentions)) {
    expect(mentions[from]).toBeDefined();
    expect(mentions[to]).toBeDefined();
  }
  expect(cpuTime() - before).toBeLessThan(5_000);
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
