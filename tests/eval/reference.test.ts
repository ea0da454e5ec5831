import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeShared, sharedPath } from '../support/shared.ts';
import { openContender } from './contenders.ts';
import type { Rates } from './counts.ts';
import { EVAL_SETS } from './eval-sets.ts';
import { evaluateSet } from './evaluate.ts';
import { type GoldDocument, readGold, type TitlePlace } from './gold.ts';
import { scoreNamed } from './named.ts';
import { randomPredictions } from './random-predictions.ts';
import { type Scores, scorePredictions } from './score.ts';

const rates = z.object({ P: z.number(), R: z.number(), F1: z.number() });
const report = z.object({
  docs: z.number(),
  missing_predictions: z.number(),
  exact: rates.optional(),
  partial: rates.optional(),
  iou: rates.optional(),
  typed: rates.optional(),
  typed_each: z.record(z.string(), rates).optional(),
  typed_all: rates.optional(),
  terms: rates.extend({ macroF1: z.number() }),
  shared: rates.extend({ gold_links: z.number() }),
  'kp@5': rates.optional(),
  'kp@10': rates.optional(),
  'kp_present@5': rates.optional(),
  'kp_present@10': rates.optional(),
});

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) console.warn('SKIPPED: comparison with the reference scorer: there is no python3');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lacuna-eval-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function needShared(...parts: string[]): string {
  const path = sharedPath(...parts);
  if (path === null) throw new Error(`${parts.join('/')} is missing`);
  return path;
}

function writeLines(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
}

