import { BOUNDS, type Cypher, type NodeKind } from '../contract.ts';
import { CONCEPT_RELATIONS, type GapKind } from '../schema.ts';
import type { TieType } from './ties.ts';

/**
 * The Cypher that each answer shows: what a reader would write to see the same. Runs as it stands in the
 * console on both stores.
 */

const PATH_TYPES = ['MENTIONS', ...CONCEPT_RELATIONS, 'CO_OCCURS'].join('|');

export const paperStatement = (id: string): Cypher => ({
  text: 'MATCH (p:Paper {id: $id})-[m:MENTIONS]->(c:Concept)\nRETURN p, m, c\nORDER BY m.salience DESC',
  parameters: { id },
});

export const conceptStatement = (id: string): Cypher => ({
  text: 'MATCH (p:Paper)-[m:MENTIONS]->(c:Concept {id: $id})\nRETURN p, m, c\nORDER BY m.salience DESC',
  parameters: { id },
});

export const themesStatement = (): Cypher => ({
  text: 'MATCH (t:Theme)\nRETURN t\nORDER BY t.level, t.size DESC',
  parameters: {},
});

export const themeStatement = (id: string): Cypher => ({
  text: 'MATCH (t:Theme {id: $id})<-[:IN_THEME]-(c:Concept)\nRETURN t, c\nORDER BY c.paperCount DESC',
  parameters: { id },
});

export const neighboursStatement = (
  label: 'Paper' | 'Concept',
  {
    id,
    limit,
    types,
    kind,
  }: { id: string; limit: number; types: readonly TieType[]; kind?: NodeKind | undefined },
): Cypher => ({
  text: [
    `MATCH (n:${label} {id: $id})-[r:${types.join('|')}]-(m${kind === 'Paper' ? ':Paper' : ''})`,
    ...(kind === undefined || kind === 'Paper' ? [] : ['WHERE m.kind = $kind']),
    'RETURN n, r, m LIMIT $limit',
  ].join('\n'),
  parameters: { id, limit, ...(kind !== undefined && kind !== 'Paper' && { kind }) },
});

/** Where no path is asked for by its length alone: the best of those that were found. */
export const pathStatement = (
  nodes: readonly { id: string; isPaper: boolean }[],
  types: readonly string[],
): Cypher => ({
  text: `MATCH path = ${nodes
    .map(
      ({ isPaper }, i) =>
        `(:${isPaper ? 'Paper' : 'Concept'} {id: $n${i}})${types[i] ? `-[:${types[i]}]-` : ''}`,
    )
    .join('')}\nRETURN path`,
  parameters: Object.fromEntries(nodes.map(({ id }, i) => [`n${i}`, id])),
});

export const pathsStatement = (
  labels: { from: 'Paper' | 'Concept'; to: 'Paper' | 'Concept' },
  ends: { from: string; to: string },
  limit: number,
): Cypher => ({
  text: [
    `MATCH (a:${labels.from} {id: $from}) MATCH (b:${labels.to} {id: $to})`,
    `MATCH path = allShortestPaths((a)-[:${PATH_TYPES}*..${BOUNDS.pathLength}]-(b))`,
    'RETURN path LIMIT $limit',
  ].join('\n'),
  parameters: { ...ends, limit },
});

export const gapsStatement = (kind: GapKind): Cypher => ({
  text: 'MATCH (g:Gap {kind: $kind})-[b:BETWEEN]->(n)\nRETURN g, b, n\nORDER BY g.rank',
  parameters: { kind },
});

export const gapStatement = (id: string): Cypher => ({
  text: 'MATCH (g:Gap {id: $id})-[b:BETWEEN]->(n)\nRETURN g, b, n',
  parameters: { id },
});

export const matrixStatement = (ids: { rows: string[]; columns: string[] }): Cypher => ({
  text: [
    'MATCH (r:Concept)<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(c:Concept)',
    'WHERE r.id IN $rows AND c.id IN $columns',
    'RETURN r.name AS row, c.name AS column, count(DISTINCT p.id) AS papers',
    'ORDER BY papers DESC, row, column',
  ].join('\n'),
  parameters: ids,
});

export const pairStatement = (one: string, other: string): Cypher => ({
  text: [
    'MATCH (a:Concept {id: $one})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(b:Concept {id: $other})',
    'RETURN a, m, p, n, b\nORDER BY p.year DESC',
  ].join('\n'),
  parameters: { one, other },
});

export const findingStatement = (id: string): Cypher => ({
  text: 'MATCH (f:Finding {id: $id})\nRETURN f',
  parameters: { id },
});

export const annotationsStatement = (): Cypher => ({
  text: 'MATCH (a:Annotation)\nRETURN a\nORDER BY a.at DESC',
  parameters: {},
});

const CONNECTING = ['MENTIONS', ...CONCEPT_RELATIONS, 'CO_OCCURS', 'SHARES'].join('|');

export const connectionsStatement = (ids: string[], arePapers: boolean, limit: number): Cypher => ({
  text: [
    `MATCH (a${arePapers ? ':Paper' : ''})-[:${CONNECTING}]-(n)`,
    'WHERE a.id IN $ids AND NOT n.id IN $ids',
    'WITH n, count(DISTINCT a.id) AS ties',
    'WHERE ties > 1',
    'RETURN n, ties\nORDER BY ties DESC LIMIT $limit',
  ].join('\n'),
  parameters: { ids, limit },
});

const SHARED = {
  paper:
    'MATCH (a:Paper {id: $one})-[m:MENTIONS]->(c:Concept)<-[n:MENTIONS]-(b:Paper {id: $other})\nRETURN a, m, c, n, b',
  concept:
    'MATCH (a:Concept {id: $one})<-[m:MENTIONS]-(p:Paper)-[n:MENTIONS]->(b:Concept {id: $other})\nRETURN a, m, p, n, b',
  theme:
    'MATCH (t:Theme {id: $one})<-[i:IN_THEME]-(p:Paper)-[j:IN_THEME]->(u:Theme {id: $other})\nRETURN t, i, p, j, u',
} as const;

/** What the two share. */
export const compareStatement = (type: keyof typeof SHARED, one: string, other: string): Cypher => ({
  text: SHARED[type],
  parameters: { one, other },
});
