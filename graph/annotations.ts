import { LacunaError } from './errors.ts';
import type { AnnotationProperties, NodeLabel } from './schema.ts';
import type { Statement, StoreReader, StoreWriter, Value } from './store/store.ts';

/**
 * What people write of papers, concepts and themes, and where they pin them on the map. It hangs on no node, so
 * neither an ingest nor an analysis takes it away, and what comes back under its id finds it again.
 */

type Annotated = Pick<AnnotationProperties, 'note' | 'tags' | 'reading'>;

interface Pin {
  id: string;
  /** In layout units; null gives the node its own place back. */
  position: { x: number; y: number } | null;
}

const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

/** What has nothing more to say is taken away. */
const SWEEP = `WHERE a.note = '' AND size(a.tags) = 0 AND a.reading IS NULL AND a.x IS NULL
               DETACH DELETE a`;
const START = "coalesce(a.note, '')";

/** Maps show pins, so readers of the graph must hear of them. */
const countRevision = statement(
  "MERGE (r:Run {id: 'pins'}) SET r.kind = 'pins', r.revision = coalesce(r.revision, 0) + 1",
);

/**
 * Keeps note, tags and reading state of a paper, concept or theme, in place of those before; with none of them it
 * is forgotten, also where the node is no more. Throws `notFound` for a node that there isn't.
 */
export async function annotate(
  store: StoreWriter,
  id: string,
  { note, tags, reading }: Annotated,
  now = new Date(),
): Promise<void> {
  if (note !== '' || tags.length > 0 || reading !== null) await refuseUnlessThere(store, [id]);
  await store.write([
    statement(
      `MERGE (a:Annotation {id: $id})
       SET a.note = $note, a.tags = $tags, a.reading = $reading, a.at = $at`,
      { id, note, tags, reading, at: now.toISOString() },
    ),
    statement(`MATCH (a:Annotation {id: $id}) ${SWEEP}`, { id }),
  ]);
}

/**
 * Pins nodes to places of the map, or lets them go, which what is gone but still pinned can be too. Throws `notFound`
 * for a node that there isn't, and does nothing then.
 */
export async function pin(store: StoreWriter, pins: readonly Pin[]): Promise<void> {
  const placed = pins.flatMap(({ id, position }) => (position ? { id, ...position } : []));
  const freed = pins.filter(({ position }) => position === null).map(({ id }) => id);
  await refuseUnlessThere(
    store,
    placed.map(({ id }) => id),
  );
  await refuseUnlessThere(store, freed, [...ANNOTATABLE, 'Annotation']);
  await store.write([
    statement(
      `UNWIND $rows AS row MERGE (a:Annotation {id: row.id})
       SET a.note = ${START}, a.tags = coalesce(a.tags, []), a.x = row.x, a.y = row.y`,
      { rows: placed },
    ),
    statement('UNWIND $ids AS id MATCH (a:Annotation {id: id}) SET a.x = null, a.y = null', { ids: freed }),
    statement(`UNWIND $ids AS id MATCH (a:Annotation {id: id}) ${SWEEP}`, { ids: freed }),
    countRevision,
  ]);
}

const ANNOTATABLE: readonly NodeLabel[] = ['Paper', 'Concept', 'Theme'];

async function refuseUnlessThere(
  store: StoreReader,
  ids: readonly string[],
  labels = ANNOTATABLE,
): Promise<void> {
  const missing = new Set(ids);
  for (const label of labels) {
    if (missing.size === 0) return;
    const { rows } = await store.read(
      statement(`UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN n.id AS id`, { ids: [...missing] }),
    );
    for (const [id] of rows) missing.delete(String(id));
  }
  const [id] = missing;
  if (id === undefined) return;
  throw new LacunaError('notFound', 'There is no paper, concept or theme with this id.', { details: { id } });
}