function runPython(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('python3', [...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function runProgram(args: readonly string[]): string {
  const program = join(import.meta.dirname, '../../bin/lacuna.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** The reference rounds to two digits. */
function expectSame(ours: Rates | null | undefined, theirs: z.infer<typeof rates> | undefined): void {
  expect(ours == null).toBe(theirs === undefined);
  if (ours == null || theirs === undefined) return;
  expect(Math.abs(ours.precision - theirs.P)).toBeLessThan(0.0051);
  expect(Math.abs(ours.recall - theirs.R)).toBeLessThan(0.0051);
  expect(Math.abs(ours.f1 - theirs.F1)).toBeLessThan(0.0051);
}

function compare(ours: Scores, theirs: z.infer<typeof report>): void {
  expect(ours.documents).toBe(theirs.docs);
  expect(ours.missing).toBe(theirs.missing_predictions);
  expectSame(ours.exact, theirs.exact);
  expectSame(ours.partial, theirs.partial);
  expectSame(ours.soft, theirs.iou);
  expectSame(ours.typed, theirs.typed);
  expectSame(ours.typedAll, theirs.typed_all);
  for (const [kind, each] of Object.entries(theirs.typed_each ?? {})) expectSame(ours.typedEach[kind], each);
  expectSame(ours.terms, theirs.terms);
  expect(Math.abs(ours.termsMacroF1 - theirs.terms.macroF1)).toBeLessThan(0.0051);
  expectSame(ours.shared, theirs.shared);
  expect(ours.goldLinks).toBe(theirs.shared.gold_links);
  expectSame(ours.keyphrasesAt5, theirs['kp@5']);
  expectSame(ours.keyphrasesAt10, theirs['kp@10']);
  expectSame(ours.presentAt5, theirs['kp_present@5']);
  expectSame(ours.presentAt10, theirs['kp_present@10']);
}

describeShared('the reference scorer in Python', () => {
  const sets: [string, TitlePlace][] = [
    ['scierc.test', 'field'],
    ['spans.dev', 'field'],
    ['tdmsci.test', 'field'],
    ['inspec.test', 'firstLine'],
  ];

  describe.each(sets)('on %s', (name, titlePlace) => {
    it.skipIf(!hasPython).each([
      [1, undefined],
      [2, 3],
    ])('says the same of random predictions, seed %i, top %s', (seed, top) => {
      const gold: GoldDocument[] = readGold(needShared('gold', `${name}.jsonl`), titlePlace);
      const predictions = randomPredictions(gold, seed);
      const scored = gold.map(({ id, text, entities, keyphrases }) => ({ id, text, entities, keyphrases }));
      const surfaces = scored.map((document) => ({
        ...document,
        entities: document.entities.map((span) => ({
          ...span,
          text: Array.from(document.text).slice(span.start, span.end).join(''),
        })),
      }));
      const files = [writeLines('gold.jsonl', surfaces), writeLines('predictions.jsonl', predictions)];
      const cut = top === undefined ? [] : ['--top', `${top}`];
      const output = runPython([needShared('gold', 'score.py'), ...files, ...cut, '--json']);
      const theirs = report.parse(JSON.parse(output));
      expect(theirs.terms.F1).toBeGreaterThan(10);
      compare(scorePredictions(scored, predictions, top === undefined ? {} : { top }), theirs);
    });
  });

  it.skipIf(!hasPython)('says the same of what the program prints', async () => {
    const path = needShared('gold', 'spans.dev.jsonl');
    const gold = readGold(path);
    const records = gold.map(({ id, title, abstract }) => ({
      id,
      ...(title === null ? {} : { title }),
      abstract,
    }));
    const printed = runProgram(['extract', writeLines('records.jsonl', records), '--json']);
    const predicted = join(folder, 'printed.jsonl');
    writeFileSync(predicted, printed);
    const merged = gold.map(({ id, text, entities }) => ({
      id,
      text,
      entities: entities.map((span) => ({
        ...span,
        text: Array.from(text).slice(span.start, span.end).join(''),
      })),
    }));
    const output = runPython([
      needShared('gold', 'score.py'),
      writeLines('merged.jsonl', merged),
      predicted,
      '--json',
    ]);
    const theirs = report.parse(JSON.parse(output));
    const contender = await openContender(undefined);
    const { measured } = await evaluateSet(
      contender!,
      EVAL_SETS.find(({ name }) => name === 'spans.dev')!,
      path,
    );
    const ours = new Map(measured.map(({ measure, f1 }) => [measure, f1!]));
    expect(theirs.missing_predictions).toBe(0);
    expect(ours.get('exact')).toBeGreaterThan(10);
    expect(ours.get('exact')).toBeCloseTo(theirs.exact!.F1, 1);
    expect(ours.get('typed')).toBeCloseTo(theirs.typed!.F1, 1);
    expect(ours.get('terms')).toBeCloseTo(theirs.terms.F1, 1);
    expect(ours.get('shared')).toBeCloseTo(theirs.shared.F1, 1);
  });

  it.skipIf(!hasPython)('says the same of introduced systems', () => {
    const gold = readGold(needShared('gold', 'named-system.test.jsonl'));
    const names = new Map(
      gold.map(({ id, system, text }, at) => {
        const word = /\b[A-Z]\w+/.exec(text)?.[0] ?? 'Nothing';
        return [id, at % 3 === 0 ? [word] : at % 3 === 1 ? system.map((name) => name.toUpperCase()) : []];
      }),
    );
    const predicted = writeLines(
      'named.jsonl',
      [...names].map(([id, system]) => ({ id, system })),
    );
    const call = `import sys,json; sys.path.insert(0,sys.argv[1]); import score_named as s
print(json.dumps(s.run([json.loads(l) for l in open(sys.argv[2])],sys.argv[1]+'/named-system.test.jsonl')))`;
    const theirs = rates.parse(JSON.parse(runPython(['-B', '-c', call, needShared('gold'), predicted])));
    const ours = scoreNamed(gold, names);
    expect(theirs.F1).toBeGreaterThan(10);
    expect(Math.abs(ours.precision - theirs.P)).toBeLessThan(0.051);
    expect(Math.abs(ours.recall - theirs.R)).toBeLessThan(0.051);
    expect(Math.abs(ours.f1 - theirs.F1)).toBeLessThan(0.051);
  });
});
