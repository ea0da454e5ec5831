import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../../graph/backup/graph-digest.ts';
import { type RebuildHooks, replayJournal } from '../../graph/store/journal/rebuild-store.ts';
import { journalFile } from '../../graph/store/journal/store-files.ts';
import { openWriter } from '../../graph/store/open.ts';

/** What graph the journal of a folder makes: a store is built from it, and removed. */
export async function digestOfJournal(folder: string, hooks: RebuildHooks): Promise<string> {
  const building = mkdtempSync(join(folder, 'checking-'));
  try {
    const store = await openWriter({ kind: 'embedded', folder: building }, { journalBytes: 0 });
    try {
      await replayJournal(journalFile(folder), store, hooks);
      return await digestOf(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}
