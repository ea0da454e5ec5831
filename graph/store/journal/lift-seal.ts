import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { diskFull, isDiskFull } from '../../disk-full.ts';
import { encodeLine } from './journal-line.ts';
import type { JournalEnd } from './read-journal.ts';

/**
 * Writes at the end of a sealed journal that the store is opened for writing, before the engine touches it: a store whose opening fails half
 * way is not taken for a damaged one then. Returns what takes that back, to be called only where nobody else holds the store. Throws `limit` where the disk is full; all is as it was then.
 */
export function liftSeal(path: string, { last, bytes }: JournalEnd): () => void {
  const line = Buffer.from(encodeLine({ sign: '?', epoch: last?.epoch ?? 0, body: '' }), 'latin1');
  const file = openSync(path, 'r+');
  try {
    // NOTE: who opens it at the same moment writes the same bytes there.
    for (let done = 0; done < line.length; ) {
      done += writeSync(file, line, done, line.length - done, bytes + done);
    }
    fdatasyncSync(file);
  } catch (error) {
    // NOTE: a whole line is that of who opens it at the same moment.
    if (fstatSync(file).size < bytes + line.length) ftruncateSync(file, bytes);
    if (!isDiskFull(error)) throw error;
    throw diskFull('The disk that the store is on is full: make room there, then do the same again.', error);
  } finally {
    closeSync(file);
  }
  return () => {
    const again = openSync(path, 'r+');
    try {
      if (fstatSync(again).size === bytes + line.length) ftruncateSync(again, bytes);
    } finally {
      closeSync(again);
    }
  };
}
