import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { runsHere } from './fault-row.ts';

/** A file system of its own that can be filled. */
export interface SmallDisk {
  folder: string;
  /** Leaves room for so many bytes. */
  fill(left: number): void;
  makeRoom(): void;
  unmount(): void;
}

const CHUNK = Buffer.alloc(64 * 1024);

/** Null where this user may not mount one. */
export function mountSmallDisk(folder: string, mebibytes: number): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  if (!runsHere('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'lacuna-small-disk', folder]))
    return null;
  const filler = join(folder, 'filler');
  return {
    folder,
    fill(left) {
      const file = openSync(filler, 'a');
      try {
        for (;;) {
          const { bavail, bsize } = statfsSync(folder);
          const over = bavail * bsize - left;
          if (over <= 0) return;
          writeSync(file, CHUNK, 0, Math.min(over, CHUNK.length));
        }
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    unmount: () => void runsHere('umount', ['-l', folder]),
  };
}
