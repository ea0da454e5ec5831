/** The graph that some papers make, made once: to time what writes it, and nothing else. */
import { join } from 'node:path';
import { openExtractions } from '../../ingest/cache/open-extractions.ts';
import { Canonicaliser } from '../../ingest/canonicalise/canonicaliser.ts';
import { EXTRACTORS } from '../../ingest/extract/extractor-module.ts';
import { ExtractorPool } from '../../ingest/extract/pool.ts';
import { extractPapers } from '../../ingest/extract-papers.ts';
import { gatherPapers } from '../../ingest/gather-papers.ts';
import type { TargetGraph } from '../../ingest/load/loader.ts';
import { type PaperFacts, paperFacts } from '../../ingest/load/paper-facts.ts';
import { silent } from '../../ingest/progress.ts';
import { DEFAULT_INGEST_SETTINGS } from '../../ingest/settings.ts';

/** A target graph whose facts are all in memory, in the order of its papers. */
export interface KnownTarget extends TargetGraph {
  known: readonly PaperFacts[];
}

/** By the rules, which are the fastest extractor; extractions are kept in the folder. */
export async function targetOf(file: string, folder: string): Promise<KnownTarget> {
  const { papers } = await gatherPapers([file], null, {}, DEFAULT_INGEST_SETTINGS, silent);
  const cache = await openExtractions(join(folder, 'cache'), EXTRACTORS.rules);
  try {
    await extractPapers(papers, cache, () => new ExtractorPool(EXTRACTORS.rules), silent);
    const canonicaliser = new Canonicaliser();
    for await (const { extraction } of cache.getAll(papers)) {
      if (extraction) canonicaliser.observe(extraction);
    }
    const vocabulary = canonicaliser.resolve([]);
    const known: PaperFacts[] = [];
    for await (const { input, extraction } of cache.getAll(papers)) {
      if (!extraction) throw new Error(`Nothing was extracted from ${input.id}.`);
      const { name } = EXTRACTORS.rules;
      known.push(paperFacts(input, vocabulary.link(extraction), name, vocabulary.relate(extraction)));
    }
    return knownTarget(papers, vocabulary.concepts, known);
  } finally {
    await cache.close();
  }
}

export function knownTarget(
  papers: TargetGraph['papers'],
  concepts: TargetGraph['concepts'],
  known: readonly PaperFacts[],
): KnownTarget {
  const byId = new Map(known.map((facts) => [facts.id, facts]));
  return {
    papers,
    concepts,
    known,
    async *facts(some) {
      for (const { id } of some) yield byId.get(id)!;
    },
  };
}
