import { describe, expect, it } from 'vitest';
import { FILE_KINDS, type ResultFormat } from '../../../../web/panels/cypher/results/result-files.ts';
import { rowText } from '../../../../web/panels/cypher/results/table/cell-text.ts';
import { nextOrder, sortRows } from '../../../../web/panels/cypher/results/table/sort-rows.ts';
import { HEAD, nextPlace } from '../../../../web/panels/cypher/results/table/table-place.ts';

const sorted = (values: unknown[], descending = false) =>
  sortRows(
    values.map((value) => [value]),
    { column: 0, descending },
  ).map((i) => values[i]);

describe('the rows of a result', () => {
  it('are sorted as what they are, null last either way', () => {
    expect(sorted([10, null, 9, -1.5])).toEqual([-1.5, 9, 10, null]);
    expect(sorted([10, null, 9, -1.5], true)).toEqual([10, 9, -1.5, null]);
    expect(sorted(['layer 10', 'Layer 9', 'état', 'eta'])).toEqual(['eta', 'état', 'Layer 9', 'layer 10']);
    expect(sorted([true, false, null])).toEqual([false, true, null]);
    expect(sorted(['9007199254740993', 12, '-Infinity', 'NaN'])).toEqual([
      '-Infinity',
      12,
      '9007199254740993',
      'NaN',
    ]);
    expect(sorted(['2024-02-01', '2023-12-31'])).toEqual(['2023-12-31', '2024-02-01']);
  });

  it('stay as they came where they are equal, in both directions', () => {
    const rows = [1, 0, 1, 0].map((value, i) => [value, i]);
    expect(sortRows(rows, { column: 0, descending: false })).toEqual([1, 3, 0, 2]);
    expect(sortRows(rows, { column: 0, descending: true })).toEqual([0, 2, 1, 3]);
    expect(sortRows(rows, null)).toEqual([0, 1, 2, 3]);
  });

  it('come back to their order with the third press', () => {
    const first = nextOrder(null, 2);
    expect(first).toEqual({ column: 2, descending: false });
    const second = nextOrder(first, 2);
    expect(second).toEqual({ column: 2, descending: true });
    expect(nextOrder(second, 2)).toBeNull();
    expect(nextOrder(second, 0)).toEqual({ column: 0, descending: false });
  });
});

describe('keys in the table', () => {
  const table = { rows: 100, columns: 4, page: 10 };
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });
  it('lead through the cells and stay within it', () => {
    expect(nextPlace({ row: 0, column: 0 }, press('ArrowUp'), table)).toEqual({ row: HEAD, column: 0 });
    expect(nextPlace({ row: 99, column: 3 }, press('ArrowDown'), table)).toEqual({ row: 99, column: 3 });
    expect(nextPlace({ row: 95, column: 1 }, press('PageDown'), table)).toEqual({ row: 99, column: 1 });
    expect(nextPlace({ row: 5, column: 1 }, press('End', true), table)).toEqual({ row: 99, column: 3 });
    expect(nextPlace({ row: 5, column: 1 }, press('x'), table)).toBeNull();
  });
});

describe('a result as a file', () => {
  const write = (
    format: ResultFormat,
    columns: string[],
    rows: (string | number | boolean | null | object)[][],
  ) => [...FILE_KINDS[format].parts({ columns, rows: rows as never })].join('');

  it('is a table that spreadsheets read, and run nothing of', () => {
    const rows = [
      ['a "quoted", text\nof two lines', 1.5, null],
      ['=HYPERLINK("x")', -2, [1, { a: null }]],
      ['@SUM(A1)', true, ''],
    ];
    expect(write('csv', ['=odd, name', 'n', 'list'], rows)).toBe(
      '\ufeff"\'=odd, name",n,list\r\n' +
        '"a ""quoted"", text\nof two lines",1.5,\r\n' +
        '"\'=HYPERLINK(""x"")",-2,"[1,{""a"":null}]"\r\n' +
        "'@SUM(A1),true,\r\n",
    );
  });

  it('names nodes in a table, each with its id beside it', () => {
    const node = (id: string, properties: object) => ({ $node: { ref: id, labels: ['Paper'], properties } });
    const rows = [
      [node('1', { id: 'p1', title: 'A title, with a comma' }), 2],
      [null, 3],
      ['text', 4],
    ];
    expect(write('csv', ['p', 'n'], rows)).toBe(
      '\ufeffp,p.id,n\r\n"A title, with a comma",p1,2\r\n,,3\r\ntext,,4\r\n',
    );
  });

  it('is JSON, as a list or by lines, that reads back', () => {
    const columns = ['__proto__', 'n'];
    const rows = [
      ['x', 1],
      [null, { $node: { ref: '1', labels: [], properties: {} } }],
    ];
    const list = JSON.parse(write('json', columns, rows));
    expect(list.map((row: object) => Object.entries(row))).toEqual(
      rows.map((row) => columns.map((column, i) => [column, row[i]])),
    );
    const lines = write('ndjson', columns, rows).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(list);
    expect(write('json', ['a'], [])).toBe('[]\n');
  });

  it('goes to the clipboard as a row of a spreadsheet', () => {
    expect(rowText(['a\tb', null, 2, [1]])).toBe('a b\t\t2\t[1]');
  });
});
