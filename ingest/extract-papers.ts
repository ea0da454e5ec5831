import type { Extractions } from './cache/extractions.ts';
import type { Extraction, ExtractionSource, ExtractorInput } from './extract/extractor.ts';
import type { Progress } from './progress.ts';

const CACHE_WRITE_BATCH = 64;
/** What was extracted is on disk so soon: an answer may have cost money. */
const CACHE_WRITE_MS = 500;

export interface Failure {
  paper: string;
  reason: string;
}

/** The papers that the cache does not hold, or holds damaged: each is read. */
export async function unknownTo<T extends ExtractorInput>(
  cache: Extractions,
  papers: readonly T[],
): Promise<T[]> {
  const unknown: T[] = [];
  for await (const { input } of cache.getAll(papers)) if (!cache.has(input)) unknown.push(input);
  return unknown;
}

/** Extracts what the cache does not hold yet. Returns the papers on which the extractor failed. */
export async function extractPapers(
  papers: readonly ExtractorInput[],
  cache: Extractions,
  openPool: () => ExtractionSource,
  progress: Progress,
  signal?: AbortSignal,
): Promise<{ extracted: number; failed: Failure[] }> {
  const missing = papers.filter((paper) => !cache.has(paper));
  const failed: Failure[] = [];
  progress('extract', papers.length - missing.length, papers.length);
  if (missing.length === 0) return { extracted: 0, failed };

  const byId = new Map(missing.map((paper) => [paper.id, paper]));
  const pool = openPool();
  let done = papers.length - missing.length;
  let batch: { input: ExtractorInput; extraction: Extraction }[] = [];
  let written = performance.now();
  try {
    for await (const outcomes of pool.extract(missing, signal)) {
      for (const outcome of outcomes) {
        if (outcome.error !== undefined) failed.push({ paper: outcome.id, reason: outcome.error });
        else batch.push({ input: byId.get(outcome.id)!, extraction: outcome });
      }
      if (batch.length >= CACHE_WRITE_BATCH || performance.now() - written >= CACHE_WRITE_MS) {
        await cache.put(batch);
        batch = [];
        written = performance.now();
      }
      done += outcomes.length;
      progress('extract', done, papers.length);
    }
  } finally {
    await cache.put(batch);
    await pool.close();
  }
  return { extracted: missing.length - failed.length, failed };
}
