import { existsSync } from 'node:fs';
import { sealOf } from './journal-line.ts';
import { journalEnd } from './read-journal.ts';
import { isSealed, journalFile, storeFile } from './store-files.ts';

/**
 * Whether the file of a store is what its journal says that it was when it was closed. Null where it was not closed in
 * order, or that line is damaged (`standingOf` tells), so that nothing says what its file should be.
 */
export function sealedState(folder: string): boolean | null {
  if (!existsSync(storeFile(folder))) return null;
  const seal = sealOf(journalEnd(journalFile(folder)).last);
  return seal && isSealed(folder, seal);
}
