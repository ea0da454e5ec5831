import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupEnd, BackupHead, FileEntry } from '../../graph/backup/backup-form.ts';
import { verifyBackup } from '../../graph/backup/read-backup.ts';
import { emptyStore, isEmptyStore, restoreBackup } from '../../graph/backup/restore-backup.ts';
import { isLacunaError, LacunaError } from '../../graph/errors.ts';
import { makeFolder } from '../../graph/make-folder.ts';
import { keptFolder, putInPlace, putThere } from '../../graph/store/journal/rebuild-store.ts';
import { journalFile, storeFile } from '../../graph/store/journal/store-files.ts';
import { syncFile, syncFolder } from '../../graph/store/journal/sync-to-disk.ts';
import { openWriter } from '../../graph/store/open.ts';
import type { StoreLocation } from '../../graph/store/store.ts';
import type { ProgressLines } from './progress-lines.ts';
import { withWriter, workFolder } from './session.ts';

interface RestoreOptions {
  /** Whether a store that holds something may be replaced. */
  replace: boolean;
  lines: ProgressLines;
  signal: AbortSignal;
}

export interface Restored {
  head: BackupHead;
  end: BackupEnd;
  /** The folder with what an embedded store was before, and the changes that could be taken back there. */
  kept: string | null;
}

/**
 * Restores a backup. An embedded store is made beside the one that is there, and put in its place once it is proven; a Neo4j is
 * emptied first, after the whole file was found to be restorable, and emptied again when the restore fails. Throws
 * `refused` for a store that holds something and is not to be replaced.
 */
export async function restoreInto(
  file: string,
  location: StoreLocation,
  options: RestoreOptions,
): Promise<Restored> {
  const beside = mkdtempBeside(workFolder(location));
  try {
    const onFile = ([, path, base64]: FileEntry): void => {
      mkdirSync(dirname(join(beside, path)), { recursive: true });
      appendFileSync(join(beside, path), Buffer.from(base64, 'base64'));
    };
    const restored =
      location.kind === 'embedded'
        ? await intoFolder(file, location.folder, beside, onFile, options)
        : await intoServer(file, location, onFile, options);
    const kept = changesInPlace(workFolder(location), beside, restored.kept);
    return { ...restored, kept };
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** What can be taken back belongs to the graph that it was done to: what was there goes where that is kept. */
function changesInPlace(folder: string, beside: string, kept: string | null): string | null {
  const [old, restored] = [join(folder, 'changes'), join(beside, 'changes')];
  const place = existsSync(old) ? (kept ?? keptFolder(folder)) : kept;
  if (place && existsSync(old)) {
    renameSync(old, join(place, 'changes'));
    syncFolder(place);
  }
  if (existsSync(restored)) {
    for (const name of readdirSync(restored)) syncFile(join(restored, name));
    syncFolder(restored);
    renameSync(restored, old);
  }
  syncFolder(folder);
  return place;
}

type OnFile = (entry: FileEntry) => void;

async function intoFolder(
  file: string,
  folder: string,
  building: string,
  onFile: OnFile,
  options: RestoreOptions,
): Promise<Restored> {
  const isThere = existsSync(storeFile(folder)) || existsSync(journalFile(folder));
  if (isThere && !options.replace && !(await holdsNothing(folder))) throw notEmpty(`file:${folder}`);
  if (isThere) await refuseWhileHeld(folder);
  const store = await openWriter({ kind: 'embedded', folder: building });
  let restored: { head: BackupHead; end: BackupEnd };
  try {
    restored = await restoreBackup(file, store, handlers(onFile, options));
  } finally {
    await store.close();
  }
  if (isThere) return { ...restored, kept: putInPlace(folder, building) };
  putThere(folder, building);
  return { ...restored, kept: null };
}

async function intoServer(
  file: string,
  location: StoreLocation,
  onFile: OnFile,
  options: RestoreOptions,
): Promise<Restored> {
  await verifyBackup(file, { signal: options.signal });
  return withWriter(location, options.signal, async (store) => {
    if (!(await isEmptyStore(store))) {
      if (!options.replace) throw notEmpty('this Neo4j');
      await emptyStore(store);
    }
    try {
      return { ...(await restoreBackup(file, store, handlers(onFile, options))), kept: null };
    } catch (error) {
      // NOTE: if this fails too, the graph has no `Run` yet, which every command takes for unfinished.
      await emptyStore(store).catch(() => {});
      throw error;
    }
  });
}

const handlers = (onFile: OnFile, { lines, signal }: RestoreOptions) => ({
  onFile,
  signal,
  progress: (rows: number) => lines.report('restore', rows, null),
  verified: (rows: number) => lines.report('verify', rows, null),
});

async function holdsNothing(folder: string): Promise<boolean> {
  const store = await openWriter({ kind: 'embedded', folder }, { mayCreate: false });
  try {
    return await isEmptyStore(store);
  } finally {
    await store.close();
  }
}

/** A store that is in use must not be swapped; one that is damaged does not open, and may be. */
export async function refuseWhileHeld(folder: string): Promise<void> {
  try {
    await (await openWriter({ kind: 'embedded', folder }, { mayCreate: false })).close();
  } catch (error) {
    if (isLacunaError(error) && /held by another process/.test(error.message)) throw error;
  }
}

/** On the same disk, so that what is made in it can be moved. */
function mkdtempBeside(folder: string): string {
  makeFolder(folder);
  return mkdtempSync(join(folder, 'restoring-'));
}

const notEmpty = (where: string): LacunaError =>
  new LacunaError(
    'refused',
    `There is a graph in ${where} already: say --replace to put the backup in its place, or name another --store.`,
  );
