import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { corpusFile } from './corpus.ts';
import { lacuna } from './lacuna-process.ts';

/** A folder in which benches leave analysed stores for those that only ask them: fifty thousand papers take eight minutes to make. */
const KEPT = process.env.LACUNA_BENCH_KEEP;

const keptAt = (papers: number): string | null => (KEPT ? join(KEPT, `store-${papers}`) : null);

/** Of so many papers, as this program made it. */
export async function keepStore(papers: number, store: string): Promise<void> {
  const kept = keptAt(papers);
  if (kept && !existsSync(kept)) await cp(store, kept, { recursive: true });
}

/** An analysed store of so many papers: one that was kept, else made here. */
export async function analysedStore(papers: number, folder: string): Promise<string> {
  const store = join(folder, 'store');
  const kept = keptAt(papers);
  if (kept && existsSync(kept)) {
    await cp(kept, store, { recursive: true });
    return store;
  }
  await lacuna(['ingest', await corpusFile(papers, folder), '--store', `file:${store}`]);
  await lacuna(['analyse', '--store', `file:${store}`]);
  return store;
}
