import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { evalResult } from './evaluate.ts';
import { runFacts } from './run-facts.ts';
import { speedResult } from './speed.ts';

/** All that one run of the evaluation measured; also the form of its JSON. */
const evalRun = z.object({
  facts: runFacts,
  results: z.array(evalResult),
  speeds: z.array(speedResult),
});
export type EvalRun = z.infer<typeof evalRun>;

/** A run that was written with `--json`. @throws ZodError, SyntaxError where the file isn't one. */
export function readRun(path: string): EvalRun {
  return evalRun.parse(JSON.parse(readFileSync(path, 'utf8')));
}
