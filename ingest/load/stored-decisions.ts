import { LacunaError, messageOf } from '../../graph/errors.ts';
import type { Statement, StoreReader, StoreWriter, Value } from '../../graph/store/store.ts';
import { type Decision, inOrder, parseDecision } from '../canonicalise/decisions.ts';

const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

/** All decisions, in the order in which they were made. Throws `input`, naming it, for one that can't be read. */
export async function storedDecisions(store: StoreReader): Promise<Decision[]> {
  const { rows } = await store.read(
    statement('MATCH (d:Decision) RETURN d.id AS id, d.json AS json ORDER BY id'),
    { maxRows: Number.MAX_SAFE_INTEGER },
  );
  return inOrder(rows.map(([id, json]) => readDecision(String(id), String(json))));
}

function readDecision(id: string, json: string): Decision {
  try {
    return parseDecision(JSON.parse(json));
  } catch (error) {
    throw new LacunaError('input', `Decision ${id} in the store can't be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

/** Writes decisions; one with an id that is there already takes its place. */
export async function writeDecisions(store: StoreWriter, decisions: readonly Decision[]): Promise<void> {
  const rows = decisions.map((decision) => ({ id: decision.id, json: JSON.stringify(decision) }));
  await store.write([
    statement('UNWIND $rows AS row MERGE (d:Decision {id: row.id}) SET d.json = row.json', { rows }),
  ]);
}

/** Writes what differs: those that are new, and takes those away that are no more. One that is there is never changed. */
export async function replaceDecisions(
  store: StoreWriter,
  before: readonly Decision[],
  after: readonly Decision[],
): Promise<void> {
  const missingIn = (some: readonly Decision[]) => {
    const ids = new Set(some.map(({ id }) => id));
    return ({ id }: Decision): boolean => !ids.has(id);
  };
  const gone = before.filter(missingIn(after)).map(({ id }) => id);
  const added = after.filter(missingIn(before));
  if (gone.length > 0) await store.write([deleteDecisions(gone)]);
  if (added.length > 0) await writeDecisions(store, added);
}

const deleteDecisions = (ids: string[]): Statement =>
  statement('UNWIND $ids AS id MATCH (d:Decision {id: id}) DETACH DELETE d', { ids });

/** Whether there was one by that id. */
export async function removeDecision(store: StoreWriter, id: string): Promise<boolean> {
  const { rows } = await store.read(statement('MATCH (d:Decision {id: $id}) RETURN d.id AS id', { id }));
  if (rows.length === 0) return false;
  await store.write([deleteDecisions([id])]);
  return true;
}
