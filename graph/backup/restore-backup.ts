import { LacunaError } from '../errors.ts';
import { NODE_LABELS } from '../schema.ts';
import { undump } from '../store/dump/undump.ts';
import type { StoreReader, StoreWriter } from '../store/store.ts';
import type { BackupEnd, BackupHead } from './backup-form.ts';
import { digestOf } from './graph-digest.ts';
import { type BackupFacts, type BackupHandlers, readBackup } from './read-backup.ts';

const DELETED_AT_A_TIME = 2000;

/**
 * Writes a backup into an empty store, and reads that through again: throws `internal` where it holds another graph than the
 * backup says, and as `readBackup` does. The store is good only once this has ended.
 */
export async function restoreBackup(
  path: string,
  store: StoreWriter,
  handlers: BackupHandlers & { verified?: (rows: number) => void } = {},
): Promise<{ head: BackupHead; end: BackupEnd }> {
  const facts: BackupFacts = { head: null, end: null };
  await store.prepare();
  for await (const statement of undump(readBackup(path, facts, handlers))) await store.write([statement]);
  const [head, end] = [facts.head!, facts.end!];
  if ((await digestOf(store, handlers.verified)) !== end.graph) {
    throw new LacunaError(
      'internal',
      'The store does not hold what the backup says, though all of it was written.',
    );
  }
  await store.checkpoint();
  return { head, end };
}

/** Whether a store holds nothing of ours but who writes to it. */
export async function isEmptyStore(store: StoreReader): Promise<boolean> {
  const text = "MATCH (n) WHERE n.id IS NULL OR n.id <> 'writing' RETURN n.id AS id LIMIT 1";
  return (await store.read({ text, parameters: {} })).rows.length === 0;
}

/** Takes everything of ours out of a store, a part at a time. */
export async function emptyStore(store: StoreWriter): Promise<void> {
  for (const label of NODE_LABELS) {
    const some = `MATCH (n:${label}) WHERE n.id <> 'writing'`;
    for (;;) {
      const { rows } = await store.read({
        text: `${some} RETURN n.id AS id LIMIT ${DELETED_AT_A_TIME}`,
        parameters: {},
      });
      if (rows.length === 0) break;
      const ids = rows.map(([id]) => String(id));
      await store.write([
        { text: `UNWIND $ids AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, parameters: { ids } },
      ]);
    }
  }
}
