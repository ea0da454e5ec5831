WITH 1 AS x RETURN x
WITH 1 AS x, 2 AS y RETURN x + y AS z
WITH 1 AS x WITH x + 1 AS y RETURN y
WITH 1 AS x, 2 AS y WITH *, x + y AS z RETURN *
WITH [1, 2] AS l UNWIND l AS x RETURN x, size(l) AS n
UNWIND [1, 2] AS x UNWIND [3, 4] AS y RETURN x, y
UNWIND [[1, 2], [3]] AS l UNWIND l AS x RETURN x
UNWIND [1, null, 2] AS x RETURN x
UNWIND [] AS x RETURN x
UNWIND null AS x RETURN x
UNWIND 5 AS x RETURN x
UNWIND [1, 2, 3] AS x WITH x WHERE x > 1 RETURN x
UNWIND [1, 2, 3] AS x WITH x, x * x AS y WHERE y > 3 RETURN x, y
UNWIND range(1, 3) AS x WITH collect(x) AS xs UNWIND xs AS x RETURN x, size(xs) AS n
UNWIND [{a: 1, b: 2}, {a: 3}] AS row RETURN row.a AS a, row.b AS b, row
UNWIND keys({a: 1, b: 2}) AS k RETURN k ORDER BY k
MATCH (p:Paper) WITH p WHERE p.year > 2016 RETURN p.id
MATCH (p:Paper) WITH p.year AS year, p.id AS id WHERE year > 2016 RETURN year, id
MATCH (p:Paper) WITH p, p.year AS year WHERE year = 2017 MATCH (p)-[:MENTIONS]->(c) RETURN p.id, c.name
MATCH (p:Paper)-[:MENTIONS]->(c) WITH p, collect(c.id) AS cs WHERE size(cs) = 2 RETURN p.id
MATCH (p:Paper)-[:MENTIONS]->(c) WITH p, count(c) AS n ORDER BY n DESC, p.id LIMIT 2 MATCH (p)<-[:WROTE]-(a) RETURN p.id, a.name
MATCH (p:Paper) WITH p ORDER BY p.id LIMIT 1 MATCH (p)-[:MENTIONS]->(c) RETURN c.id
MATCH (p:Paper) UNWIND p.keywords AS k RETURN k, count(*) AS n ORDER BY n DESC, k
MATCH (p:Paper) UNWIND coalesce(p.keywords, []) AS k RETURN p.id, k
MATCH (p:Paper) RETURN p.id, p.keywords[0] AS first, size(p.keywords) AS n
MATCH (p:Paper) RETURN p.id, [k IN p.keywords | toUpper(k)] AS ks
MATCH (p:Paper) RETURN p.id, [k IN p.keywords WHERE size(k) > 4] AS ks
MATCH (p:Paper) RETURN p.id, reduce(s = '', k IN p.keywords | s + k) AS joined
MATCH (p:Paper) RETURN p {.id, .year} AS m
MATCH (p:Paper) RETURN p {.*} AS m
MATCH (p:Paper {id: 'p1'}) RETURN p {.id, venue: toLower(p.venue), n: COUNT { (p)-[:MENTIONS]->() }} AS m
MATCH (p:Paper {id: 'p1'}) RETURN p {.title, .missing} AS m
MATCH (p:Paper {id: 'p1'}) RETURN properties(p) AS m
MATCH (p:Paper {id: 'p1'}) UNWIND keys(p) AS k RETURN k ORDER BY k
MATCH (p:Paper {id: 'p6'}) RETURN keys(p) AS ks
MATCH (p:Paper {id: 'p1'})-[m:MENTIONS]->(c {id: 'c1'}) RETURN size(keys(m)) AS ks, properties(m) AS ps, type(m) AS t
MATCH (p:Paper {id: 'p1'})-[m:MENTIONS]->(c {id: 'c1'}) RETURN m {.count, .role} AS x
MATCH (c:Concept) RETURN labels(c) AS l, c.name ORDER BY c.name
MATCH (c:Concept {id: 'c1'}) RETURN c
MATCH (c:Concept) RETURN c.name, c.aliases, c.paperCount
MATCH (p:Paper) RETURN p.id, p.title + ' (' + p.year + ')' AS s
MATCH (p:Paper) RETURN p.id, p.title + ' (' + toString(p.year) + ')' AS s
MATCH (p:Paper) RETURN p.id, size(p.title) AS n, toUpper(p.title) AS u, left(p.title, 3) AS l, split(p.title, ' ')[0] AS w
MATCH (p:Paper) RETURN p.id, CASE p.venue WHEN 'KDD' THEN 1 WHEN 'ICLR' THEN 2 ELSE 3 END AS n
MATCH (p:Paper) RETURN p.id, CASE WHEN p.year < 2015 THEN 'old' WHEN p.year >= 2015 THEN 'new' ELSE 'unknown' END AS age
MATCH (p:Paper) RETURN p.id, coalesce(p.title, p.id) AS name, p.year IS NULL AS none
MATCH (p:Paper) RETURN p.id, p.year - 2000 AS n, p.score * 2 AS s, p.year / 4 AS q, p.year % 4 AS r, p.score / 3 AS t
MATCH (p:Paper) RETURN p.id, round(p.score) AS a, floor(p.score) AS b, toInteger(p.score) AS c, toString(p.score) AS d
MATCH (p:Paper) WHERE p.score < 100 RETURN p.id, round(p.score) AS a, floor(p.score) AS b, toInteger(p.score) AS c, toString(p.score) AS d
MATCH (p:Paper) RETURN p.venue AS v UNION MATCH (c:Concept) RETURN c.kind AS v
MATCH (p:Paper) RETURN p.venue AS v UNION ALL MATCH (c:Concept) RETURN c.kind AS v
MATCH (p:Paper) RETURN p.year AS v UNION DISTINCT MATCH (p:Paper) RETURN p.year AS v
RETURN 1 AS x UNION ALL RETURN 1 AS x
RETURN 1 AS x UNION RETURN 1.0 AS x
RETURN 1 AS x, 2 AS y UNION RETURN 3 AS y, 4 AS x
RETURN 1 AS x UNION RETURN 2 AS x UNION ALL RETURN 2 AS x
MATCH (p:Paper {id: 'p1'}) RETURN p AS n UNION MATCH (c:Concept {id: 'c1'}) RETURN c AS n
MATCH (p:Paper) WHERE p.year = 2017 RETURN p.id AS id ORDER BY id LIMIT 1 UNION ALL MATCH (p:Paper) WHERE p.year = 2001 RETURN p.id AS id
CALL { MATCH (p:Paper) RETURN count(p) AS n } RETURN n
CALL () { MATCH (p:Paper) RETURN count(p) AS n } RETURN n
MATCH (p:Paper) CALL (p) { MATCH (p)-[:MENTIONS]->(c) RETURN count(c) AS n } RETURN p.id, n
MATCH (p:Paper) CALL { WITH p MATCH (p)-[:MENTIONS]->(c) RETURN count(c) AS n } RETURN p.id, n
MATCH (p:Paper) CALL (p) { MATCH (p)-[:MENTIONS]->(c) RETURN c.id AS c ORDER BY c LIMIT 1 } RETURN p.id, c
MATCH (p:Paper) CALL (p) { MATCH (p)-[:MENTIONS]->(c) RETURN c } RETURN p.id, c.id
MATCH (p:Paper) CALL (p) { OPTIONAL MATCH (p)-[:CITES]->(q) WITH q ORDER BY q.id RETURN collect(q.id) AS qs } RETURN p.id, qs
MATCH (p:Paper) CALL (p) { MATCH (p)-[:CITES]->(q) RETURN q.id AS x UNION MATCH (p)-[:MENTIONS]->(c) RETURN c.id AS x } RETURN p.id, x
MATCH (p:Paper) CALL (*) { MATCH (p)-[:CITES]->(q) RETURN count(q) AS n } RETURN p.id, n
MATCH (p:Paper) OPTIONAL CALL (p) { MATCH (p)-[:CITES]->(q) RETURN q.id AS q } RETURN p.id, q
UNWIND [1, 2] AS x CALL (x) { UNWIND range(1, x) AS y RETURN sum(y) AS s } RETURN x, s
UNWIND [1, 2] AS x CALL { WITH x RETURN x * 10 AS y } RETURN x, y
CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN sum(x) AS s
CALL { MATCH (p:Paper) RETURN p ORDER BY p.year DESC LIMIT 2 } RETURN count(p) AS n
CALL db.schema.visualization()
CALL db.schema.nodeTypeProperties() YIELD nodeType RETURN DISTINCT nodeType
CALL dbms.components() YIELD name RETURN name
SHOW FUNCTIONS
SHOW PROCEDURES
MATCH (n) RETURN n LIMIT 0
MATCH (n:Paper) RETURN n.id AS id, n.id AS other
MATCH (p:Paper) RETURN p.id, p.title
MATCH (p:Paper) WHERE p.id = 'p1' RETURN p.id AS a, p AS b, [p] AS c, {p: p} AS d
MATCH (p:Paper)-[m]->(c) WHERE p.id = 'p1' WITH m ORDER BY m.count RETURN collect(m) AS ms
MATCH (p:Paper)-[m:MENTIONS]->(c) WHERE p.id = 'p7' RETURN p, m, c
MATCH (p:Paper) WITH p LIMIT 0 RETURN count(*) AS n
MATCH (p:Paper) WITH count(p) AS n RETURN n, n * 2 AS m
MATCH (p:Paper) WITH p.venue AS v, collect(p) AS ps RETURN v, [x IN ps WHERE x.year > 2016 | x.id] AS ids
MATCH (p:Paper) WITH collect(p) AS ps RETURN all(x IN ps WHERE x:Paper) AS ok
MATCH (p:Paper) LET y = p.year RETURN y
MATCH (p:Paper) FILTER p.year > 2016 RETURN p.id
FINISH
MATCH (p:Paper) FINISH
MATCH (p:Paper) WITH p.id AS id, p.year AS year ORDER BY year DESC, id WITH collect({id: id, year: year})[0..2] AS top UNWIND top AS t RETURN t.id AS id
MATCH (p:Paper) WITH * WHERE p.year = 2001 RETURN p.id
MATCH (p:Paper) WITH p AS q RETURN q.id
MATCH (p:Paper)-[:CITES]->(q) WITH q, count(p) AS cited WITH max(cited) AS most MATCH (q:Paper) WHERE COUNT { (q)<-[:CITES]-() } = most RETURN q.id
MATCH (n) WITH labels(n) AS ls UNWIND ls AS l WITH l, count(*) AS n WHERE n > 3 RETURN l, n
USE neo4j MATCH (n) RETURN count(n) AS n
