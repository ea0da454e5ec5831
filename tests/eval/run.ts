import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isLacunaError, messageOf } from '../../graph/errors.ts';
import { BASELINE, type Contender, openContender } from './contenders.ts';
import { type EvalRun, readRun } from './eval-run.ts';
import { EVAL_SETS } from './eval-sets.ts';
import { evaluateAll, timeAll } from './evaluate-all.ts';
import { readModelCards } from './model-cards.ts';
import { askedTable } from './page/asked-figures.ts';
import { measurementsOf } from './page/measurements.ts';
import { formatPage } from './page/page.ts';
import { agreementOfReaders } from './reader-agreement.ts';
import { tellRun } from './run-facts.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/extraction.md');

const HELP = `Measures extractors against the gold sets, beside what others reach.

  npm run eval -- [--extractor NAME]... [--set NAME]... [--speed-only] [--write] [--json FILE] [--with FILE]...

  --extractor NAME  as of the command line (crf, neural, rules, or a module's path); the default if left out
  --set NAME        only this set (${EVAL_SETS.map(({ name }) => name).join(', ')})
  --speed-only      only abstracts per CPU second
  --write           write docs/extraction.md from this run
  --json FILE       also write the figures as JSON
  --with FILE       JSON of an earlier run, for the page: extractors that this run doesn't measure`;

const { values } = parseArgs({
  options: {
    extractor: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    'speed-only': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    json: { type: 'string' },
    with: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(HELP);
else {
  const unknown = values.set?.filter((name) => !EVAL_SETS.some((set) => set.name === name)) ?? [];
  if (unknown.length > 0) refuse(`No such set: ${unknown.join(', ')}`);
  else {
    try {
      await main();
    } catch (error) {
      if (!isLacunaError(error, 'input')) throw error;
      refuse(messageOf(error));
    }
  }
}

function refuse(reason: string): void {
  console.error(`${reason}\n\n${HELP}`);
  process.exitCode = 2;
}

async function openAll(names: readonly (string | undefined)[]): Promise<Contender[]> {
  const opened: Contender[] = [];
  for (const name of names) {
    const contender = await openContender(name);
    if (contender) opened.push(contender);
  }
  return opened;
}

async function main(): Promise<void> {
  if (values.write && values['speed-only']) return refuse('A page of speeds alone is not written.');
  const facts = tellRun();
  const earlier = values.with.map(readRun);
  const contenders = [...(await openAll(values.extractor ?? [undefined])), BASELINE];
  const sets = values['speed-only'] ? [] : EVAL_SETS.filter(({ name }) => values.set?.includes(name) ?? true);
  const results = await evaluateAll(contenders, sets);
  const speeds = values.set ? [] : await timeAll(contenders);
  const run: EvalRun = { facts, results, speeds };
  if (values.json) writeFileSync(values.json, `${JSON.stringify(run, null, 2)}\n`);
  const runs = [run, ...earlier];
  const measurements = measurementsOf(runs);
  if (measurements.length > 0 && !values['speed-only']) console.log(`\n${askedTable(measurements)}`);
  if (!values.write) return;
  if (measurements.length === 0) return refuse('Nothing was measured, so there is nothing to write.');
  const agreement = agreementOfReaders(join(ROOT, 'training/marks'));
  const cards = readModelCards(join(ROOT, 'ingest/extract/models'));
  writeFileSync(PAGE, formatPage({ runs, agreement, cards }));
  console.log('\nwritten: docs/extraction.md');
}
