import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../../../graph/analyse.ts';
import { ASK_LIMITS } from '../../../graph/questions/ask.ts';
import type { Desk } from '../../../graph/questions/draft.ts';
import { readVocabulary } from '../../../graph/questions/read-vocabulary.ts';
import { runOn } from '../../../graph/server/question-run.ts';
import { openWriter } from '../../../graph/store/open.ts';
import { ingest } from '../../../ingest/pipeline.ts';

const READ_MS = 30_000;

/** The seed documents in an embedded store of their own, to ask questions of. */
export async function openSeeds(seeds: string): Promise<{ desk: Desk; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'lacuna-questions-'));
  const store = await openWriter({ kind: 'embedded', folder });
  const close = async (): Promise<void> => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const files = (await readdir(seeds)).sort().map((name) => join(seeds, name));
    await ingest({ files, store, cacheFolder: join(folder, 'cache') });
    await analyse(store);
    const run = runOn(store, { readMs: READ_MS });
    return { desk: { run, vocabulary: await readVocabulary(run), limits: ASK_LIMITS }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
