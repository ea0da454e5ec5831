import type { Statement } from '../store/store.ts';

/** A name that may hold anything, as a part of a statement. */
const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

const asked = (text: string, parameters: Statement['parameters'] = {}): Statement => ({ text, parameters });

export const labelNames = asked('CALL db.labels() YIELD label RETURN label AS name ORDER BY name');
export const relationNames = asked(
  'CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name ORDER BY name',
);

export const labelCount = (label: string): Statement =>
  asked(`MATCH (n:${quoted(label)}) RETURN count(n) AS count`);
export const relationCount = (type: string): Statement =>
  asked(`MATCH ()-[r:${quoted(type)}]->() RETURN count(r) AS count`);

/** Rows of `key` and `type`, of the first `sample` nodes. */
export const labelProperties = (label: string, kind: StoreKind, sample: number): Statement =>
  asked(`MATCH (n:${quoted(label)}) WITH n LIMIT $sample\n${PROPERTIES[kind]}`, { sample });
export const relationProperties = (type: string, kind: StoreKind, sample: number): Statement =>
  asked(`MATCH ()-[n:${quoted(type)}]->() WITH n LIMIT $sample\n${PROPERTIES[kind]}`, { sample });

/** Rows of `source` and `target`, the labels at both ends of the first `sample` relations. */
export const relationEnds = (type: string, sample: number): Statement =>
  asked(
    `MATCH (a)-[r:${quoted(type)}]->(b) WITH a, b LIMIT $sample
RETURN DISTINCT labels(a) AS source, labels(b) AS target`,
    { sample },
  );

type StoreKind = 'embedded' | 'neo4j';

/**
 * What has no function for it is told by what it can do: only numbers stay as they are with 0 added, and only
 * whole ones lose their half. NOTE: `1 = toString(1)` there, so numbers are told first.
 */
const typeOf = (value: string, others: string): string => `CASE
  WHEN ${value} + 0 = ${value} THEN CASE WHEN (2 * ${value} + 1) / 2 * 2 = 2 * ${value} + 1 THEN 'Float' ELSE 'Integer' END
  WHEN ${value} = true OR ${value} = false THEN 'Boolean'
  WHEN ${value} = toString(${value}) THEN 'String'
  ${others}
END`;

const PROPERTIES: Readonly<Record<StoreKind, string>> = {
  embedded: `UNWIND keys(n) AS key
WITH key, n[key] AS value
WITH key, value, head(value) AS item
WITH key, ${typeOf('value', "WHEN size(value) IS NULL THEN 'Temporal'")} AS plain, ${typeOf('item', '')} AS item
RETURN DISTINCT key, coalesce(plain, 'List<' + coalesce(item, 'Any') + '>') AS type ORDER BY key, type`,
  neo4j: `UNWIND keys(n) AS key
RETURN DISTINCT key, valueType(n[key]) AS type ORDER BY key, type`,
};
