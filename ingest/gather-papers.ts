import type { StoreReader } from '../graph/store/store.ts';
import type { Revision } from './change/paper-change.ts';
import { PaperIndex } from './clean/paper-index.ts';
import { storedPapers } from './load/stored-graph.ts';
import type { Progress } from './progress.ts';
import type { ReadOptions } from './read/read.ts';
import { checkRejectedShare, type ReadResult, readPapers } from './read-papers.ts';
import type { Document } from './record.ts';
import { StageClock, type StageReport } from './report.ts';
import type { IngestSettings } from './settings.ts';

export interface GatheredPapers {
  /** All papers, those of the store and those of the files, twins joined; by id. */
  papers: Document[];
  /** Hash of the facts of each paper in the store. */
  stored: ReadonlyMap<string, string>;
  /** The papers of the store as they were, by id. */
  before: ReadonlyMap<string, Document>;
  files: ReadResult;
  stage: StageReport;
}

/** The first half of an ingest run: what papers there are. Writes nothing; the store may be none. */
export async function gatherPapers(
  files: readonly string[],
  store: StoreReader | null,
  read: ReadOptions,
  settings: IngestSettings,
  progress: Progress,
  revision: Revision | null = null,
): Promise<GatheredPapers> {
  const index = new PaperIndex();
  const stored = new Map<string, string>();
  const before = new Map<string, Document>();
  if (store) {
    for await (const { document, hash } of storedPapers(store, settings.rowsPerPage)) {
      stored.set(document.id, hash);
      before.set(document.id, document);
      const kept = revision ? revision.keep(document) : document;
      if (kept) index.add(kept);
    }
  }
  for (const document of revision?.add ?? []) index.add(document);
  const reading = new StageClock('read');
  const result = await readPapers(files, index, read, progress);
  // Without files there is only the store, and nothing that could be rejected.
  if (files.length > 0) checkRejectedShare(result, settings.maxRejectedShare);
  reading.skip('rejected', result.rejectedCount);
  reading.skip('duplicate', result.duplicates);
  return {
    papers: [...index.papers()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    stored,
    before,
    files: result,
    stage: reading.end({
      in: result.entries,
      out: result.entries - result.rejectedCount - result.duplicates,
    }),
  };
}
