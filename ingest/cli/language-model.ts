import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { LacunaError } from '../../graph/errors.ts';
import type { ExtractorInput } from '../extract/extractor.ts';
import { estimateCost } from '../extract/llm/estimate.ts';
import type { LlmExtractor } from '../extract/llm/llm-extractor.ts';
import type { LlmSettings } from '../extract/llm/settings.ts';
import { Interrupted } from './interrupt.ts';
import { estimateText } from './model-text.ts';
import { printJson, say } from './session.ts';

/** What `--extractor` takes to ask a language model; every other name is a module's. */
export const LANGUAGE_MODEL = 'llm';

/** Throws `refused`: its budget is one process's to keep. */
export function refuseInQueue(): never {
  throw new LacunaError(
    'refused',
    'A language model is asked by one process, which counts what it costs: leave --queue out, or choose another extractor.',
  );
}

/** Answers may have cost money, so they lie beside no store that somebody may delete. */
export const ANSWER_FOLDER = join('.lacuna', 'cache');

export interface LanguageModel {
  settings: LlmSettings;
  extractor: LlmExtractor;
}

export interface ModelFlags {
  yes?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** The language model that a user asks for. Throws `input` where the environment does not say which. */
export async function openLanguageModel(asked: string | undefined): Promise<LanguageModel | null> {
  if (asked !== LANGUAGE_MODEL) return null;
  // Loaded here, since most runs need none of it.
  const { parseLlmSettings } = await import('../extract/llm/settings.ts');
  const settings = parseLlmSettings(process.env);
  const { createLlmExtractor } = await import('../extract/llm/llm-extractor.ts');
  return { settings, extractor: createLlmExtractor(settings) };
}

/** Refuses `--dry-run` where there is nothing to pay. */
export function checkDryRun(flags: ModelFlags, model: LanguageModel | null): void {
  if (flags.dryRun && !model)
    throw new LacunaError(
      'input',
      `--dry-run goes with --extractor ${LANGUAGE_MODEL}: nothing else costs money.`,
    );
}

/** Prints what a run would cost, as the answer of the command. */
export function printEstimate(
  missing: readonly ExtractorInput[],
  model: LanguageModel,
  flags: ModelFlags,
): void {
  const estimate = estimateCost(missing, model.settings);
  if (flags.json) printJson({ extractor: model.extractor.name, ...estimate });
  else process.stdout.write(`${estimateText(estimate, model.settings)}\n`);
}

/** Tells the cost and asks, where it is not small. Throws `refused` where nobody says yes. */
export async function confirmCost(
  missing: readonly ExtractorInput[],
  { settings }: LanguageModel,
  flags: ModelFlags,
  signal: AbortSignal,
): Promise<void> {
  if (missing.length === 0) return;
  const estimate = estimateCost(missing, settings);
  say(estimateText(estimate, settings));
  if (flags.yes || (estimate.cost !== null && estimate.cost <= settings.confirmAbove)) return;
  if (await saysYes(signal)) return;
  throw new LacunaError(
    'refused',
    'Nothing was sent. Add --yes to go on, or --dry-run to see the estimate only.',
  );
}

async function saysYes(signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await lines.question('Go on? [y/N] ', { signal })).trim());
  } catch (error) {
    throw signal.aborted ? new Interrupted() : error;
  } finally {
    lines.close();
  }
}
