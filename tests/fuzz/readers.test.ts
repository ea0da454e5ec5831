/** A few inputs of what `npm run soak` tries a hundred thousand of. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readContent } from '../ingest/read/support.ts';
import { cpuTime } from '../support/cpu-time.ts';
import { readerProperties } from './readers/properties.ts';
import { runProperty } from './run-property.ts';

const SEED = 20_261_122;
const RUNS = 12;

const folder = mkdtempSync(join(tmpdir(), 'lacuna-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(readerProperties(folder))('$name: nothing crashes or is lost without a word', async (property) => {
  const { failure } = await runProperty(property, { seed: SEED, runs: RUNS });
  expect(failure).toBeNull();
});

it('reads a table in which no quote is ever closed in a time that grows with its length', async () => {
  const start = cpuTime();
  const items = await readContent(`title,abstract\n${'x,""a\n'.repeat(50_000)}`, 'quotes.csv');
  expect(items).toHaveLength(50_000);
  expect(items.every(({ rejection }) => rejection)).toBe(true);
  expect(cpuTime() - start).toBeLessThan(20_000);
});

it.each([
  ['refs.ris', 'TY  -\nTI  - A\nKW  -\nER  -\n', { title: 'A' }],
  ['refs.ris', 'TY  - JOUR\nTI  - A\u2028B\nER  - \n', { title: 'A\u2028B' }],
  ['refs.jsonl', `{"title": "é ${'\ufffd'.repeat(9)}"}`, { title: `é ${'\ufffd'.repeat(9)}` }],
  [
    'refs.xml',
    '<feed><entry><title>A & B</title></entry><entry><title>C</title><summary>&lt;</summary></entry></feed>',
    { title: 'A & B' },
  ],
])('reads what once broke a reader: %s', async (name, content, expected) => {
  const [item] = await readContent(content, name);
  expect(item!.record).toMatchObject(expected);
  expect(item!.record!.keywords).toBeUndefined();
});
