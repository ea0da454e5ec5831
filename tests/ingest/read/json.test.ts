import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../ingest/read/format.ts';
import { fromInvertedIndex } from '../../../ingest/read/formats/json/openalex.ts';
import { readJson } from '../../../ingest/read/formats/json.ts';
import { DEFAULT_READ_LIMITS } from '../../../ingest/read/limits.ts';
import type { ReadOptions } from '../../../ingest/read/read.ts';
import type { Draft } from '../../../ingest/read/reader.ts';
import { chunkedSource, readContent, recordsOf, rejectionsOf } from './support.ts';

const A = { title: 'A', abstract: 'a' };
const B = { title: 'B', abstract: 'b' };

/** Line and title of records, line alone of rejections. */
const shape = async (text: string, options: ReadOptions = {}): Promise<unknown[][]> =>
  (await readContent(text, 'a.json', { format: 'json', ...options })).map(({ record, rejection }) =>
    record ? [record.line, record.title] : [rejection.line],
  );

describe('where the records are', () => {
  const both = [
    [1, 'A'],
    [1, 'B'],
  ];
  it.each<[string, unknown]>([
    ['a list', [A, B]],
    ['under one key', { papers: [A, B] }],
    ['under any key', { whatever: [A, B] }],
    ['under two keys', { status: 'ok', message: { facets: {}, items: [A, B] } }],
    ['beside a title', { title: 'My papers', papers: [A, B] }],
    ['in two lists', { first: [A], second: [B] }],
    ['by their ids', { a: A, b: B }],
    [
      'beside other lists',
      { meta: { x: [{ y: 1 }] }, columns: ['a'], results: [A, B], group_by: [{ key: 'k' }] },
    ],
  ])('%s', async (_, value) => {
    expect(await shape(JSON.stringify(value))).toEqual(both);
    expect((await shape(JSON.stringify(value, null, 2))).map(([, title]) => title)).toEqual(['A', 'B']);
    expect(detectFormat(JSON.stringify(value, null, 2), 'a')).toBe('json');
  });

  it('one alone, with lists of its own', async () => {
    const one = {
      authors: [{ name: 'Ada' }],
      title: 'A',
      references: [{ title: 'not me' }],
      journal: { title: 'J' },
    };
    expect(await shape(JSON.stringify(one))).toEqual([[1, 'A']]);
    expect(await shape(JSON.stringify({ status: 'ok', message: one }))).toEqual([[1, 'A']]);
  });

  it('one after the other', async () => {
    expect(await shape(`${JSON.stringify(A, null, 2)}\n${JSON.stringify(B, null, 2)}`)).toEqual([
      [1, 'A'],
      [5, 'B'],
    ]);
  });

  it('among what is none', async () => {
    expect(
      await shape('[1, {"title": "A"}, "b", null, -2.5e3, [1, {"title": "x"}], {"title": "B"}]'),
    ).toEqual([[1], [1, 'A'], [1], [1], [1], [1], [1, 'B']]);
  });

  it.each([
    [
      'words of Python',
      '{"took": NaN, "a": [-Infinity], "b": None, "c": True, "d": False, "papers": [',
      ']}',
    ],
    ['a word of JavaScript', '{"took": undefined, "papers": [', ']}'],
    ['comments', '// my "papers"\n{ // "exported"\n"papers": [', '], // all\n"n": 1} // end "so"'],
    ['commas too many', '{"meta": {"n": 1,},, "papers": [', '],}'],
    ['a script', 'papers = [', '];'],
    ['a call', 'show([', ']);'],
  ])('beside %s, however it is cut', async (_, head, tail) => {
    for (const size of [1, 7, 1_000]) {
      const source = chunkedSource(`${head}${JSON.stringify(A)}${tail}\n`, size);
      const drafts: Draft[] = [];
      for await (const draft of readJson(source, { limits: DEFAULT_READ_LIMITS, columns: {} }))
        drafts.push(draft);
      expect(drafts).toMatchObject([{ fields: A }]);
    }
  });

  it('beside an address that lost its quotes, which is no comment', async () => {
    expect(await shape('{"url": https://x.example, "papers": [\n{"title": "A"}]}')).toEqual([[1], [2, 'A']]);
    expect(await shape('{"n": / 1, "papers": [\n{"title": "A"}]}')).toEqual([[1], [2, 'A']]);
  });

  it('under keys of their own', async () => {
    const columns = { title: 'headline', abstract: 'text' };
    const items = await readContent('[{"headline": "A", "text": "a", "title": "no"}]', 'a.json', { columns });
    expect(recordsOf(items)).toMatchObject([A]);
  });
});

