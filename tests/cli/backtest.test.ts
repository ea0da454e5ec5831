import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHODS } from '../../graph/analysis/prediction/cut-record.ts';
import { seededRandom } from '../../graph/analysis/random.ts';
import { runHere } from './program.ts';

const WORDS =
  `kernel tensor graph sparse bayesian neural random convex markov causal temporal spectral robust latent
  fuzzy adaptive`.split(/\s+/);
const HEADS = 'regression clustering inference ranking sampling parsing'.split(' ');
const PAPERS = 330;
const FIGURES = ['auc', 'ap', 'hits10', 'hits50', 'hits100'];

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-backtest-'));
  file = join(folder, 'papers.jsonl');
  const random = seededRandom(6);
  const name = (): string =>
    `${WORDS[Math.floor(WORDS.length * random() ** 1.5)]} ${HEADS[Math.floor(HEADS.length * random())]}`;
  const lines = Array.from({ length: PAPERS }, (_, i) => {
    const [a, b, c] = [name(), name(), name()];
    const abstract = `We propose ${a} for ${b} in study ${i}. The method of ${a} is compared with ${c} on many problems.`;
    return JSON.stringify({ title: `On ${a} number ${i}`, abstract, year: 2001 + (i % 9) });
  });
  await writeFile(file, `${lines.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (...args: string[]) =>
  runHere(['backtest', ...args, '--cache', join(folder, 'cache')], { cwd: folder });

describe('lacuna backtest', () => {
  it('prints a record of the promised shape, the same each time', async () => {
    const args = [file, '--cuts', '2004,2006', '--horizons', '1,3', '--json'];
    const first = await ask(...args);
    expect(first.code, first.stderr).toBe(0);
    const record = JSON.parse(first.stdout);
    expect(record.cuts.map(({ year, horizon }: Record<string, number>) => [year, horizon])).toEqual([
      [2004, 1],
      [2004, 3],
      [2006, 1],
      [2006, 3],
    ]);
    for (const { positives, candidates, methods } of record.cuts) {
      expect(positives).toBeGreaterThan(0);
      expect(candidates).toBeGreaterThan(positives);
      expect(Object.keys(methods)).toEqual([...METHODS]);
      for (const method of METHODS) {
        for (const figure of FIGURES) {
          expect(methods[method][figure]).toBeGreaterThanOrEqual(0);
          expect(methods[method].matched[figure]).toBeGreaterThanOrEqual(0);
        }
      }
    }
    expect(record).toMatchObject({ papers: PAPERS, seed: 1 });
    expect((await ask(...args)).stdout).toBe(first.stdout);

    const text = await ask(file, '--cuts', '2004,2008', '--horizons', '3');
    expect(text.code, text.stderr).toBe(0);
    expect(text.stdout).toContain('Known up to 2004, met within 3 years');
    for (const method of METHODS) expect(text.stdout).toContain(method);
    expect(text.stderr).toContain('2008 + 3: the papers are from 2001 to 2009');
  });

  it('keeps in a store the record of its papers, for the explorer', async () => {
    const store = ['--store', `file:${join(folder, 'store')}`];
    const ingested = await runHere(['ingest', file, ...store, '--cache', join(folder, 'cache')], {
      cwd: folder,
    });
    expect(ingested.code, ingested.stderr).toBe(0);
    const tested = await ask(...store, '--cuts', '2005', '--horizons', '3', '--json');
    expect(tested.code, tested.stderr).toBe(0);
    const finding = "MATCH (f:Finding {id: 'backtest'}) RETURN f.json";
    const kept = JSON.parse((await runHere(['query', finding, ...store, '--json'], { cwd: folder })).stdout);
    expect(JSON.parse(kept.rows[0][0])).toEqual({ record: JSON.parse(tested.stdout), refused: null });
    const fromFile = JSON.parse((await ask(file, '--cuts', '2005', '--horizons', '3', '--json')).stdout);
    expect(fromFile).toEqual(JSON.parse(tested.stdout));
  });

  it('refuses too few papers, and a language model, and says why', async () => {
    const few = join(folder, 'few.jsonl');
    await writeFile(
      few,
      `${JSON.stringify({ title: 'One', abstract: 'One sparse regression.', year: 2001 })}\n`,
    );
    const refused = await ask(few, '--json');
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout).error).toMatchObject({
      code: 'input',
      message: expect.stringMatching(/1 paper has a year, and at least 300/),
    });
    const seed = await ask(join(folder, 'missing.jsonl'), '--seed', '1.5');
    expect(seed.code).toBe(2);
    expect(seed.stderr).toContain('32-bit integer');
    const model = await ask(file, '--extractor', 'llm');
    expect(model.code).toBe(2);
    expect(model.stderr).toContain('has read the years');
  });
});
