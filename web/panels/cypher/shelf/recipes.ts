/** Statements for what people want to know, in the Cypher that both stores speak. */
import { type Recipe, text, whole } from './recipe.ts';

export const RECIPES: readonly Recipe[] = [
  {
    intent: 'First look',
    name: 'Most mentioned concepts',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
RETURN c, count(p) AS papers
ORDER BY papers DESC
LIMIT 20`,
  },
  {
    intent: 'First look',
    name: 'Papers by year',
    statement: `MATCH (p:Paper)
WHERE p.year IS NOT NULL
RETURN p.year AS year, count(p) AS papers
ORDER BY year`,
  },
  {
    intent: 'First look',
    name: 'How many concepts of each kind',
    statement: `MATCH (c:Concept)
RETURN c.kind AS kind, count(c) AS concepts
ORDER BY concepts DESC`,
  },
  {
    intent: 'First look',
    name: 'Concepts and what ties them',
    statement: `MATCH (a:Concept)-[r:CO_OCCURS]->(b:Concept)
RETURN a, r, b, r.papers AS papers
ORDER BY papers DESC
LIMIT 60`,
  },
  {
    intent: 'Methods and tasks',
    name: 'Methods used with a concept',
    statement: `MATCH (c:Concept)<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(m:Method)
WHERE toLower(c.name) CONTAINS toLower($concept) AND m.id <> c.id
RETURN m, count(DISTINCT p) AS papers
ORDER BY papers DESC
LIMIT 25`,
    parameters: [text('concept', 'classification')],
  },
  {
    intent: 'Methods and tasks',
    name: 'What a concept is said to be used for',
    statement: `MATCH (a:Concept)-[r:USED_FOR]->(b:Concept)
WHERE toLower(a.name) CONTAINS toLower($concept) OR toLower(b.name) CONTAINS toLower($concept)
RETURN a, r, b, r.count AS papers
ORDER BY papers DESC
LIMIT 50`,
    parameters: [text('concept', 'machine translation')],
    empty:
      'No abstract here says of such a concept that it is used for another. Try another value of $concept.',
  },
  {
    intent: 'Methods and tasks',
    name: 'Methods and the papers that introduce them',
    statement: `MATCH (p:Paper)-[:INTRODUCES]->(m:Method)
RETURN p, m, p.year AS year
ORDER BY year DESC
LIMIT 25`,
  },
  {
    intent: 'Methods and tasks',
    name: 'Methods tried on the most tasks',
    statement: `MATCH (m:Method)<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(t:Task)
RETURN m, count(DISTINCT t) AS tasks, count(DISTINCT p) AS papers
ORDER BY tasks DESC, papers DESC
LIMIT 25`,
  },
  {
    intent: 'Methods and tasks',
    name: 'Papers that use one concept but not another',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
WHERE toLower(c.name) CONTAINS toLower($concept)
  AND NOT EXISTS {
    MATCH (p)-[:MENTIONS]->(d:Concept)
    WHERE toLower(d.name) CONTAINS toLower($other)
  }
RETURN DISTINCT p, p.year AS year
ORDER BY year DESC
LIMIT 50`,
    parameters: [text('concept', 'network'), text('other', 'attention')],
  },
  {
    intent: 'Data and measures',
    name: 'Datasets that a concept is seen with',
    statement: `MATCH (c:Concept)<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(d:Dataset)
WHERE toLower(c.name) CONTAINS toLower($concept) AND d.id <> c.id
RETURN d, count(DISTINCT p) AS papers
ORDER BY papers DESC
LIMIT 25`,
    parameters: [text('concept', 'classification')],
  },
  {
    intent: 'Data and measures',
    name: 'Datasets never used for a task',
    statement: `MATCH (t:Task)
WHERE toLower(t.name) CONTAINS toLower($concept)
MATCH (d:Dataset)
WHERE NOT EXISTS { MATCH (d)<-[:MENTIONS]-(:Paper)-[:MENTIONS]->(t) }
RETURN t.name AS task, d, d.paperCount AS papers
ORDER BY task, papers DESC
LIMIT 50`,
    parameters: [text('concept', 'classification')],
  },
  {
    intent: 'Data and measures',
    name: 'How tasks are measured',
    statement: `MATCH (t:Task)<-[:MENTIONS]-(p:Paper)-[:MENTIONS]->(m:Metric)
RETURN t, m, count(p) AS papers
ORDER BY papers DESC
LIMIT 25`,
  },
  {
    intent: 'Themes',
    name: 'Themes, the largest first',
    statement: `MATCH (t:Theme)
WHERE t.level = 0
RETURN t, t.paperCount AS papers, t.topConcepts AS concepts
ORDER BY papers DESC`,
  },
  {
    intent: 'Themes',
    name: 'Concepts of a theme',
    statement: `MATCH (c:Concept)-[:IN_THEME]->(t:Theme)
WHERE toLower(t.label) CONTAINS toLower($theme)
RETURN t.label AS theme, c, c.paperCount AS papers
ORDER BY papers DESC
LIMIT 50`,
    parameters: [text('theme', 'learning')],
  },
  {
    intent: 'Themes',
    name: 'Papers that bridge two themes',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)-[:IN_THEME]->(t:Theme)
WHERE t.level = 0
WITH p, t, count(c) AS concepts
WHERE concepts >= $least
WITH p, collect(t.label) AS themes
WHERE size(themes) > 1
RETURN p, themes, size(themes) AS number
ORDER BY number DESC, p.year DESC
LIMIT 50`,
    parameters: [whole('least', 1)],
  },
  {
    intent: 'Themes',
    name: 'Concepts that tie two themes together',
    statement: `MATCH (a:Concept)-[r:CO_OCCURS]-(b:Concept)
MATCH (a)-[:IN_THEME]->(s:Theme)
MATCH (b)-[:IN_THEME]->(t:Theme)
WHERE s.level = 0 AND t.level = 0 AND s.id < t.id
RETURN s.label AS theme, t.label AS other, a, b, r.papers AS papers
ORDER BY papers DESC
LIMIT 50`,
  },
  {
    intent: 'What is missing',
    name: 'Gaps, the best first',
    statement: `MATCH (g:Gap)
RETURN g.kind AS kind, g.rank AS rank, g.title AS gap, g.observed AS observed, g.expected AS expected
ORDER BY rank, kind
LIMIT 50`,
  },
  {
    intent: 'What is missing',
    name: 'Gaps around a concept',
    statement: `MATCH (g:Gap)-[:BETWEEN]->(c:Concept)
WHERE toLower(c.name) CONTAINS toLower($concept)
RETURN g.kind AS kind, g.title AS gap, c, g.score AS score
ORDER BY score DESC
LIMIT 50`,
    parameters: [text('concept', 'learning')],
  },
  {
    intent: 'What is missing',
    name: 'Questions that papers state',
    statement: `MATCH (g:Gap)
WHERE g.kind = 'question'
OPTIONAL MATCH (g)-[:BETWEEN]->(p:Paper)
RETURN g.title AS question, collect(p.title) AS papers, g.score AS score
ORDER BY score DESC
LIMIT 50`,
  },
  {
    intent: 'What is missing',
    name: 'Methods never seen with a task',
    statement: `MATCH (t:Task)
WHERE toLower(t.name) CONTAINS toLower($concept)
MATCH (m:Method)
WHERE NOT EXISTS { MATCH (m)<-[:MENTIONS]-(:Paper)-[:MENTIONS]->(t) }
RETURN t.name AS task, m, m.paperCount AS papers
ORDER BY task, papers DESC
LIMIT 50`,
    parameters: [text('concept', 'classification')],
  },
  {
    intent: 'What is missing',
    name: 'Concepts of one paper only',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
WITH c, count(p) AS papers, collect(p.title) AS titles
WHERE papers = 1
RETURN c, titles
ORDER BY c.name
LIMIT 50`,
  },
  {
    intent: 'Over time',
    name: 'Concepts rising since a year',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
WHERE p.year IS NOT NULL
WITH c,
     count(CASE WHEN p.year >= $since THEN 1 END) AS after,
     count(CASE WHEN p.year < $since THEN 1 END) AS before
WHERE after > before
RETURN c, before, after
ORDER BY after - before DESC
LIMIT 25`,
    parameters: [whole('since', 2015)],
  },
  {
    intent: 'Over time',
    name: 'A concept by year',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
WHERE toLower(c.name) CONTAINS toLower($concept) AND p.year IS NOT NULL
RETURN p.year AS year, count(DISTINCT p) AS papers
ORDER BY year`,
    parameters: [text('concept', 'network')],
  },
  {
    intent: 'Over time',
    name: 'When each concept was first mentioned',
    statement: `MATCH (p:Paper)-[:MENTIONS]->(c:Concept)
WHERE p.year IS NOT NULL
RETURN c, min(p.year) AS first, max(p.year) AS last, count(p) AS papers
ORDER BY first DESC, papers DESC
LIMIT 50`,
  },
  {
    intent: 'People and papers',
    name: 'Who works on a concept',
    statement: `MATCH (a:Author)-[:WROTE]->(p:Paper)-[:MENTIONS]->(c:Concept)
WHERE toLower(c.name) CONTAINS toLower($concept)
RETURN a.name AS author, count(DISTINCT p) AS papers, max(p.year) AS last
ORDER BY papers DESC, author
LIMIT 25`,
    parameters: [text('concept', 'network')],
  },
  {
    intent: 'People and papers',
    name: 'Who writes together',
    statement: `MATCH (a:Author)-[:WROTE]->(p:Paper)<-[:WROTE]-(b:Author)
WHERE a.name < b.name
RETURN a.name AS author, b.name AS other, count(p) AS papers
ORDER BY papers DESC, author
LIMIT 25`,
  },
  {
    intent: 'People and papers',
    name: 'Papers that share the most concepts',
    statement: `MATCH (a:Paper)-[s:SHARES]->(b:Paper)
RETURN a, s, b, s.concepts AS concepts
ORDER BY concepts DESC
LIMIT 25`,
  },
  {
    intent: 'People and papers',
    name: 'Most cited papers of this collection',
    statement: `MATCH (p:Paper)-[:CITES]->(q:Paper)
RETURN q, count(p) AS citations
ORDER BY citations DESC
LIMIT 25`,
    empty:
      'No paper here cites another one: the files that were read say nothing of citations, or only of papers that are not here.',
  },
  {
    intent: 'People and papers',
    name: 'How two concepts are connected',
    statement: `MATCH (a:Concept), (b:Concept)
WHERE toLower(a.name) = toLower($concept) AND toLower(b.name) = toLower($other)
MATCH way = shortestPath((a)-[:CO_OCCURS*1..4]-(b))
RETURN way
LIMIT 5`,
    parameters: [text('concept', 'machine translation'), text('other', 'image classification')],
  },
];
