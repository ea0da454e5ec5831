import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRecords } from '../../bench/support/bench-record.ts';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/scaling.md'), 'utf8');
const records = readRecords(join(ROOT, 'bench/results'));
/** What the page says may be so far from what is recorded or worked out, as a share of it. */
const TOLERANCE = 0.1;
const MEBIBYTE = 2 ** 20;
/** Papers of the corpora, without twins. */
const [SMALL, LARGE] = [19_286, 49_769];

/** A figure of the first row of a table that begins with these cells. */
function recorded(bench: string, caption: string, cells: readonly unknown[], column: number): number {
  const { result } = records.find(({ name }) => name === bench)!;
  const { rows } = result.tables.find((table) => table.caption.startsWith(caption))!;
  return Number(rows.find((row) => cells.every((cell, at) => cell === null || row[at] === cell))![column]);
}

const byStage = (of: string, column: number): number => recorded('ingest', 'By stage', [SMALL, of], column);
const big = (papers: string, column: number): number =>
  recorded('big', 'By size of the corpus', [papers], column) * MEBIBYTE;
const imported = (way: string): number => recorded('admin-import', 'Neo4j', [1_018_853, null, way], 4);

const lines = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
/** Of the row of a table on the page that begins so. */
const cells = (label: string): string[] => lines.find((line) => line[1]?.startsWith(label))!.slice(2, -1);

const UNITS: Readonly<Record<string, number>> = {
  ...{ minutes: 1 / 60, million: 1e6, billion: 1e9 },
  ...{ GB: 1e9, TB: 1e12 },
};

/** In hours, bytes or just so many; of two the greater, which comes last. */
function numberOf(text: string): number {
  const [, figure, unit] = /([\d.,]*\d)\s*([a-z]*)$/i.exec(text)!;
  return Number(figure!.replaceAll(',', '')) * (UNITS[unit!] ?? 1);
}

/** The number that follows in the page's text. */
function told(before: string): number {
  const text = page.replaceAll(/\s+/g, ' ');
  const [, rest] = text.split(before);
  const figure = /^[\d.,]*\d/.exec(rest ?? '');
  if (!figure) throw new Error(`No number after: ${before}`);
  return numberOf(figure[0]);
}

const isNear = (said: number, is: number): void => {
  expect(Math.abs(said - is), `${said} is said, ${is} it is`).toBeLessThanOrEqual(TOLERANCE * is);
};

it.each<[label: string, small: number, large: number | null]>([
  ['bytes of the embedded store', big('19,310', 5) / SMALL, big('50,000', 5) / LARGE],
  ['`MENTIONS`', recorded('ingest', 'A first', ['crf', SMALL], 3) / SMALL, null],
  ['concepts', recorded('ingest', 'A first', ['crf', SMALL], 2) / SMALL, null],
  ['seconds of one core to extract', byStage('CPU s', 3) / SMALL, null],
  ['seconds of one writer to load, embedded', byStage('s', 7) / SMALL, null],
  ['seconds to compare', byStage('s', 5) / SMALL, null],
  [
    'bytes of memory at the peak of an ingest',
    (recorded('ingest', 'A first', ['crf', SMALL], 8) * 1e6) / SMALL,
    big('50,000', 2) / LARGE,
  ],
  ['bytes of memory at the peak of an analysis', big('19,310', 4) / SMALL, big('50,000', 4) / LARGE],
  ['bytes of memory of the server', big('19,310', 8) / SMALL, big('50,000', 8) / LARGE],
])('per paper, %s: as recorded', (label, small, large) => {
  const [first, second, used] = cells(label);
  isNear(numberOf(first!), small);
  if (large !== null) isNear(numberOf(second!), large);
  if (used !== 'see below') isNear(numberOf(used!), small);
});

it('rates and times in the text are the recorded ones', () => {
  const neo4j = recorded('store', 'Neo4j: first load', [4997], 4);
  isNear(told('to load, Neo4j ('), neo4j);
  isNear(numberOf(cells('seconds of one writer to load, Neo4j')[2]!), 1 / neo4j);
  isNear(told('to extract ('), SMALL / byStage('s', 3));
  isNear(told('to load, embedded ('), SMALL / byStage('s', 7));
  isNear(told('Neo4j’s import takes '), imported('neo4j-admin database import'));
  isNear(told('what is run after it '), imported('after-import.cypher'));
  isNear(told('of the barest loop over Bolt '), imported('Bolt, UNWIND CREATE'));
  isNear(told('19,286 papers took '), recorded('ingest', 'A first', ['crf', SMALL], 4));
  isNear(told('It took '), byStage('s', 3));
  isNear(told('1.5 GB) and '), recorded('big', 'By size', ['19,310'], 3));
});

it('the sums of the plan are those of its figures', () => {
  const papers = 1e7;
  const used = (label: string): number => numberOf(cells(label)[2]!);
  const hours = (label: string): number => (papers * used(label)) / 3600;
  const relations = papers * (used('`MENTIONS`') + used('`SHARES`'));
  const export_ = told('writes the files takes ');
  const sums: [label: string, is: number][] = [
    ['extraction, hours', hours('seconds of one core')],
    ['the same on 64 cores', hours('seconds of one core') / 64],
    ['relations (', relations],
    ['load by one writer', hours('seconds of one writer to load, embedded')],
    ['the same, Neo4j', hours('seconds of one writer to load, Neo4j')],
    ['all relations over Bolt', relations / told('of the barest loop over Bolt ') / 3600],
    ['export of an embedded store', relations / export_ / 3600],
    [
      'import, and what',
      relations / 3600 / told('Neo4j’s import takes ') + relations / 3600 / told('what is run after it '),
    ],
    ['comparing with', hours('seconds to compare')],
    ['memory of the ingest', papers * used('bytes of memory at the peak of an ingest')],
    ['memory of the analysis', papers * used('bytes of memory at the peak of an analysis')],
    ['memory of the server', papers * used('bytes of memory of the server')],
    ['of it the ties', papers * used("bytes of the server's table")],
  ];
  for (const [label, is] of sums) {
    const [ten, hundred] = cells(label);
    isNear(numberOf(ten!), is);
    isNear(numberOf(hundred!), 10 * is);
  }
});
