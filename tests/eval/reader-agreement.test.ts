import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agreementOfReaders } from './reader-agreement.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-marks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, ...lines: unknown[]): void {
  writeFileSync(join(folder, name), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

it('compares what two readers marked, over the abstracts that both read', () => {
  const marked = [
    [0, 4, 'Task'],
    [5, 9, 'Method'],
    [10, 12, 'Term'],
  ];
  write('batch-01.jsonl', { id: 'a', entities: marked }, { id: 'b', entities: marked });
  write('second-reader.jsonl', {
    id: 'b',
    entities: [
      [0, 4, 'Task'],
      [5, 9, 'Term'],
      [10, 12, 'Term'],
    ],
  });
  const agreement = agreementOfReaders(folder);
  expect(agreement).toMatchObject({ documents: 2, spans: 6, readTwice: 1, exact: 100 });
  expect(agreement.withKind).toBeCloseTo(200 / 3);
  expect(agreement.typed).toBeCloseTo(200 / 3);
});

it('says so where nothing was read twice', () => {
  write('second-reader.jsonl', { id: 'z', entities: [] });
  expect(() => agreementOfReaders(folder)).toThrow('read twice');
});

it('finds the agreement of our own readers', () => {
  const { documents, readTwice, exact, withKind } = agreementOfReaders(
    join(import.meta.dirname, '../../training/marks'),
  );
  expect(documents).toBeGreaterThanOrEqual(400);
  expect(readTwice).toBeGreaterThanOrEqual(documents / 20);
  expect(exact).toBeGreaterThan(withKind);
  expect(withKind).toBeGreaterThan(50);
});
