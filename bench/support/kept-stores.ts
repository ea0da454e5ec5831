import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { corpusFile } from './corpus.ts';
import { lacuna } from './lacuna-process.ts';
import { describeMachine } from './machine.ts';

/** A folder in which benches leave analysed stores for those that only ask them: fifty thousand papers take eight minutes to make. */
const KEPT = process.env.LACUNA_BENCH_KEEP;
/** When the bench began: a store is made in the minutes after. */
const COMMIT = KEPT ? describeMachine().commit : 'no commit';

/** What is told of a kept store, in a file beside it. */
interface Made {
  commit: string;
  papers: number;
}

export interface AnalysedStore {
  folder: string;
  /** For the notes of a bench whose store was not made in its own run. */
  note?: string;
}

/** Of one size: `store`, and who made it. It gets its name only when both are whole. */
const keptAt = (papers: number): string | null => (KEPT ? join(KEPT, `store-${papers}`) : null);

/** Null where nothing whole is kept. */
function madeBy(kept: string): Made | null {
  const path = join(kept, 'made.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Made) : null;
}

/** Of so many papers, as this program made it. */
export async function keepStore(papers: number, store: string): Promise<void> {
  const kept = keptAt(papers);
  if (!kept || madeBy(kept)) return;
  const whole = `${kept}.${process.pid}.part`;
  await mkdir(whole, { recursive: true });
  await cp(store, join(whole, 'store'), { recursive: true });
  const made: Made = { commit: COMMIT, papers };
  await writeFile(join(whole, 'made.json'), `${JSON.stringify(made)}\n`);
  // What lies there without a word of who made it is nobody's.
  await rm(kept, { recursive: true, force: true });
  await rename(whole, kept);
}

/** An analysed store of so many papers: one that was kept, else made here. */
export async function analysedStore(papers: number, folder: string): Promise<AnalysedStore> {
  const store = join(folder, 'store');
  const kept = keptAt(papers);
  const made = kept === null ? null : madeBy(kept);
  if (kept !== null && made !== null) {
    await cp(join(kept, 'store'), store, { recursive: true });
    const size = made.papers.toLocaleString('en');
    return { folder: store, note: `The store of ${size} papers was kept from commit ${made.commit}.` };
  }
  await lacuna(['ingest', await corpusFile(papers, folder), '--store', `file:${store}`]);
  await lacuna(['analyse', '--store', `file:${store}`]);
  return { folder: store };
}
