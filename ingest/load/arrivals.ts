import type { Cell, Statement, StoreReader, StoreWriter, Value } from '../../graph/store/store.ts';
import type { LoadResult } from './loader.ts';

/**
 * Which papers came with the last ingest that brought any, and the concepts that none but these name. It stands in a
 * run of its own, so it is no part of the graph; what is about to come is written before the first paper, so that a run
 * that was killed counts with the one that ends its work. Of a first ingest everything is new, so nothing is marked.
 */
export interface Arriving {
  /** Ids, sorted; none of a first ingest. */
  papers: readonly string[];
  isFirst: boolean;
}

const RUN = 'arrivals';

/** Null where nothing comes that was not there; then nothing is written. */
export async function announceArrivals(
  store: StoreWriter,
  papers: readonly { id: string }[],
  stored: ReadonlyMap<string, string>,
): Promise<Arriving | null> {
  const { rows } = await store.read(readPending());
  const [pending, first] = rows[0] ?? [];
  const awaited = new Set(texts(pending));
  const coming = papers.map(({ id }) => id).filter((id) => !stored.has(id) || awaited.has(id));
  const isFirst = first === true || (stored.size === 0 && coming.length > 0);
  if (coming.length === 0 && !isFirst) return null;
  const arriving: Arriving = { papers: isFirst ? [] : coming.sort(), isFirst };
  await store.write([writeArrivals({ kind: RUN, pending: [...arriving.papers], first: isFirst })]);
  return arriving;
}

/** To be called once all is loaded. */
export async function recordArrivals(
  store: StoreWriter,
  { papers, isFirst }: Arriving,
  loaded: LoadResult,
  idsPerPage: number,
  now = new Date(),
): Promise<void> {
  const concepts = isFirst ? [] : await newConcepts(store, papers, idsPerPage);
  await store.write([
    writeArrivals({
      pending: [],
      first: false,
      at: now.toISOString(),
      papers: [...papers],
      concepts,
      paperCount: isFirst ? loaded.paperHashes.length : papers.length,
      conceptCount: isFirst ? loaded.concepts : concepts.length,
    }),
  ]);
}

/**
 * After papers were taken out: what came last is no more than what is still there, and nothing where all of that is gone.
 * To be called once all is loaded, with the ids of all papers.
 */
export async function forgetGone(
  store: StoreWriter,
  papers: readonly { id: string }[],
  idsPerPage: number,
): Promise<void> {
  const { rows } = await store.read(readArrivals());
  const [pending, first, at, came] = rows[0] ?? [];
  const there = new Set(papers.map(({ id }) => id));
  const awaited = texts(pending).filter((id) => there.has(id));
  const isFirst = first === true && there.size > 0;
  const left = texts(came).filter((id) => there.has(id));
  const isSame = awaited.length === texts(pending).length && isFirst === (first === true);
  // Of a first ingest no paper is named.
  const isAsTold = at === null || at === undefined || left.length === texts(came).length;
  if (isSame && isAsTold && there.size > 0) return;
  if (rows.length === 0) return;
  const concepts = isAsTold ? null : await newConcepts(store, left, idsPerPage);
  await store.write([
    writeArrivals({
      pending: awaited,
      first: isFirst,
      ...(concepts && { papers: left, concepts, paperCount: left.length, conceptCount: concepts.length }),
      ...((there.size === 0 || (concepts && left.length === 0)) && { at: null }),
    }),
  ]);
}

async function newConcepts(
  store: StoreReader,
  papers: readonly string[],
  idsPerPage: number,
): Promise<string[]> {
  const left = new Map<string, number>();
  for (let from = 0; from < papers.length; from += idsPerPage) {
    const { rows } = await store.read(readNamed(papers.slice(from, from + idsPerPage)), {
      maxRows: Number.MAX_SAFE_INTEGER,
    });
    for (const [concept, count] of rows) {
      const id = String(concept);
      left.set(id, (left.get(id) ?? Number(count)) - 1);
    }
  }
  return [...left].flatMap(([id, count]) => (count <= 0 ? id : [])).sort();
}

const statement = (text: string, parameters: Record<string, Value>): Statement => ({ text, parameters });

const readPending = (): Statement =>
  statement('MATCH (r:Run {id: $id}) RETURN r.pending AS pending, r.first AS first', { id: RUN });

const readArrivals = (): Statement =>
  statement('MATCH (r:Run {id: $id}) RETURN r.pending, r.first, r.at, r.papers', { id: RUN });

const readNamed = (ids: string[]): Statement =>
  statement(
    `UNWIND $ids AS id MATCH (:Paper {id: id})-[:MENTIONS]->(c:Concept)
     RETURN c.id AS concept, c.paperCount AS papers`,
    { ids },
  );

const writeArrivals = (properties: Record<string, Value>): Statement =>
  statement('MERGE (r:Run {id: $id}) SET r += $properties', { id: RUN, properties });

const texts = (cell: Cell | undefined): string[] => (Array.isArray(cell) ? cell.map(String) : []);
