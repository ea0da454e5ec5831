import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chooseExtractor, loadExtractor } from '../../ingest/extract/extractor-module.ts';
import { sharedPath } from '../support/shared.ts';
import { EVAL_SETS } from './eval-sets.ts';
import { type EvalResult, evaluateSet } from './evaluate.ts';
import { formatResult } from './report.ts';

const HELP = `Measures the default extractor against the gold sets.

  npm run eval -- [--set NAME]... [--extractor NAME] [--json FILE]

  --set NAME   only this set (${EVAL_SETS.map(({ name }) => name).join(', ')})
  --extractor NAME  as of the command line; the default if left out
  --json FILE  also write the figures as JSON`;

const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true },
    extractor: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const unknown = values.set?.filter((name) => !EVAL_SETS.some((set) => set.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(`No such set: ${unknown.join(', ')}\n\n${HELP}`);
    process.exitCode = 2;
  } else {
    const results = await evaluateAll(values.set);
    if (values.json) writeFileSync(values.json, `${JSON.stringify({ results }, null, 2)}\n`);
  }
}

async function evaluateAll(names: readonly string[] | undefined): Promise<EvalResult[]> {
  const extractor = await loadExtractor((await chooseExtractor(values.extractor)).module);
  console.log(`extractor: ${extractor.name}\n`);
  const results: EvalResult[] = [];
  for (const set of EVAL_SETS.filter(({ name }) => names?.includes(name) ?? true)) {
    const path = sharedPath('gold', set.file);
    if (path === null) {
      console.warn(`SKIPPED: ${set.name}: ${set.file} is not in the measuring data beside this checkout`);
      continue;
    }
    const result = await evaluateSet(extractor, set, path);
    console.log(formatResult(result, set.peers));
    results.push(result);
  }
  return results;
}
