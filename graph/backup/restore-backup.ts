import { LacunaError } from '../errors.ts';
import { NODE_LABELS } from '../schema.ts';
import type { DumpRow } from '../store/dump/dump-row.ts';
import { ownRows } from '../store/dump/own-rows.ts';
import { undump } from '../store/dump/undump.ts';
import type { StoreReader, StoreWriter } from '../store/store.ts';
import type { BackupEnd, BackupHead } from './backup-form.ts';
import { digestOf, GraphDigest } from './graph-digest.ts';
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
  const digest = new GraphDigest();
  // A server may be asked twice for what it has done.
  const mayRepeat = store.kind === 'neo4j';
  const rows = counted(ownRows(readBackup(path, facts, handlers)), digest);
  for await (const statement of undump(rows, mayRepeat)) await store.write([statement]);
  const [head, end] = [facts.head!, facts.end!];
  if ((await digestOf(store, handlers.verified)) !== digest.end()) {
    throw new LacunaError(
      'internal',
      'The store does not hold what the backup says, though all of it was written.',
    );
  }
  await store.checkpoint();
  return { head, end };
}

async function* counted(rows: AsyncIterable<DumpRow>, digest: GraphDigest): AsyncGenerator<DumpRow> {
  for await (const row of rows) {
    digest.add(row[0], JSON.stringify(row));
    yield row;
  }
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
