import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Has a file be on the disk, or a folder the names in it, before this returns. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
