import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Seal } from './journal-line.ts';

const BLOCK = 4 * 1024 * 1024;

/** The files of an embedded store, by the folder that holds them. */
export const storeFile = (folder: string): string => join(folder, 'graph.grafeo');
/** A folder: what the engine has not yet folded into its file. */
export const logFolder = (folder: string): string => join(folder, 'graph.grafeo.wal');
export const journalFile = (folder: string): string => join(folder, 'graph.journal');

/** What the file of a store is now that it was closed; null while there is a log that is no part of it yet. */
export const sealFor = (folder: string): Seal | null => (hasLog(logFolder(folder)) ? null : sealNow(folder));

/** Whether the file of a store is as it was when it was closed; a shorter or longer one need not be read. */
export const isSealed = (folder: string, seal: Seal): boolean =>
  statSync(storeFile(folder)).size === seal.bytes && sealNow(folder).sha256 === seal.sha256;

function sealNow(folder: string): Seal {
  const hash = createHash('sha256');
  const file = openSync(storeFile(folder), 'r');
  let bytes = 0;
  try {
    const block = Buffer.allocUnsafe(BLOCK);
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
      hash.update(block.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest('hex') };
}

const hasLog = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => statSync(join(folder, name)).size > 0);
