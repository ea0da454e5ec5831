import { z } from 'zod';
import type { Extractor, ExtractorInput } from '../../ingest/extract/extractor.ts';
import { sharedPath } from '../support/shared.ts';
import { cleanDocument } from './clean-documents.ts';
import { extractAll } from './evaluate.ts';
import { readGold } from './gold.ts';

/** Sets whose abstracts are extracted for the speed: whole abstracts of two schemes and many fields. */
const SPEED_SETS = ['scierc.test', 'spans.dev'] as const;
const PASSES = 3;

export const speedResult = z.object({
  extractor: z.string(),
  /** Abstracts in one pass, and passes after the one that warms up. */
  documents: z.int(),
  passes: z.int(),
  /** Whole extraction: sentences, spans, kinds, names, abbreviations, roles, relations. */
  perCpuSecond: z.number(),
});
export type SpeedResult = z.infer<typeof speedResult>;

/** Clean abstracts for the speed; null where there is no measuring data. */
export function readSpeedDocuments(): ExtractorInput[] | null {
  const paths = SPEED_SETS.map((name) => sharedPath('gold', `${name}.jsonl`));
  if (paths.includes(null)) return null;
  return paths.flatMap((path) => readGold(path!).map((document) => cleanDocument(document).input));
}

/** Abstracts per CPU second of this process, all its threads together, measured warm. */
export async function measureSpeed(
  extractor: Extractor,
  documents: readonly ExtractorInput[],
): Promise<SpeedResult> {
  await extractAll(extractor, documents);
  const before = process.cpuUsage();
  for (let pass = 0; pass < PASSES; pass++) await extractAll(extractor, documents);
  const { user, system } = process.cpuUsage(before);
  return {
    extractor: extractor.name,
    documents: documents.length,
    passes: PASSES,
    perCpuSecond: (PASSES * documents.length) / ((user + system) / 1e6),
  };
}
