/** Queries to begin with; they run on both stores. */
export interface Example {
  readonly name: string;
  readonly statement: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    name: 'Most mentioned concepts',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
RETURN c, count(p) AS papers
ORDER BY papers DESC
LIMIT 20`,
  },
  {
    name: 'Methods and the papers that introduce them',
    statement: `MATCH (p:Paper)-[:INTRODUCES]->(m:Method)
RETURN p, m, p.year AS year
ORDER BY year DESC
LIMIT 25`,
  },
  {
    name: 'Papers that share the most concepts',
    statement: `MATCH (a:Paper)-[s:SHARES]->(b:Paper)
RETURN a, b, s.concepts AS concepts
ORDER BY concepts DESC
LIMIT 25`,
  },
  {
    name: 'Concepts of one theme',
    statement: `MATCH (c:Concept)-[:IN_THEME]->(t:Theme)
RETURN t.label AS theme, c, c.paperCount AS papers
ORDER BY theme, papers DESC
LIMIT 50`,
  },
  {
    name: 'Two concepts in the same papers',
    statement: `MATCH (a:Concept)<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(b:Concept)
WHERE a.id < b.id
RETURN a, b, count(p) AS papers
ORDER BY papers DESC
LIMIT 25`,
  },
  {
    name: 'Papers by year',
    statement: `MATCH (p:Paper)
WHERE p.year IS NOT NULL
RETURN p.year AS year, count(p) AS papers
ORDER BY year`,
  },
];
