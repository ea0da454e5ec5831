import { CONCEPT_RELATIONS } from '../../graph/schema.ts';
import type { Statement, StoreWriter } from '../../graph/store/store.ts';
import { createRelations } from './create-statements.ts';
import type { RelationTable, StatedRelation } from './relation-table.ts';
import * as cypher from './statements.ts';
import { storedRelations } from './stored-graph.ts';

type Write = (rows: StatedRelation[], statement: (rows: StatedRelation[]) => Statement) => Promise<void>;

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

/**
 * Makes the stored relations between concepts equal to the target, writing only those that differ. The concepts must
 * be there, and those that are no longer meant gone with what hung on them.
 */
export async function syncRelations(
  store: StoreWriter,
  target: RelationTable,
  conceptIds: readonly string[],
  rowsPerPage: number,
  write: Write,
): Promise<{ total: number; written: number; removed: number }> {
  const unchanged = new Set<StatedRelation>();
  const known = new Set<StatedRelation>();
  const gone: StatedRelation[] = [];
  for await (const stored of storedRelations(store, conceptIds, rowsPerPage)) {
    const wanted = target.get(stored);
    if (!wanted) {
      gone.push({ ...stored, papers: [], spans: [] });
      continue;
    }
    known.add(wanted);
    if (sameTexts(wanted.papers, stored.papers) && sameTexts(wanted.spans, stored.spans)) {
      unchanged.add(wanted);
    }
  }
  const changed = [...target].filter((relation) => !unchanged.has(relation));
  for (const type of CONCEPT_RELATIONS) {
    const ofType = (relation: StatedRelation): boolean => relation.type === type;
    await write(gone.filter(ofType), (rows) => cypher.deleteRelations(type, rows));
    const ours = changed.filter(ofType);
    // A server may be asked twice for what it has done, and others may write to it.
    const isNew = (relation: StatedRelation): boolean => store.kind === 'embedded' && !known.has(relation);
    await write(ours.filter(isNew), (rows) => createRelations(type, rows));
    await write(
      ours.filter((relation) => !isNew(relation)),
      (rows) => cypher.mergeRelations(type, rows),
    );
  }
  return { total: target.size, written: changed.length, removed: gone.length };
}
