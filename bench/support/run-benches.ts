import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BenchRecord, readRecords, writeRecord } from './bench-record.ts';
import { figuresText, shownNumber, withFigures } from './figures-page.ts';
import { growthSvg } from './growth-svg.ts';
import { describeMachine } from './machine.ts';

const ROOT = join(import.meta.dirname, '../..');
const PROCESS = join(import.meta.dirname, 'bench-process.ts');
/** A bench that hangs is ended then, and the rest goes on. */
const LIMIT_MINUTES = 120;
const SETTLED_LOAD = 1.5;
const SETTLE_SECONDS = 60;

export interface BenchSuite {
  /** The npm script that runs it. */
  script: string;
  /** Where the files and `results/` are. */
  folder: string;
  /** `.bench.ts` or `.soak.ts`. */
  ending: string;
  /** From the top of the checkout. Its pictures are in a folder called as it is. */
  page: string;
  /** Heading of a page that isn't there yet. */
  heading: string;
  /** Whether what is asked and not met is a failure: of a soak it is, of a benchmark it is a figure. */
  mustMeet?: boolean;
}

/** Runs what the command line names, all if it names none, one after the other; then writes the page from all results. */
export async function runBenches(suite: BenchSuite, words = process.argv.slice(2)): Promise<void> {
  const files = readdirSync(suite.folder)
    .filter((name) => name.endsWith(suite.ending))
    .sort();
  const known = files.map((file) => file.slice(0, -suite.ending.length));
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, page: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(
      `No such one: ${unknown.join(', ')}.\n\n  npm run ${suite.script} [-- NAME... --quick --page]\n\n` +
        `Names: ${known.join(', ')}.\n--quick only shows that they run, and records nothing; --page only writes ${suite.page}.`,
    );
    process.exitCode = 2;
    return;
  }
  const names = values.page
    ? []
    : known.filter((name) => positionals.length === 0 || positionals.includes(name));
  const failed: string[] = [];
  for (const [at, name] of names.entries()) {
    if (at > 0 && !values.quick) await settled();
    console.log(`\n[${at + 1} of ${names.length}] ${name}`);
    const record = await runOne(name, join(suite.folder, `${name}${suite.ending}`), values.quick);
    if (!record) failed.push(name);
    else if (values.quick) console.log(`\n${figuresText([record], '.')}`);
    else writeRecord(resultsOf(suite), record);
    if (record) tellVerdicts(record);
    // Sizes that show only that it runs meet nothing that is asked in numbers.
    if (record && suite.mustMeet && !values.quick && record.result.verdicts.some(({ met }) => !met))
      failed.push(name);
  }
  if (!values.quick) writePage(suite);
  if (failed.length === 0) return;
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

/** Until the load is not that of the bench before. */
async function settled(): Promise<void> {
  for (let waited = 0; waited < SETTLE_SECONDS && loadavg()[0]! > SETTLED_LOAD; waited += 5)
    await sleep(5000);
}

/** Null where it failed, which the process told. */
async function runOne(name: string, file: string, isQuick: boolean): Promise<BenchRecord | null> {
  const machine = describeMachine();
  const at = new Date().toISOString();
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-bench-'));
  const resultPath = `${folder}.json`;
  const started = performance.now();
  try {
    const words = [
      '--expose-gc',
      '--import',
      'tsx',
      PROCESS,
      file,
      folder,
      resultPath,
      isQuick ? 'quick' : 'full',
    ];
    const isDone = await ended(words);
    const seconds = (performance.now() - started) / 1000;
    console.log(`  ${isDone ? 'done' : 'FAILED'} after ${shownNumber(seconds)} s`);
    if (!isDone || !existsSync(resultPath)) return null;
    const told = JSON.parse(readFileSync(resultPath, 'utf8')) as Pick<
      BenchRecord,
      'title' | 'about' | 'result'
    >;
    const loadAfter = Math.round(loadavg()[0]! * 100) / 100;
    return { name, at, machine, loadAfter, seconds: Math.round(seconds), ...told };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(resultPath, { force: true });
  }
}

function ended(words: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
  const limit = setTimeout(() => {
    console.error(`  ended after ${LIMIT_MINUTES} minutes`);
    child.kill('SIGKILL');
  }, LIMIT_MINUTES * 60_000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(limit);
      resolve(code === 0);
    });
  });
}

function tellVerdicts({ result }: BenchRecord): void {
  for (const { asked, measured, met, reason } of result.verdicts)
    console.log(`  ${met ? 'met    ' : 'NOT MET'}  ${asked}: ${measured}${reason ? ` (${reason})` : ''}`);
}

function resultsOf({ folder }: BenchSuite): string {
  const results = join(folder, 'results');
  mkdirSync(results, { recursive: true });
  return results;
}

function writePage(suite: BenchSuite): void {
  const page = join(ROOT, suite.page);
  const pictures = page.replace(/\.md$/, '');
  const records = readRecords(resultsOf(suite));
  const curves = records.flatMap(({ result }) => result.curves ?? []);
  if (curves.length > 0) mkdirSync(pictures, { recursive: true });
  for (const curve of curves) writeFileSync(join(pictures, `${curve.file}.svg`), growthSvg(curve));
  const before = existsSync(page) ? readFileSync(page, 'utf8') : `# ${suite.heading}\n`;
  const figures = figuresText(records, relative(join(page, '..'), pictures));
  writeFileSync(page, withFigures(before, figures));
  console.log(`\nWrote ${suite.page} from ${records.length} results.`);
}
