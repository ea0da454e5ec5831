MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) RETURN p.id, count(q) AS n
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE q.year > 2016 RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE p.year > 2016 RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->() } RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE (q)-[:CITES]->() RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE NOT (q)-[:CITES]->() RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE COUNT { (q)-[:CITES]->() } > 1 RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE q.year > 2000 AND EXISTS { (q)-[:MENTIONS]->() } WITH p, q ORDER BY q.id RETURN p.id, collect(q.id) AS qs
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->(r) WHERE r.year < p.year } RETURN p.id, count(q) AS n
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE size([(q)-[:CITES]->(x) | x]) > 0 RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WITH p, q WHERE EXISTS { (q)-[:CITES]->() } RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE exists((q)-[:CITES]->()) RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WITH p, q ORDER BY q.id WITH p, collect(q.id) AS qs RETURN p.id, qs
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WITH p, collect(q) AS qs RETURN p.id, size(qs) AS n
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE q IS NULL RETURN p.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WITH p, q WHERE q IS NULL RETURN p.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) OPTIONAL MATCH (q)-[:CITES]->(r) RETURN p.id, q.id, r.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) OPTIONAL MATCH (p)-[:MENTIONS]->(c) RETURN p.id, count(DISTINCT q) AS qs, count(DISTINCT c) AS cs
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q)-[:CITES]->(r) RETURN p.id, q.id, r.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q), (q)-[:MENTIONS]->(c) RETURN p.id, q.id, c.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[m:MENTIONS]->(c:Task) RETURN p.id, c.id, m.count
MATCH (p:Paper) OPTIONAL MATCH (p)-[m:MENTIONS]->(c:Task) RETURN p.id, m IS NULL AS none
MATCH (p:Paper) OPTIONAL MATCH (p)-[m:MENTIONS]->(c {kind: 'Task'}) RETURN p.id, c.name, type(m) AS t, labels(c) AS l
MATCH (p:Paper) OPTIONAL MATCH (p)-[m:MENTIONS]->(c:Nothing) RETURN p.id, c, m, properties(c) AS ps, keys(c) AS ks, id(c) AS i
MATCH (p:Paper) OPTIONAL MATCH path = (p)-[:CITES]->(q:Paper {id: 'p1'}) RETURN p.id, length(path) AS n, nodes(path) AS ns
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES*2]->(q) RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)<-[:CITES]-(q) RETURN p.id, count(q) AS cited ORDER BY cited DESC, p.id
MATCH (c:Concept) OPTIONAL MATCH (c)<-[m:MENTIONS]-(p) RETURN c.id, sum(m.count) AS n
MATCH (c:Concept) OPTIONAL MATCH (c)<-[m:MENTIONS]-(p) RETURN c.id, sum(m.count) AS n ORDER BY n DESC, c.id
MATCH (c:Concept) OPTIONAL MATCH (c)<-[m:MENTIONS]-(p) WITH c, sum(m.count) AS n WHERE n = 0 RETURN c.id
MATCH (c:Concept) OPTIONAL MATCH (c)<-[m:MENTIONS]-(p) WITH c, m, p ORDER BY p.id RETURN c.id, avg(m.count) AS n, max(p.year) AS latest, collect(p.id) AS ps
MATCH (c:Concept) OPTIONAL MATCH (c)<-[m:MENTIONS]-(p) WHERE p.year >= 2017 RETURN c.id, count(p) AS n
OPTIONAL MATCH (n:Nothing) RETURN n
OPTIONAL MATCH (n:Nothing) RETURN n.x AS x, count(n) AS c
OPTIONAL MATCH (n:Nothing) RETURN count(*) AS c
OPTIONAL MATCH (n:Paper) WHERE n.year = 2017 RETURN n.id
OPTIONAL MATCH (n:Paper) WHERE n.year = 1000 RETURN n.id
OPTIONAL MATCH (n:Nothing) MATCH (p:Paper {id: 'p1'}) RETURN n, p.id
OPTIONAL MATCH (n:Nothing) OPTIONAL MATCH (n)-->(m) RETURN n, m
OPTIONAL MATCH (n:Nothing) MATCH (n)-->(m) RETURN n, m
MATCH (a:Author) OPTIONAL MATCH (a)-[:WROTE]->(p) WITH a, count(p) AS n RETURN a.id, n ORDER BY n DESC, a.id
MATCH (a:Author) OPTIONAL MATCH (a)-[:WROTE]->(p)-[:MENTIONS]->(c) RETURN a.id, count(DISTINCT c) AS n
MATCH (a:Author {id: 'a4'}) OPTIONAL MATCH (a)-[:WROTE]->(p) RETURN a.name, p, p.title, coalesce(p.title, 'none') AS t
MATCH (a:Author {id: 'a4'}) OPTIONAL MATCH (a)-[:WROTE]->(p) RETURN CASE WHEN p IS NULL THEN 'none' ELSE p.title END AS t
MATCH (a:Author) OPTIONAL MATCH (a)-[:WROTE]->(p:Paper {year: 2017}) RETURN a.id, p.id
MATCH (a:Author) OPTIONAL MATCH (a)-[w:WROTE {position: 0}]->(p) RETURN a.id, p.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE q.id = 'p1' OR q.id = 'p3' RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE q.year > p.year RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE q.venue = p.venue AND q <> p RETURN p.id, q.id
MATCH (p:Paper) WHERE p.year > 2016 OPTIONAL MATCH (p)-[:CITES]->(q) WITH p, count(q) AS n WHERE n > 0 RETURN p.id, n
MATCH (p:Paper) OPTIONAL MATCH (p)-[:MENTIONS]->(c:Method) WITH p, c ORDER BY c.name RETURN p.id, collect(c.name) AS names
MATCH (p:Paper) OPTIONAL MATCH (p)-[:MENTIONS]->(c) WHERE any(a IN c.aliases WHERE a CONTAINS 'e') RETURN p.id, c.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:MENTIONS]->(c) WHERE c.name IN ['Cora', 'self-attention'] RETURN p.id, c.id
MATCH (p:Paper) OPTIONAL MATCH (q:Paper) WHERE q.year = p.year AND q.id > p.id RETURN p.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (q:Paper {year: p.year}) RETURN p.id, count(q) AS n
UNWIND [1, 2] AS x OPTIONAL MATCH (p:Paper {year: x}) RETURN x, p
UNWIND ['p1', 'zz', null] AS x OPTIONAL MATCH (p:Paper {id: x}) RETURN x, p.title
UNWIND ['p1', 'zz'] AS x OPTIONAL MATCH (p:Paper) WHERE p.id = x RETURN x, p.title
UNWIND [] AS x OPTIONAL MATCH (p:Paper {id: x}) RETURN x, p.title
MATCH (p:Paper) OPTIONAL MATCH (p)-[r:CITES]-(q) RETURN p.id, count(r) AS n, count(DISTINCT q) AS d
MATCH (a:Paper {id: 'p1'}) OPTIONAL MATCH (a)-[:CITES]->(b) OPTIONAL MATCH (a)-[:MENTIONS]->(c) RETURN a.id, b, count(c) AS n
