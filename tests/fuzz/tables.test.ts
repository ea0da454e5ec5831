/** No table for spreadsheets holds a formula, whoever writes it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../graph/contract.ts';
import { exportEdgeTable, exportNodeTable } from '../../graph/export/csv.ts';
import { csvCell } from '../../graph/export/csv-cell.ts';
import type { GraphSource } from '../../graph/export/graph-source.ts';
import { answerCsv } from '../../web/panels/ask/answer-text.ts';
import { FILE_KINDS } from '../../web/panels/cypher/results/result-files.ts';
import { rowText } from '../../web/panels/cypher/results/table/cell-text.ts';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00a0=1',
  '＝1',
  '="a,""b',
];

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

/** A graph with the formula in each text of it. */
const graphOf = (x: string): GraphSource => ({
  title: x,
  nodes: () => [
    {
      id: x,
      labels: [x],
      properties: {
        ...{ title: x, venue: x, doi: x, arxivId: x, pubmedId: x, url: x, abstract: x },
        ...{ authors: [x, x], keywords: [x], aliases: [x], kind: x, year: -1, paperCount: -1 },
      },
      theme: { id: x, label: x },
      look: { x: -1, y: -1, size: -1, colour: x },
    },
  ],
  relations: () => [{ source: x, target: x, type: x, properties: { weight: -1, salience: -1 } }],
});
const answerOf = (x: string): Answer => ({
  ...{ status: 'answered', question: x, cypher: null, value: x, choices: [], message: x },
  ...{ planner: 'words', model: null, summary: null },
  understood: { text: x, recognised: [], ignored: [x] },
  columns: [x, 'n'],
  rows: [[x, -1]],
  citations: [[{ paper: x, sentence: x }]],
  papers: [{ id: x, title: x, year: -1, sources: [x] }],
});
const node = (x: string) => ({ $node: { ref: x, labels: [x], properties: { id: x, title: x } } });
const resultOf = (x: string) => ({ columns: [x, 'n', x], rows: [[x, -1, node(x)]] as never });

const WRITERS: Record<string, (formula: string) => string | Promise<string>> = {
  'the nodes of an export': (x) => joined(exportNodeTable(graphOf(x))),
  'the edges of an export': (x) => joined(exportEdgeTable(graphOf(x))),
  'an answer': (x) => answerCsv(answerOf(x)),
  "a console's result": (x) => [...FILE_KINDS.csv.parts(resultOf(x))].join(''),
  "a row of a console's result, for the clipboard": (x) =>
    rowText([x, -1, null]).replace(/^/, '"').replace(/\t/g, '","').replace(/$/, '"'),
};

/** By RFC 4180. */
function cellsOf(table: string): string[] {
  const cells = table.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

describe.each(Object.entries(WRITERS))('%s', (_, write) => {
  it.each(FORMULAS)('holds no formula made of %j', async (formula) => {
    const cells = cellsOf(await write(formula));
    expect(cells.some((cell) => cell.startsWith("'"))).toBe(true);
    expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell) && cell !== '-1')).toEqual([]);
    expect(cells.some((cell) => /^-?\d+$/.test(cell))).toBe(true);
  });
});

it.each(['x;=1+1;y', 'x;@SUM(A1)', 'x\t=1+1'])(
  'keeps %j in one cell where other signs divide cells',
  (text) => {
    expect(csvCell(text)).toBe(`"${text}"`);
  },
);

/** Every file that says anything of commas and tabs between columns, or of the files that have them. */
const KNOWN: Record<string, string> = {
  'graph/export/csv-cell.ts': 'the cell',
  'graph/export/csv.ts': 'tried above',
  'web/panels/ask/answer-text.ts': 'tried above',
  'web/panels/cypher/results/result-files.ts': 'tried above',
  'web/panels/cypher/results/table/cell-text.ts': 'tried above',
  'web/panels/ask/AnswerActions.tsx': 'saves an answer',
  'graph/contract/export.ts': 'names of the exports',
  'graph/export/import-table.ts': 'for neo4j-admin, which must give back every text as it is',
  'ingest/cli/neo4j-admin/import-files.ts': 'for neo4j-admin',
  'ingest/cli/neo4j-admin/export-folder.ts': 'for neo4j-admin',
  'graph/analysis/terms/thesaurus-file.ts': 'for VOSviewer, which must find every term as it is',
  'web/panels/terms/ThesaurusPart.tsx': 'for VOSviewer',
  'ingest/read/format.ts': 'reads',
  'ingest/read/formats/delimited/row-scan.ts': 'reads',
};
const TABLE =
  /text\/csv|text\/tab-separated|csvCell|harmlessText|join\('\\t'\)|\.csv\b|= '\\t'|\$\{TAB\}|join\('[,;]'\)\}\\/;

it('all writers of tables are known', () => {
  const root = join(import.meta.dirname, '../..');
  const found = ['graph', 'ingest', 'web'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/^dist\//.test(path))
      .map((path) => `${room}/${path}`)
      .filter((path) => TABLE.test(readFileSync(join(root, path), 'utf8'))),
  );
  expect(found.sort()).toEqual(Object.keys(KNOWN).sort());
});
