import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { LacunaError, messageOf } from '../../../graph/errors.ts';
import { openExtractions } from '../../cache/open-extractions.ts';
import type { ExtractionSource } from '../../extract/extractor.ts';
import { chooseExtractor } from '../../extract/extractor-module.ts';
import { ExtractorPool } from '../../extract/pool.ts';
import { keepExtractions, unknownTexts } from '../../extract-kept.ts';
import { extractRecords, inputsOf, type TextRecord } from '../../extract-records.ts';
import { openText } from '../../read/input/text-source.ts';
import { DEFAULT_READ_LIMITS } from '../../read/limits.ts';
import { orInterrupted, withInterrupt } from '../interrupt.ts';
import {
  ANSWER_FOLDER,
  checkDryRun,
  confirmCost,
  type LanguageModel,
  type ModelFlags,
  openLanguageModel,
  printEstimate,
} from '../language-model.ts';
import { modelReportLines } from '../model-text.ts';
import { printJson, say, withProgress } from '../session.ts';

/** Records that are named when the extractor fails on many. */
const SHOWN_FAILURES = 10;

export interface ExtractFlags extends ModelFlags {
  extractor?: string;
  cache?: string;
}

/** Prints one JSON object a record. A bad line is named on standard error, and the rest goes on. */
export async function runExtract(file: string, flags: ExtractFlags = {}): Promise<void> {
  await withInterrupt((signal) => orInterrupted(extract(file, flags, signal), signal));
}

async function extract(file: string, flags: ExtractFlags, signal: AbortSignal): Promise<void> {
  const model = await openLanguageModel(flags.extractor);
  checkDryRun(flags, model);
  const choice = model ? null : await chooseExtractor(flags.extractor);
  const { records, bad } = await readRecords(file);
  const failed = model
    ? await askModel(records, model, flags, signal)
    : await printAll(records, new ExtractorPool(choice ?? {}), signal);
  const complaints = [
    ...(bad > 0 ? [`${bad} of ${records.length + bad} lines could not be used.`] : []),
    ...(failed > 0 ? [`The extractor failed on ${failed} of ${records.length} records.`] : []),
  ];
  if (complaints.length > 0) throw new LacunaError(bad > 0 ? 'input' : 'internal', complaints.join(' '));
}

/** How many records the extractor failed on; each is named on standard error. */
async function printAll(
  records: readonly TextRecord[],
  source: ExtractionSource,
  signal: AbortSignal,
): Promise<number> {
  let failed = 0;
  for await (const found of extractRecords(records, source, signal)) {
    printJson(found);
    if (found.error === undefined) continue;
    failed += 1;
    if (failed <= SHOWN_FAILURES) say(`record ${found.id}: ${found.error}`);
  }
  return failed;
}

async function askModel(
  records: readonly TextRecord[],
  model: LanguageModel,
  flags: ExtractFlags,
  signal: AbortSignal,
): Promise<number> {
  const cache = await openExtractions(flags.cache ?? ANSWER_FOLDER, model.extractor);
  try {
    const missing = await unknownTexts(inputsOf(records), cache);
    if (flags.dryRun) {
      printEstimate(missing, model, flags);
      return 0;
    }
    await confirmCost(missing, model, flags, signal);
    const failed = await withProgress((lines) =>
      printAll(records, keepExtractions(model.extractor, cache, lines.report), signal),
    );
    for (const line of modelReportLines(model.extractor.report())) say(line);
    return failed;
  } finally {
    await cache.close();
  }
}

async function readRecords(file: string): Promise<{ records: TextRecord[]; bad: number }> {
  const records: TextRecord[] = [];
  let bad = 0;
  let number = 0;
  const source = await openText(file, DEFAULT_READ_LIMITS);
  try {
    for await (const line of createInterface({ input: Readable.from(source.text()) })) {
      number += 1;
      if (line.trim() === '') continue;
      try {
        records.push(parseRecord(line));
      } catch (error) {
        bad += 1;
        process.stderr.write(`${file}, line ${number}: ${messageOf(error)}\n`);
      }
    }
  } finally {
    await source.close();
  }
  return { records, bad };
}

function parseRecord(line: string): TextRecord {
  const value = JSON.parse(line) as Record<string, unknown>;
  if (value === null || typeof value !== 'object') throw new Error('not a JSON object');
  const text = (name: string): string | null => (typeof value[name] === 'string' ? value[name] : null);
  const { id = null } = value;
  if (id === null || id === '') throw new Error('no id');
  if (typeof id !== 'string' && !Number.isFinite(id)) throw new Error('an id is text or a number');
  const record = {
    id: String(id),
    title: text('title'),
    abstract: text('abstract') ?? text('text'),
  };
  if (record.title === null && record.abstract === null) throw new Error('neither a title nor an abstract');
  return record;
}
