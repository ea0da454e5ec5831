import { expect, it } from 'vitest';
import { ImportTable, MarkFound } from '../../../graph/export/import-table.ts';
import { afterImport, instructions } from '../../../ingest/cli/neo4j-admin/import-files.ts';

const MARKS = { delimiter: '\u001f', empty: '\u001e', emptyText: '\u001d' };
const tableOf = (name = 'nodes-Paper') => new ImportTable(name, ['id:ID(Paper)', ':LABEL'], MARKS);

it('keeps an empty text apart from none, and what would break a line in quotes', () => {
  const table = tableOf();
  expect(table.line(['p1', ['Paper']], { title: '=1+1', venue: '' })).toBe('"p1","Paper","=1+1",""\n');
  expect(table.line(['p2', ['Paper']], { title: 'a "b",\nc', venue: null, year: 2020 })).toBe(
    '"p2","Paper","a ""b"",\nc",,2020\n',
  );
  expect(table.header()).toBe('id:ID(Paper),:LABEL,title:string,venue:string,year:long\n');
});

it('types lists and numbers by all rows, and sends a row of another type to another table', () => {
  const table = tableOf();
  table.line(['p1', ['Paper']], { x: 1, keywords: ['a;b', 'c,d'] });
  expect(table.line(['c1', ['Concept', 'Method']], { x: 1.5, keywords: [] })).toBe(
    '"c1","Concept\u001fMethod",1.5,"\u001e"\n',
  );
  expect(table.header()).toContain('x:double,keywords:string[]');
  expect(table.fits({ keywords: 'a text' })).toBe(false);
  expect(table.fits({ keywords: [1] })).toBe(false);
  expect(table.fits({ x: 'left' })).toBe(false);
  expect(table.fits({ x: 2, anything: true })).toBe(true);
});

it('puts marks for lists that the import takes for none, and tells where they are to be mended', () => {
  const table = tableOf();
  table.line(['p1', ['Paper']], { keywords: [''], authors: ['a'] });
  expect(table.marked).toEqual(['keywords']);
  expect(afterImport([table], MARKS)).toContain(
    "MATCH (n:Paper) WHERE n.keywords = ['\\u001d']\nCALL (n) { SET n.keywords = [''] } IN TRANSACTIONS OF 10000 ROWS;\n",
  );
  expect(() => table.line(['p2', ['Paper']], { authors: ['a\u001fb', 'c'] })).toThrow(MarkFound);
});

it('names every file with what it holds, and makes room for the longest row', () => {
  const nodes = tableOf();
  nodes.line(['p1', ['Paper']], { abstract: 'x'.repeat(5_000_000) });
  const relations = new ImportTable('relations-Paper-CITES-Paper', [':START_ID(Paper)'], MARKS);
  expect(instructions([nodes, relations], MARKS)['import.args']).toBe(
    [
      '--array-delimiter=U+001F',
      '--multiline-fields=true',
      `--read-buffer-size=${8 * 2 ** 20}`,
      '--nodes=./nodes-Paper-header.csv,./nodes-Paper.csv',
      '--relationships=./relations-Paper-CITES-Paper-header.csv,./relations-Paper-CITES-Paper.csv',
      '',
    ].join('\n'),
  );
});