describe('a broken record costs itself', () => {
  it.each([
    ['a comma', '[\n{"title": "A"},\n{"title": "x" "abstract": "y"},\n{"title": "B"}]'],
    ['a bracket', '[\n{"title": "A"},\n{"title": "x", "authors": ["y" },\n{"title": "B"}]'],
    ['a closing brace', '[\n{"title": "A"},\n{"title": "x", "y": {"z": 1},\n{"title": "B"}]'],
    ['a closing brace of a list', '[\n{"title": "A"},\n{"title": "x", "y": ["z",\n{"title": "B"}]'],
    ['a quote', '[\n{"title": "A"},\n{"title": "x, "abstract": "y"},\n{"title": "B"}]'],
    ['a quote at the end', '[\n{"title": "A"},\n{"title": "x},\n{"title": "B"}]'],
    ['a value', '[\n{"title": "A"},\n{"title": NaN},\n{"title": "B"}]'],
  ])('for want of %s', async (_, text) => {
    expect(await shape(text)).toEqual([[2, 'A'], [3], [4, 'B']]);
  });

  it('and what stands where no JSON does, around a list that ended too early', async () => {
    const early = '{"meta": {"n": 1}, "papers": [\n]{"title": "A"}<![CDATA[,\n{"title": "B"}]}';
    expect(await shape(early)).toEqual([[2], [2, 'A']]);
    const torn = '{"results": []https://x","title":"A"},\n{"title": "B"}], "meta": {}}';
    expect(await shape(torn)).toEqual(expect.arrayContaining([[1], [2, 'B']]));
    const whole =
      '{"query": {"a": [1, {"b": [true, null, -1.5e3]}]}, "papers": [{"title": "A"}], "facets": [[], {}]}';
    expect(await shape(whole)).toEqual([[1, 'A']]);
  });

  it('and what stands behind a list, or in no list at all', async () => {
    const early = `[${JSON.stringify(A)},\n]"title":"x","abstract":"y"},\n${JSON.stringify(B)}]`;
    const items = await readContent(early, 'a.json');
    expect(recordsOf(items)).toMatchObject([A, B]);
    expect(rejectionsOf(items)).toMatchObject([
      { file: 'a.json', line: 2, reason: expect.stringMatching(/no JSON here/) },
      { line: 3 },
    ]);
    expect(await shape('\n"title": "x"},\n{"title": "B"}]')).toEqual([[2], [3, 'B']]);
    expect(await shape('[{"title": "A"}]\nand so on')).toEqual([[1, 'A'], [2]]);
  });

  it('and a value where there is one, or a key without one', async () => {
    expect(await shape('{"meta": {"n":"title": "x"}, "papers": [\n{"title": "A"}]}')).toEqual([
      [1],
      [2, 'A'],
    ]);
    expect(await shape('{"n": 1 2x, "papers": [\n{"title": "A"}]}')).toEqual([[1], [2, 'A']]);
    expect(await shape('{"papers": [\n{"title": "A"}],\n{"title": "B"}]}')).toEqual(
      expect.arrayContaining([[2, 'A'], [3], [3, 'B']]),
    );
  });

  it('and one that swallowed the next, as the end of the file tells', async () => {
    expect(await shape('{"a": {"title": "A", "x": [],\n"b": {"title": "B"}}')).toEqual([[1, 'A'], [1]]);
  });

  it('and the end of the file', async () => {
    expect(await shape('[\n{"title": "A"},\n{"title": "x", "abs')).toEqual([[2, 'A'], [3]]);
    expect(await shape('{"title": "x", "abs')).toEqual([[1]]);
  });

  it('but flat and deep ones are whole', async () => {
    const deep = { title: 'A', authors: [{ name: 'x' }, { name: 'y' }], z: { z: [[{ z: {} }]] } };
    const flat = JSON.stringify([deep, { ...deep, title: 'B' }], null, 1).replace(/^ +/gm, '');
    expect((await shape(flat)).map(([, title]) => title)).toEqual(['A', 'B']);
  });
});

describe('JSON Lines', () => {
  it('are told from JSON by content, then by name', () => {
    const [a, b] = [JSON.stringify(A), JSON.stringify(B)];
    expect(detectFormat(`${a}\n${b}\n`, 'a.json')).toBe('jsonl');
    expect(detectFormat(`${a}\n\n${b}`, 'a')).toBe('jsonl');
    expect(detectFormat(`{"title": broken\n${b}`, 'a.jsonl')).toBe('jsonl');
    expect(detectFormat(a, 'a.jsonl.gz')).toBe('jsonl');
    expect(detectFormat(a, 'a.json')).toBe('json');
    expect(detectFormat(JSON.stringify([A], null, 2), 'a.jsonl')).toBe('json');
  });
});

describe('fromInvertedIndex', () => {
  it('puts the words in their places', () => {
    expect(fromInvertedIndex({ a: [1, 3], the: [0], b: [2] })).toBe('the a b a');
  });

  it('lets no place make it large', () => {
    expect(fromInvertedIndex({ a: [1e15], b: [-5, 0.5, 1e99, 'x', null] })).toBe('a');
    expect(fromInvertedIndex({})).toBeNull();
    expect(fromInvertedIndex('text')).toBeNull();
  });
});

describe('a file that ends between two records', () => {
  it.each([
    ['a list', `[${JSON.stringify(A)},\n${JSON.stringify(B)},`],
    ['a list without a comma', `[${JSON.stringify(A)},\n${JSON.stringify(B)}\n`],
    ['a list under a key', `{"n": 9, "papers": [${JSON.stringify(A)},\n${JSON.stringify(B)},\n`],
  ])('%s: all that came is read, and that more was meant is told', async (_, text) => {
    const read = await readContent(text, 'a.json', { format: 'json' });
    expect(recordsOf(read).map(({ title }) => title)).toEqual(['A', 'B']);
    expect(rejectionsOf(read).map(({ reason }) => reason)).toEqual(['the file ends before its list does']);
  });
});
