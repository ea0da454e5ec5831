import type { Statement, Value } from '../store/store.ts';

/** Cypher for what people wrote and pinned; see statements.ts. */
const statement = (text: string, parameters: Record<string, Value> = {}): Statement => ({ text, parameters });

export const readAnnotations = (after: string, limit: number): Statement =>
  statement(
    `MATCH (a:Annotation) WHERE a.id > $after
     RETURN a.id AS id, a.note AS note, a.tags AS tags, a.reading AS reading, a.x AS x, a.y AS y, a.at AS at
     ORDER BY id LIMIT $limit`,
    { after, limit },
  );

export const readPins = (after: string, limit: number): Statement =>
  statement(
    `MATCH (a:Annotation) WHERE a.id > $after AND a.x IS NOT NULL
     RETURN a.id AS id, a.x AS x, a.y AS y ORDER BY id LIMIT $limit`,
    { after, limit },
  );
