MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE (q)-[:CITES]->() RETURN *
MATCH (p:Paper {id: 'p4'}) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE (q)-[:CITES]->() RETURN *
MATCH (p:Paper {id: 'p4'}) OPTIONAL MATCH (p)-[:CITES]->(q) RETURN *
UNWIND ['2017', 2017] AS y MATCH (p:Paper {year: y}) RETURN y, p.id
MATCH (p:Paper) RETURN p.id, round(p.score, 1) AS a, isEmpty({}) AS b
MATCH (p:Paper) RETURN p.year IN [] AS a, NOT p.year IN [] AS b, p.venue IN p.keywords AS c, NOT p.year IN p.keywords AS d
UNWIND [null, 1] AS x MATCH (p:Paper {id: 'p3'}) RETURN x, x IN p.keywords AS a, NOT x IN p.keywords AS b
UNWIND [null, 1] AS x MATCH (p:Paper {id: 'p3'}) WHERE NOT x IN p.keywords RETURN x
CALL { MATCH (p:Paper) RETURN p AS n UNION MATCH (c:Concept) RETURN c AS n } RETURN n
CALL () { MATCH (p:Paper) RETURN p AS n UNION ALL MATCH (c:Concept) RETURN c AS n } RETURN n.id, labels(n) AS l
MATCH (p:Paper {id: 'p4'}) CALL (p) { MATCH (p)-[:CITES]->(q) RETURN q } RETURN q
MATCH (p:Paper {id: 'p4'}) CALL (p) { MATCH (p)-[:CITES]->(q) RETURN q UNION ALL MATCH (p)-[:MENTIONS]->(q) RETURN q } RETURN q
MATCH (p:Paper {id: 'p4'}) CALL (p) { MATCH (p)-[r:CITES]->(q) RETURN r, q UNION ALL MATCH (p)-[r:MENTIONS]->(q) RETURN r, q } RETURN r
MATCH (p:Paper) CALL (p) { MATCH (p)-[:CITES]->(q) RETURN collect(q) AS qs } UNWIND CASE WHEN size(qs) = 0 THEN [null] ELSE qs END AS q RETURN p.id, q
MATCH (p:Paper) CALL (p) { MATCH (p)-[m:CITES]->(q) RETURN collect([m, q]) AS qs } UNWIND CASE WHEN size(qs) = 0 THEN [[null, null]] ELSE qs END AS row WITH p, row[0] AS m, row[1] AS q RETURN p.id, m, q
MATCH (p:Paper) CALL (p) { MATCH path = (p)-[m:CITES]->(q) RETURN collect([m, q, path]) AS qs } UNWIND CASE WHEN size(qs) = 0 THEN [[null, null, null]] ELSE qs END AS row WITH p, row[0] AS m, row[1] AS q, row[2] AS path RETURN p.id, type(m) AS t, q.id, labels(q) AS l, length(path) AS n, path
MATCH (p:Paper) CALL (p) { MATCH path = (p)-[m:CITES]->(q) RETURN collect([m, q, path]) AS qs } UNWIND CASE WHEN size(qs) = 0 THEN [[null, null, null]] ELSE qs END AS row WITH p, row[0] AS m, row[1] AS q, row[2] AS path MATCH (q)-[:CITES]->(r) RETURN p.id, r
MATCH (p:Paper) CALL (p) { MATCH (p)-[m:CITES]->(q) RETURN collect([m, q]) AS qs } UNWIND CASE WHEN size(qs) = 0 THEN [[null, null]] ELSE qs END AS row WITH p, row[0] AS m, row[1] AS q OPTIONAL MATCH (q)-[:CITES]->(r) RETURN p.id, q, r
MATCH (p:Paper) WITH collect(p) AS ps UNWIND ps AS q RETURN q
MATCH (p:Paper) WITH collect(p) AS ps WITH ps[0] AS q RETURN count(q) AS n, q IS NULL AS x
MATCH (p:Paper {id: 'p1'}) WITH collect(p) AS ps WITH ps[0] AS q MATCH (q)-[:MENTIONS]->(c) RETURN q, c
MATCH (p:Paper {id: 'p1'}) WITH {p: p} AS m WITH m.p AS q RETURN q, labels(q) AS l
MATCH (p:Paper {id: 'p1'}) WITH [p] AS l UNWIND l AS q MATCH (q)-[r]->(c) RETURN q, r, c
MATCH (p:Paper {id: 'p1'}) RETURN coalesce(p, null) AS q, head([p]) AS r, CASE WHEN true THEN p END AS s
MATCH (p:Paper {id: 'p1'})-[m]->(c) WITH head(collect(m)) AS m RETURN type(m) AS t, m IS NOT NULL AS x
MATCH (p:Paper {id: 'p1'})-[m]->(c {id: 'c1'}) WITH [m, p] AS l RETURN l[0] AS m, l[1] AS p
MATCH (p:Paper {id: 'p1'}) WITH p AS q, p.id AS id ORDER BY id LIMIT 1 RETURN q, id
MATCH (p:Paper) WITH DISTINCT p WHERE p.id < 'p3' RETURN p
MATCH (p:Paper) WHERE p.id < 'p3' RETURN p UNION MATCH (p:Paper) WHERE p.id < 'p2' RETURN p
MATCH (p:Paper {id: 'p1'})-[m]->(c) RETURN m UNION ALL MATCH (p:Paper {id: 'p2'})-[m]->(c) RETURN m
MATCH (p:Paper {id: 'p3'}) MATCH path = (p)-[:CITES]->(q) RETURN path AS x UNION MATCH path = (:Author {id: 'a1'})-->() RETURN path AS x
MATCH (p:Paper {id: 'p3'}) CALL (p) { MATCH path = (p)-[:CITES]->(q) RETURN path UNION MATCH path = (p)<-[:WROTE]-(q) RETURN path } RETURN path
UNWIND ['p1', 'p2'] AS id CALL (id) { MATCH (p:Paper {id: id}) RETURN p LIMIT 1 } RETURN p, id
MATCH (p:Paper) WITH p ORDER BY p.id LIMIT 2 CALL (p) { WITH p RETURN p AS q } RETURN q, p
MATCH (p:Paper) RETURN max(p.id) AS m, head(collect(p)) IS NOT NULL AS n
MATCH (p:Paper) RETURN DISTINCT p.venue AS v, p.id < 'p3' AS e
MATCH (p:Paper) WITH p.venue AS v, collect(p)[0] AS f RETURN v, f IS NOT NULL AS x
MATCH (p:Paper) OPTIONAL MATCH (p)-[m:CITES]->(q) WHERE (q)-[:CITES]->() RETURN p.id, m, q
MATCH (p:Paper) OPTIONAL MATCH path = (p)-[m:CITES*1..2]->(q) WHERE (q)-[:CITES]->() RETURN p.id, path
OPTIONAL MATCH (q:Paper) WHERE (q)-[:WROTE]->() RETURN q
MATCH (p:Paper {id: 'p1'}) RETURN head([x IN [p, null] WHERE x IS NOT NULL]) AS q
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) RETURN head([x IN [q, p] WHERE x IS NOT NULL]) AS q
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) RETURN coalesce(q, p).id AS id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WITH coalesce(q, p) AS x RETURN x.id AS id, labels(x) AS l
MATCH (p:Paper) RETURN [p, null][CASE WHEN p.year > 2010 THEN 0 ELSE 1 END] AS q
MATCH (p:Paper) RETURN head([x IN [[p.year > 2010, p]] WHERE x[0] | x[1]]) AS q
MATCH (p:Paper) WITH head(collect(p)) AS x RETURN x IS NOT NULL AS n
MATCH (p:Paper {id: 'p1'}) WITH collect(p) AS ps RETURN head(ps) AS a, ps[0] AS b, last(ps) AS c, tail(ps) AS d, ps[0..1] AS e, [x IN ps | x] AS f, [x IN ps WHERE x.year > 1] AS g, reverse(ps) AS h
MATCH (p:Paper {id: 'p1'}) RETURN {a: p, b: [p]} AS m, [p, [p]] AS l, {a: {b: p}} AS n
MATCH (p:Paper {id: 'p1'})-[m]->(c {id: 'c1'}) RETURN startNode(m) AS s, endNode(m) AS e
MATCH path = (p:Paper {id: 'p1'})-[m]->(c {id: 'c1'}) RETURN nodes(path)[0] AS a, relationships(path)[0] AS b, [n IN nodes(path) | n] AS c, head(nodes(path)) AS d
MATCH (p:Paper {id: 'p1'}) RETURN p {.id, self: p} AS m
MATCH (p:Paper {id: 'p1'}) RETURN reduce(a = null, x IN [p] | x) AS r
MATCH (p:Paper) WITH p.venue AS v, min(p.year) AS y MATCH (q:Paper {year: y}) RETURN v, q.id
MATCH (p:Paper) WITH max(p) AS m RETURN m IS NOT NULL AS x
MATCH (p:Paper {id: 'p1'}) RETURN [(p)-[m:MENTIONS]->(c {id: 'c1'}) | m] AS a, [(p)-[m:MENTIONS]->(c {id: 'c1'}) | c] AS b, [x = (p)-[m:MENTIONS]->(c {id: 'c1'}) | x] AS d
MATCH (p:Paper {id: 'p1'}) WITH p, [(p)-[m:MENTIONS]->(c {id: 'c1'}) | c] AS cs UNWIND cs AS c RETURN c
MATCH (p:Paper {id: 'p1'}) WITH [1, p, 'a'] AS l RETURN l, l[1] AS p
MATCH (p:Paper {id: 'p1'}) UNWIND [p, null] AS x RETURN x
MATCH (p:Paper {id: 'p1'}) UNWIND [p, 1] AS x RETURN x
MATCH (p:Paper {id: 'p1'}) RETURN p AS x UNION ALL RETURN 1 AS x
MATCH (p:Paper {id: 'p1'}) RETURN p AS x UNION ALL RETURN null AS x
CALL { MATCH (p:Paper {id: 'p1'}) RETURN p AS x UNION ALL RETURN null AS x } RETURN x
CALL { MATCH (p:Paper {id: 'p1'}) RETURN p AS x UNION ALL MATCH ()-[r:USED_FOR]->() RETURN r AS x } RETURN x
MATCH (p:Paper {id: 'p1'}) RETURN nullIf(p, null) AS x
MATCH (p:Paper {id: 'p1'}) WITH p ORDER BY p.id WITH collect(DISTINCT p) AS ps RETURN ps
MATCH (p:Paper {id: 'p1'}) WITH p, count(*) AS n RETURN p, n
MATCH (p:Paper {id: 'p1'}) WITH p AS a, p AS b RETURN a, b
