import { describe, expect, it } from 'vitest';
import { LINKED_LENGTH, readStatement, writeStatement } from '../../../web/state/console-address.ts';
import {
  joinRows,
  type ParameterKind,
  pastedRows,
  problemOf,
  readRow,
  rowsOf,
  sentOf,
} from '../../../web/state/console-parameters.ts';

const read = (kind: ParameterKind, text: string) => readRow({ name: 'x', kind, text });

describe('a parameter', () => {
  it('is sent as what it is said to be', () => {
    expect(read('text', ' 1 ')).toEqual({ value: ' 1 ' });
    expect(read('whole', '-12')).toEqual({ value: -12 });
    expect(read('number', '2')).toEqual({ value: 2, type: 'float' });
    expect(read('truth', 'No')).toEqual({ value: false });
    expect(read('json', '["a", {"b": null}]')).toEqual({ value: ['a', { b: null }] });
    expect(read('date', '2024-02-29')).toEqual({ value: '2024-02-29', type: 'date' });
    expect(read('datetime', '2024-02-29T23:59:01.5+01:00')).toMatchObject({ type: 'datetime' });
    expect(read('nothing', 'left over')).toEqual({ value: null });
  });

  it.each<[ParameterKind, string]>([
    ['whole', '1.5'],
    ['whole', ''],
    ['whole', '9007199254740993'],
    ['number', '0x10'],
    ['number', '1e999'],
    ['truth', 'maybe'],
    ['json', '{a: 1}'],
    ['json', '12'],
    ['date', '2023-02-29'],
    ['date', '2023-2-1'],
    ['datetime', '2023-01-01T25:00'],
    ['datetime', '2023-01-01'],
  ])('of type %s is not %j', (kind, text) => {
    expect(read(kind, text)).toHaveProperty('problem');
  });

  it('has a name of its own', () => {
    const rows = [...rowsOf({ a: 1 }), ...rowsOf({ a: 2 }), ...rowsOf({ b: 3 })];
    expect(rows.map((row) => problemOf(row, rows) === null)).toEqual([false, false, true]);
    expect(problemOf({ name: '', kind: 'text', text: '' }, [])).toMatch(/name/);
  });
});

describe('parameters', () => {
  it('are sent where they are asked for and right', () => {
    const rows = rowsOf({ year: 2020, share: 0.5, name: 'x', unused: 1 });
    const sent = sentOf(
      [...rows, { name: 'day', kind: 'date', text: 'soon' }],
      ['year', 'share', 'name', 'day'],
    );
    expect(sent).toEqual({ parameters: { year: 2020, share: 0.5, name: 'x' }, types: { share: 'float' } });
  });

  it('are pasted as a JSON object, which may be anything', () => {
    expect(pastedRows(' {"year": 2020, "names": ["a"]}')).toEqual([
      { name: 'year', kind: 'whole', text: '2020' },
      { name: 'names', kind: 'json', text: '["a"]' },
    ]);
    expect(pastedRows(':params {"a": true}')).toEqual([{ name: 'a', kind: 'truth', text: 'yes' }]);
    const hostile = pastedRows('{"__proto__": {"polluted": 1}}');
    expect(hostile?.length ?? 0).toBeLessThanOrEqual(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const text of ['[1]', '{year}', 'plain text', '', '{"a":'.repeat(2000)])
      expect(pastedRows(text)).toBeNull();
  });

  it('of one name are one', () => {
    expect(joinRows(rowsOf({ a: 1, b: 2 }), rowsOf({ a: 3 }))).toEqual(rowsOf({ b: 2, a: 3 }));
  });
});

describe('the statement in the address', () => {
  it('is as long as an address may be, and anything but that is left out', () => {
    const search = new URLSearchParams();
    expect(writeStatement(search, { statement: 'x'.repeat(LINKED_LENGTH), rows: [] })).toBe(false);
    expect(search.toString()).toBe('');
    expect(readStatement(new URLSearchParams({ cypher: 'x'.repeat(LINKED_LENGTH + 1) }))).toBeNull();
    expect(readStatement(new URLSearchParams({ cypher: '  ' }))).toBeNull();
    expect(
      readStatement(new URLSearchParams({ cypher: 'RETURN 1', parameters: '[1', types: '{"a":"no such"}' })),
    ).toEqual({ statement: 'RETURN 1', rows: [] });
  });
});
