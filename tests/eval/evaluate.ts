import type { Extraction, Extractor, ExtractorInput } from '../../ingest/extract/extractor.ts';
import type { EvalSet, Measured } from './eval-set.ts';
import { readGold } from './gold.ts';

/** Abstracts given to the extractor at a time. */
const BATCH = 100;
/** Abstracts extracted once before, so that speed is measured warm. */
const WARM_UP = 100;

export interface EvalResult {
  set: string;
  extractor: string;
  documents: number;
  perCpuSecond: number;
  measured: Measured[];
}

async function extractAll(extractor: Extractor, documents: readonly ExtractorInput[]): Promise<Extraction[]> {
  const extractions: Extraction[] = [];
  for (let at = 0; at < documents.length; at += BATCH) {
    extractions.push(...(await extractor.extract(documents.slice(at, at + BATCH))));
  }
  return extractions;
}

/** Runs the extractor over one gold set. @throws ZodError, SyntaxError where the file isn't a gold set. */
export async function evaluateSet(extractor: Extractor, set: EvalSet, path: string): Promise<EvalResult> {
  const gold = readGold(path, set.titlePlace);
  const documents = gold.map(({ id, title, abstract }) => ({ id, title, abstract }));
  await extractAll(extractor, documents.slice(0, WARM_UP));
  const before = process.cpuUsage();
  const extractions = await extractAll(extractor, documents);
  const { user, system } = process.cpuUsage(before);
  const failed = extractions.find(({ error }) => error !== undefined);
  if (failed) throw new Error(`${set.name}, ${failed.id}: ${failed.error}`);
  return {
    set: set.name,
    extractor: extractor.name,
    documents: gold.length,
    perCpuSecond: documents.length / ((user + system) / 1e6),
    measured: set.measure(gold, new Map(extractions.map((extraction) => [extraction.id, extraction]))),
  };
}
