import { existsSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LacunaError } from '../../errors.ts';
import type { StoreWriter } from '../store.ts';
import { DamageWatch } from './journal-damage.ts';
import { unpacked } from './journal-line.ts';
import { markIncomplete } from './mark-incomplete.ts';
import { journalLines } from './read-journal.ts';
import { journalFile, logFolder, storeFile } from './store-files.ts';
import { syncFile, syncFolder } from './sync-to-disk.ts';

export interface Rebuilt {
  transactions: number;
  /** Damaged lines by number, which are left out, for they held a transaction or may have; the torn end that a crash leaves is none. */
  skipped: number[];
}

export interface RebuildHooks {
  progress?: (transactions: number) => void;
  signal?: AbortSignal;
  /** Of the store that is there: where the journal's end is damaged, it tells whether a transaction is missing there. */
  transactions?: number | null;
}

/** Writes what a journal says into a store that is empty. Throws `notFound` where there is no journal. */
export async function replayJournal(
  path: string,
  store: StoreWriter,
  { progress, signal, transactions = null }: RebuildHooks = {},
): Promise<Rebuilt> {
  if (!existsSync(path)) {
    throw new LacunaError(
      'notFound',
      `There is no journal at ${path}: restore a backup, or ingest the same files.`,
    );
  }
  let done = 0;
  await store.prepare();
  const watch = new DamageWatch();
  for await (const line of journalLines(path, (bad) => watch.bad(bad))) {
    signal?.throwIfAborted();
    watch.line(line);
    const { sign, body } = line;
    if (sign !== '+' && sign !== '=') continue;
    await store.write(unpacked(body));
    done += 1;
    progress?.(done);
  }
  await store.checkpoint();
  return { transactions: done, skipped: watch.end(transactions).lost };
}

/** Opens a store in this folder, which is made. */
type OpenWriter = (folder: string) => Promise<StoreWriter>;

/**
 * Builds the store of a folder again from its journal, beside the one that is there, and puts it in its place once it is whole; what was there is moved
 * into a folder of its own, whose path comes back. A crash on the way leaves a journal to do it again from. Where a line is damaged, the store is told
 * to be incomplete: later ones said nothing where they named what it made.
 */
export async function rebuildStore(
  folder: string,
  open: OpenWriter,
  hooks: RebuildHooks = {},
): Promise<Rebuilt & { kept: string }> {
  if (!existsSync(journalFile(folder))) {
    throw new LacunaError(
      'notFound',
      `There is no journal in ${folder}: restore a backup, or ingest the same files.`,
    );
  }
  const building = mkdtempSync(join(folder, 'rebuilding-'));
  try {
    const store = await open(building);
    let rebuilt: Rebuilt;
    try {
      rebuilt = await replayJournal(journalFile(folder), store, hooks);
      if (rebuilt.skipped.length > 0) {
        await markIncomplete(store);
        await store.checkpoint();
      }
    } finally {
      await store.close();
    }
    return { ...rebuilt, kept: putInPlace(folder, building) };
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** Puts the files of a store in place of those of another, which are kept. At every moment one of the journals is there. */
export function putInPlace(folder: string, building: string): string {
  const kept = keptFolder(folder);
  if (existsSync(journalFile(folder))) linkSync(journalFile(folder), journalFile(kept));
  syncFolder(kept);
  for (const path of [storeFile, logFolder])
    if (existsSync(path(folder))) renameSync(path(folder), path(kept));
  putThere(folder, building);
  syncFolder(kept);
  return kept;
}

/** Moves the files of a store into a folder that has none. The journal first: without a file, it is what a store is built from. */
export function putThere(folder: string, building: string): void {
  for (const path of [journalFile, storeFile]) {
    syncFile(path(building));
    renameSync(path(building), path(folder));
    syncFolder(folder);
  }
}

/** A new folder for what is replaced. */
export function keptFolder(folder: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `replaced-${number}`);
    if (existsSync(path)) continue;
    mkdirSync(path);
    syncFolder(folder);
    return path;
  }
}
