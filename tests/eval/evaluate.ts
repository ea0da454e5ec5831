import { z } from 'zod';
import type { Extraction, Extractor, ExtractorInput } from '../../ingest/extract/extractor.ts';
import { cleanDocument } from './clean-documents.ts';
import type { Contender } from './contenders.ts';
import { type EvalSet, measuredLine } from './eval-set.ts';
import { readGold } from './gold.ts';
import { headStudy } from './heads.ts';

/** Abstracts given to the extractor at a time. */
const BATCH = 100;
/** Abstracts extracted once before, so that speed is measured warm. */
const WARM_UP = 100;

export const evalResult = z.object({
  set: z.string(),
  extractor: z.string(),
  documents: z.int(),
  perCpuSecond: z.number(),
  measured: z.array(measuredLine),
  heads: headStudy.optional(),
});
export type EvalResult = z.infer<typeof evalResult>;

export async function extractAll(
  extractor: Extractor,
  documents: readonly ExtractorInput[],
): Promise<Extraction[]> {
  const extractions: Extraction[] = [];
  for (let at = 0; at < documents.length; at += BATCH) {
    extractions.push(...(await extractor.extract(documents.slice(at, at + BATCH))));
  }
  return extractions;
}

/**
 * Runs an extractor over one gold set. Throws where it fails on a document.
 * @throws ZodError, SyntaxError where the file isn't a gold set.
 */
export async function evaluateSet(
  { extractor, lacks }: Contender,
  set: EvalSet,
  path: string,
): Promise<EvalResult> {
  const gold = readGold(path, set.titlePlace);
  const cleaned = gold.map(cleanDocument);
  const documents = cleaned.map(({ input }) => input);
  await extractAll(extractor, documents.slice(0, WARM_UP));
  const before = process.cpuUsage();
  const extractions = await extractAll(extractor, documents);
  const { user, system } = process.cpuUsage(before);
  const failed = extractions.find(({ error }) => error !== undefined);
  if (failed) throw new Error(`${set.name}, ${failed.id}: ${failed.error}`);
  const restored = extractions.map((extraction, i) => cleaned[i]!.restore(extraction));
  const byId = new Map(restored.map((extraction) => [extraction.id, extraction]));
  return {
    set: set.name,
    extractor: extractor.name,
    documents: gold.length,
    perCpuSecond: documents.length / ((user + system) / 1e6),
    measured: set.measure(gold, byId).filter(({ measure }) => !lacks.includes(measure)),
    ...(set.heads ? { heads: set.heads(gold, byId) } : {}),
  };
}
