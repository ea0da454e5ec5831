/** Runs all suites: the units and then the browser's, beside what waits on stores. Arguments go to vitest as they are. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNTS_FILE, type Counts, closingLine } from './support/closing-line-reporter.ts';

const ROOT = join(import.meta.dirname, '..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
/** Suites of one lane run one after the other, the lanes at the same time: what waits on a server leaves a core idle. */
const LANES = [['units', 'browser'], ['stores']] as const;
/** Its lines are seen as they come; two suites would write into each other's, so others show theirs when they end. */
const SHOWN = 'units';
/** By itself vitest leaves one core free, which on two cores is half of them. Other suites run one file at a time. */
const WORKERS = String(Math.max(2, availableParallelism() - 1));

interface Ended {
  failed: boolean;
  counts: Counts;
}

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

async function run(suite: string, folder: string): Promise<Ended> {
  const file = join(folder, `${suite}.json`);
  const child = spawn(process.execPath, [VITEST, 'run', '--project', suite, '--maxWorkers', WORKERS], {
    cwd: ROOT,
    env: { ...process.env, [COUNTS_FILE]: file },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const take = (chunk: Buffer) => {
    if (suite === SHOWN) process.stdout.write(chunk);
    else output += chunk;
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  process.stdout.write(output);
  return { failed: code !== 0, counts: readCounts(file) };
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
  const lanes = await Promise.all(
    LANES.map(async (lane) => {
      const ended: Ended[] = [];
      for (const suite of lane) ended.push(await run(suite, folder));
      return ended;
    }),
  );
  const all = lanes.flat();
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
