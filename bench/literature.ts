import type { Literature } from '../graph/analysis/literature.ts';
import { type MentionFacts, paperConceptGraph } from '../graph/analysis/paper-concept-graph.ts';
import { openExtractions } from '../ingest/cache/open-extractions.ts';
import { Canonicaliser } from '../ingest/canonicalise/canonicaliser.ts';
import { DEFAULT_EXTRACTOR } from '../ingest/extract/extractor-module.ts';
import { ExtractorPool } from '../ingest/extract/pool.ts';
import { extractPapers } from '../ingest/extract-papers.ts';
import { gatherPapers } from '../ingest/gather-papers.ts';
import { silent } from '../ingest/progress.ts';
import type { Document } from '../ingest/record.ts';
import { DEFAULT_INGEST_SETTINGS } from '../ingest/settings.ts';

/** The papers of some files, as an ingest into an empty store would leave them, without a store. */
export interface Corpus {
  papers: Document[];
  /** Of some of the papers, as if there were no others: their vocabulary too is their own. */
  literatureOf: (papers: readonly Document[]) => Promise<Literature>;
}

/** Extractions are kept in the folder and taken from it. */
export async function readCorpus(files: readonly string[], cacheFolder: string): Promise<Corpus> {
  const { papers } = await gatherPapers(files, null, {}, DEFAULT_INGEST_SETTINGS, silent);
  const cache = await openExtractions(cacheFolder, DEFAULT_EXTRACTOR);
  await extractPapers(papers, cache, () => new ExtractorPool(DEFAULT_EXTRACTOR), silent);
  await cache.close();
  return { papers, literatureOf: (some) => literatureOf(some, cacheFolder) };
}

async function literatureOf(papers: readonly Document[], cacheFolder: string): Promise<Literature> {
  const cache = await openExtractions(cacheFolder, DEFAULT_EXTRACTOR);
  try {
    const canonicaliser = new Canonicaliser();
    for await (const { extraction } of cache.getAll(papers))
      if (extraction) canonicaliser.observe(extraction);
    const vocabulary = canonicaliser.resolve();
    const mentions: MentionFacts[] = [];
    for await (const { extraction } of cache.getAll(papers)) {
      if (extraction) mentions.push(...vocabulary.link(extraction));
    }
    const graph = paperConceptGraph(
      papers.map(({ id }) => id),
      vocabulary.concepts,
      mentions,
    );
    const byId = new Map(papers.map((paper) => [paper.id, paper]));
    return { graph, papers: graph.paperIds.map((id) => byId.get(id)!) };
  } finally {
    await cache.close();
  }
}
