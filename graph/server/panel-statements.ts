import { BOUNDS, type Cypher, type Lens } from '../contract.ts';
import type { GapKind } from '../schema.ts';

/**
 * The Cypher that each answer shows: what a reader would write to see the same. Runs as it stands in the
 * console on both stores.
 */

const MAP_PATTERNS: Readonly<
  Record<Lens, { pattern: string; shown: string; member: string; weight: string }>
> = {
  all: {
    pattern: '(p:Paper)-[m:MENTIONS]->(c:Concept)',
    shown: 'p, m, c',
    member: 'p',
    weight: 'm.salience',
  },
  concepts: {
    pattern: '(c:Concept)-[r:CO_OCCURS]->(d:Concept)',
    shown: 'c, r, d',
    member: 'c',
    weight: 'r.strength',
  },
  papers: {
    pattern: '(p:Paper)-[s:SHARES]->(q:Paper)',
    shown: 'p, s, q',
    member: 'p',
    weight: 's.weight',
  },
  themes: {
    pattern: '(t:Theme)<-[i:IN_THEME]-(c:Concept)',
    shown: 't, i, c',
    member: 'c',
    weight: 'i.share',
  },
  ego: {
    pattern: '(p:Paper)-[m:MENTIONS]->(c:Concept)',
    shown: 'p, m, c',
    member: 'p',
    weight: 'm.salience',
  },
};

export function mapStatement(request: { lens: Lens; theme: string | null; limit: number }): Cypher {
  const { pattern, shown, member, weight } = MAP_PATTERNS[request.lens];
  const inTheme = request.theme === null ? '' : `MATCH (${member})-[:IN_THEME]->(:Theme {id: $theme})\n`;
  return {
    text: `MATCH ${pattern}\n${inTheme}RETURN ${shown}\nORDER BY ${weight} DESC LIMIT $limit`,
    parameters: { limit: request.limit, ...(request.theme !== null && { theme: request.theme }) },
  };
}

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

export const neighboursStatement = (label: 'Paper' | 'Concept', id: string, limit: number): Cypher => ({
  text: `MATCH (n:${label} {id: $id})-[r:MENTIONS|CO_OCCURS|SHARES]-(m)\nRETURN n, r, m LIMIT $limit`,
  parameters: { id, limit },
});

export const pathsStatement = (
  labels: { from: 'Paper' | 'Concept'; to: 'Paper' | 'Concept' },
  ends: { from: string; to: string },
  limit: number,
): Cypher => ({
  text: [
    `MATCH (a:${labels.from} {id: $from}) MATCH (b:${labels.to} {id: $to})`,
    `MATCH path = allShortestPaths((a)-[:MENTIONS|CO_OCCURS*..${BOUNDS.pathLength}]-(b))`,
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
