import { closeSync, fsyncSync, openSync } from 'node:fs';

/** What systems say of a folder that can't be synced: some network disks, Windows. */
const NO_WAY: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES']);

/** Has what a file holds be on the disk before this returns. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Has the names in a folder be on the disk before this returns, where that can be had. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (!NO_WAY.has((error as NodeJS.ErrnoException).code)) throw error;
  }
}
