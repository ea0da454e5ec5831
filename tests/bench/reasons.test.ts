import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NOT_LOOKED_INTO, REASONS, reasonOf } from '../../bench/reasons.ts';
import { readRecords } from '../../bench/support/bench-record.ts';
import { figuresText } from '../../bench/support/figures-page.ts';

const ROOT = join(import.meta.dirname, '../..');
const records = readRecords(join(ROOT, 'bench/results'));

it.each(REASONS)('$bench, $asked: explains what falls short today', ({ bench, asked }) => {
  const verdicts = records.find(({ name }) => name === bench)?.result.verdicts ?? [];
  const [explained, ...more] = verdicts.filter((verdict) => verdict.asked.startsWith(asked));
  expect(explained?.met).toBe(false);
  expect([NOT_LOOKED_INTO, undefined]).toContain(explained?.reason);
  expect(more).toEqual([]);
});

it.each(REASONS)('$bench, $asked: tells what was found, not that nobody looked', ({ reason }) => {
  expect(reason.toLowerCase()).not.toContain(NOT_LOOKED_INTO);
});

it('leaves what a bench says of itself as it is', () => {
  expect(reasonOf('store', REASONS[0]!.asked, 'measured there')).toBe('measured there');
  expect(reasonOf('none', 'anything', NOT_LOOKED_INTO)).toBe(NOT_LOOKED_INTO);
});

it('the page tells the figures that are recorded', () => {
  const page = readFileSync(join(ROOT, 'docs/benchmarks.md'), 'utf8');
  expect(page).toContain(figuresText(records, 'benchmarks').trim());
});
