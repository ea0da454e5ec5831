/** Runs all suites: the units, then what waits on stores beside what waits on a browser. Arguments go to vitest as they are. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNTS_FILE, type Counts, closingLine } from './support/closing-line-reporter.ts';

const ROOT = join(import.meta.dirname, '..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
/** Suites of one row run at the same time; on two cores neither stores nor browser keep both busy. */
const ROWS = [['units*'], ['stores', 'browser']] as const;
/** By itself vitest leaves one core free, which on two cores is half of them. Other suites run one file at a time. */
const WORKERS = String(Math.max(2, availableParallelism() - 1));

interface Ended {
  failed: boolean;
  counts: Counts;
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

async function run(suite: string, folder: string, shown: boolean): Promise<Ended & { output: string }> {
  const file = join(folder, `${suite.replace('*', '')}.json`);
  const child = spawn(process.execPath, [VITEST, 'run', '--project', suite, '--maxWorkers', WORKERS], {
    cwd: ROOT,
    env: { ...process.env, [COUNTS_FILE]: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  // Two suites would write into each other's lines.
  const take = (chunk: Buffer) => {
    if (shown) process.stdout.write(chunk);
    else output += chunk;
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  return { failed: code !== 0, counts: readCounts(file), output };
}

function readCounts(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } catch {
    // It ended before it could count.
    return { ...NOTHING, failed: 1 };
  }
}

async function runAll(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-counts-'));
  const all: Ended[] = [];
  for (const row of ROWS) {
    const ended = await Promise.all(row.map((suite, at) => run(suite, folder, at === 0)));
    for (const { output } of ended) process.stdout.write(output);
    all.push(...ended);
  }
  rmSync(folder, { recursive: true, force: true });
  const total = { ...NOTHING };
  for (const { counts } of all)
    for (const name of ['passed', 'failed', 'skipped'] as const) total[name] += counts[name];
  process.stdout.write(closingLine(total));
  return all.some(({ failed }) => failed);
}

const given = process.argv.slice(2);
if (given.length > 0) {
  const child = spawn(process.execPath, [VITEST, 'run', ...given], { cwd: ROOT, stdio: 'inherit' });
  child.on('close', (code) => process.exit(code ?? 1));
} else {
  process.exit((await runAll()) ? 1 : 0);
}
