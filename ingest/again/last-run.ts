import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StoreReader } from '../../graph/store/store.ts';
import { decisionsHash } from '../canonicalise/decisions.ts';
import { arrivedName, fingerprint } from '../change/register.ts';
import { hashId } from '../clean/hash-id.ts';
import { settledAs, storedRun } from '../ingest-run.ts';
import { storedDecisions } from '../load/stored-decisions.ts';
import type { ReadOptions } from '../read/read.ts';
import { sourceNames } from '../read-papers.ts';
import type { IngestSettings } from '../settings.ts';
import { programPrint } from './program-print.ts';
import { writeKept } from './write-kept.ts';

const FILE = 'last-ingest.json';

const count = z.number().int().nonnegative();
const lastRunSchema = z.object({
  /** What was asked for, of which program, and what the store was when that was done. */
  asked: z.string().min(1),
  program: z.string(),
  settled: z.string().min(1),
  report: z.object({
    entries: count,
    papers: count,
    duplicates: count,
    rejected: z.array(z.object({ file: z.string(), line: count, entry: count, reason: z.string() })),
    concepts: count,
    mentions: count,
    introduces: count,
    relations: count,
    authors: count,
    cites: count,
  }),
});
type LastRun = z.infer<typeof lastRunSchema>;

/** What an ingest is asked to do. */
interface Request {
  files: readonly string[];
  read: ReadOptions;
  extractor: string;
  settings: IngestSettings;
}

/** A request that can be told from any other. */
interface KnownRequest {
  /** `name:sha256` of each file's bytes. */
  prints: readonly string[];
  /** What the files are called in `sources`. */
  names: readonly string[];
  asked: string;
}

/** Null where the bytes of a file can't be had, or not twice, and where there is none. */
export async function knownRequest({
  files,
  read,
  extractor,
  settings,
}: Request): Promise<KnownRequest | null> {
  const prints: string[] = [];
  for (const file of files) {
    const print = await fingerprint(file).catch(() => null);
    if (print === null) return null;
    prints.push(print);
  }
  if (prints.length === 0) return null;
  const names = [...sourceNames(files).values()];
  const { format, columns, encoding, limits } = read;
  const options = { format, columns, encoding, limits };
  return { prints, names, asked: hashId(JSON.stringify([names, prints, options, extractor, settings])) };
}

/**
 * The last run that this folder knows of, if it was asked the same and the store is still as it left it, by this program and
 * with the same decisions: then another would change nothing. The folder is believed in nothing that the store does not
 * confirm.
 */
export async function sameRun(
  folder: string,
  { asked, prints, names }: KnownRequest,
  store: StoreReader,
): Promise<LastRun | null> {
  const last = await readLastRun(folder);
  if (last?.asked !== asked || last.program !== programPrint()) return null;
  const { settled, graph, maker, decisions, inputs, arrivals } = await storedRun(store);
  if (settled !== last.settled || settled !== settledAs(graph, maker)) return null;
  const known = new Set([...inputs, ...arrivals.map(arrivedName)]);
  if (![...prints, ...names].every((one) => known.has(one))) return null;
  return decisions === decisionsHash(await storedDecisions(store)) ? last : null;
}

async function readLastRun(folder: string): Promise<LastRun | null> {
  try {
    return lastRunSchema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch {
    // None, of another version, or damaged: the way without it is always there.
    return null;
  }
}

/** Notes a run that has ended. A file that changed meanwhile is none that was read. */
export async function keepLastRun(
  folder: string,
  request: Request,
  { asked }: KnownRequest,
  store: StoreReader,
  report: LastRun['report'],
): Promise<void> {
  const now = await knownRequest(request);
  const { settled } = await storedRun(store);
  if (now?.asked !== asked || settled === '') return;
  const last: LastRun = { asked, program: programPrint(), settled, report };
  await writeKept(join(folder, FILE), JSON.stringify(last));
}
