/** The same files as `npm run soak` makes a gigabyte long. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fileNameOf } from '../../graph/server/file-name.ts';
import { HOSTILE_FILES, tryHostile } from './hostile-files.ts';

/** Past every limit of one entry. */
const BYTES = 20 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'lacuna-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(HOSTILE_FILES)('$name costs only itself', async (file) => {
  const { papers, told } = await tryHostile(file, folder, BYTES);
  expect(told).toMatch(file.told);
  expect(papers).toBe(file.papers);
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['/', null],
  ['..', null],
  ['a\u0000b.csv', 'a_b.csv'],
  ['fdp\u202ebib.exe', 'fdp_bib.exe'],
  [`${'x'.repeat(5_000)}.jsonl.gz`, `${'x'.repeat(111)}.jsonl.gz`],
  ['-rf', '-rf'],
])('a file called %j is kept as %j', (given, kept) => {
  if (kept === null) expect(() => fileNameOf(given)).toThrow(/no name/);
  else expect(fileNameOf(given)).toBe(kept);
});
