MATCH (p:Paper)-[:MENTIONS]->(c:Concept) RETURN p.id, c.id
MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) RETURN p.id, m, c.id
MATCH (c:Concept)<-[:MENTIONS]-(p:Paper) WHERE c.name = 'self-attention' RETURN p.title
MATCH (a)-[r]-(b) RETURN count(*) AS n
MATCH (a)--(b) RETURN count(*) AS n
MATCH (a)-->(b) RETURN count(*) AS n
MATCH (a)<--(b) RETURN count(*) AS n
MATCH (a)<-->(b) RETURN count(*) AS n
MATCH (p:Paper {id: 'p3'})--(x) RETURN labels(x) AS l, x.id
MATCH (p:Paper)-[:CITES]-(q:Paper) RETURN p.id, q.id
MATCH (p:Paper)-[:CITES]->(p) RETURN p.id
MATCH (p:Paper)-[:CITES]-(p) RETURN p.id, count(*) AS n
MATCH (p:Paper)-[:MENTIONS|CITES]->(x) RETURN p.id, x.id
MATCH (p:Paper)-[r:MENTIONS|CITES|NOTHING]->(x) RETURN type(r) AS t, count(*) AS n
MATCH (p:Paper)-[r]->(x) RETURN type(r) AS t, count(*) AS n ORDER BY t
MATCH (p:Paper)-[r:!CITES]->(x) RETURN count(r) AS n
MATCH (a:Paper)-[:MENTIONS]->(c)<-[:MENTIONS]-(b:Paper) RETURN a.id, b.id, c.id
MATCH (a:Paper)-[:MENTIONS]->(c)<-[:MENTIONS]-(b:Paper) WHERE a.id < b.id WITH a, b, c ORDER BY c.id RETURN a.id, b.id, collect(c.id) AS cs
MATCH (a:Paper)-[:MENTIONS]->(c), (b:Paper)-[:MENTIONS]->(c) WHERE a.id < b.id RETURN a.id, b.id, count(c) AS n
MATCH (a:Paper)-[:MENTIONS]->(c) MATCH (b:Paper)-[:MENTIONS]->(c) RETURN count(*) AS n
MATCH (a:Concept {name: 'node embedding'})<-[:MENTIONS]-(p)-[:MENTIONS]->(b) RETURN b.name, count(p) AS n
MATCH (a:Concept {name: 'node embedding'})<-[:MENTIONS]-(p)-[:MENTIONS]->(b) WHERE a <> b RETURN b.name, count(p) AS n
MATCH (p:Paper)-[:CITES*1..2]->(q) RETURN p.id, q.id
MATCH (p:Paper)-[:CITES*]->(q) RETURN p.id, q.id
MATCH (p:Paper)-[:CITES*2]->(q) RETURN p.id, q.id
MATCH (p:Paper)-[:CITES*0..1]->(q) RETURN p.id, q.id
MATCH (p:Paper)-[:CITES*..2]->(q) RETURN p.id, q.id
MATCH (p:Paper)-[:CITES*2..]->(q) RETURN p.id, q.id
MATCH (p:Paper)-[:CITES*0..0]->(q) RETURN p.id, q.id
MATCH (p:Paper {id: 'p4'})-[r:CITES*1..3]->(q) RETURN q.id, size(r) AS n
MATCH (p:Paper {id: 'p4'})-[rs:CITES*1..3]->(q) RETURN q.id, [r IN rs | type(r)] AS ts
MATCH (p:Paper {id: 'p4'})-[:CITES*1..3]-(q) RETURN q.id, count(*) AS n
MATCH (p:Paper)-[:MENTIONS*2]-(q:Paper) RETURN p.id, q.id
MATCH path = (p:Paper {id: 'p4'})-[:CITES*1..3]->(q) RETURN length(path) AS n, [x IN nodes(path) | x.id] AS ids
MATCH path = (p:Paper {id: 'p4'})-[:CITES*1..3]->(q) RETURN path
MATCH path = (p:Paper {id: 'p1'})-[:MENTIONS]->(c) RETURN path
MATCH path = (p:Paper {id: 'p1'})-[:MENTIONS]->(c) RETURN nodes(path) AS ns, relationships(path) AS rs, length(path) AS n
MATCH path = (p:Paper {id: 'p1'}) RETURN length(path) AS n, path
MATCH path = (:Paper {id: 'p1'})-->()<--(:Paper) RETURN [r IN relationships(path) | r.count] AS counts
MATCH path = (p:Paper {id: 'p4'})-[:CITES*]->(q) WHERE all(n IN nodes(path) WHERE n.year > 2001) RETURN q.id, length(path) AS n
MATCH path = (p:Paper {id: 'p4'})-[:CITES*]->(q) WHERE none(n IN nodes(path) WHERE n.id = 'p5') RETURN q.id, length(path) AS n
MATCH (a:Paper {id: 'p4'}), (b:Paper {id: 'p1'}) MATCH path = shortestPath((a)-[:CITES*]->(b)) RETURN [n IN nodes(path) | n.id] AS ids, length(path) AS n
MATCH (a:Paper {id: 'p4'}), (b:Paper {id: 'p1'}) MATCH path = shortestPath((a)-[*..6]-(b)) RETURN length(path) AS n
MATCH (a:Paper {id: 'p4'}), (b:Paper {id: 'p1'}) MATCH path = allShortestPaths((a)-[:CITES*]-(b)) RETURN length(path) AS n, count(*) AS c
MATCH (a:Paper {id: 'p4'}), (b:Paper {id: 'p8'}) MATCH path = shortestPath((a)-[*..6]-(b)) RETURN length(path) AS n
MATCH (a:Paper {id: 'p4'}), (b:Paper {id: 'p8'}) OPTIONAL MATCH path = shortestPath((a)-[*..6]-(b)) RETURN length(path) AS n
MATCH path = shortestPath((a:Paper {id: 'p5'})-[:CITES*]->(b:Paper {id: 'p1'})) RETURN length(path) AS n
MATCH (a:Concept), (b:Concept) WHERE a.id < b.id MATCH path = shortestPath((a)-[:MENTIONS*..4]-(b)) RETURN a.id, b.id, length(path) AS n
MATCH path = SHORTEST 1 (a:Paper {id: 'p4'})-[:CITES]->+(b:Paper {id: 'p1'}) RETURN length(path) AS n
MATCH path = ALL SHORTEST (a:Paper {id: 'p4'})-[:CITES]->+(b:Paper {id: 'p1'}) RETURN length(path) AS n
MATCH path = ANY (a:Paper {id: 'p5'})-[:CITES]->+(b:Paper {id: 'p1'}) RETURN b.id
MATCH (a:Paper {id: 'p4'})-[:CITES]->+(b) RETURN b.id
MATCH (a:Paper {id: 'p4'})-[:CITES]->*(b) RETURN b.id
MATCH (a:Paper {id: 'p4'})-[:CITES]->{1,2}(b) RETURN b.id
MATCH (a:Paper {id: 'p4'}) ((x)-[:CITES]->(y)){1,2} (b) RETURN b.id
MATCH (a:Paper {id: 'p4'})((x)-[:CITES]->(y))+(b) RETURN b.id, [n IN x | n.id] AS ids
MATCH (p:Paper) WHERE (p)-[:CITES]->() RETURN p.id
MATCH (p:Paper) WHERE NOT (p)-[:CITES]->() RETURN p.id
MATCH (p:Paper) WHERE (p)-[:MENTIONS]->(:Method) RETURN p.id
MATCH (p:Paper) WHERE NOT (p)--() RETURN p.id
MATCH (p:Paper) WHERE (p)-[:MENTIONS]->(:Concept {name: 'Cora'}) RETURN p.id
MATCH (p:Paper) WHERE exists((p)-[:CITES]->()) RETURN p.id
MATCH (p:Paper) WHERE NOT exists((p)-[:CITES]->()) RETURN p.id
MATCH (p:Paper) WHERE EXISTS { (p)-[:CITES]->() } RETURN p.id
MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:CITES]->() } RETURN p.id
MATCH (p:Paper) WHERE EXISTS { (p)-[:CITES]->(q) WHERE q.year < 2015 } RETURN p.id
MATCH (p:Paper) WHERE EXISTS { MATCH (p)-[:CITES]->(q:Paper) WHERE q.year < p.year - 2 } RETURN p.id
MATCH (p:Paper) WHERE EXISTS { MATCH (p)-[:CITES]->(q) MATCH (q)-[:MENTIONS]->(:Task) } RETURN p.id
MATCH (p:Paper) WHERE EXISTS { MATCH (p)-[:CITES]->(q) RETURN q } RETURN p.id
MATCH (p:Paper) WHERE EXISTS { (p)-[:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->() } } RETURN p.id
MATCH (p:Paper) WHERE EXISTS { (p)-[:CITES]->() } AND p.year > 2016 RETURN p.id
MATCH (p:Paper) WHERE EXISTS { (p)-[:CITES]->() } OR p.year = 2001 RETURN p.id
MATCH (p:Paper) WHERE COUNT { (p)-[:MENTIONS]->() } > 1 RETURN p.id
MATCH (p:Paper) WHERE COUNT { (p)-[:MENTIONS]->() } = 0 RETURN p.id
MATCH (p:Paper) WHERE COUNT { MATCH (p)-[:MENTIONS]->(c) RETURN c } = 2 RETURN p.id
MATCH (p:Paper) WHERE COUNT { (p)-[m:MENTIONS]->() WHERE m.count > 1 } >= 1 RETURN p.id
MATCH (p:Paper) RETURN p.id, COUNT { (p)-[:MENTIONS]->() } AS n
MATCH (p:Paper) RETURN p.id, COUNT { (p)-[:MENTIONS]->(c:Method) } AS n
MATCH (p:Paper) RETURN p.id, EXISTS { (p)-[:CITES]->() } AS cites
MATCH (p:Paper) RETURN p.id, exists((p)-[:CITES]->()) AS cites
MATCH (p:Paper) RETURN p.id, NOT EXISTS { (p)-[:CITES]->() } AS cites
MATCH (p:Paper) WITH p, COUNT { (p)-[:CITES]->() } AS n WHERE n > 1 RETURN p.id, n
MATCH (p:Paper) RETURN p.id AS id ORDER BY COUNT { (p)-[:MENTIONS]->() } DESC, id
MATCH (p:Paper) RETURN p.id, COLLECT { MATCH (p)-[:MENTIONS]->(c) RETURN c.id ORDER BY c.id } AS cs
MATCH (p:Paper) WHERE p.id IN ['p1', 'p5', 'p6'] RETURN p.id, [(p)-[:MENTIONS]->(c:Method) | c.id] AS cs
MATCH (p:Paper) RETURN p.id, size([(p)-[:MENTIONS]->(c) | c]) AS n
MATCH (p:Paper) RETURN p.id, size([(p)-[m:MENTIONS]->(c) WHERE m.count > 1 | c.id]) AS n
MATCH (p:Paper) WHERE size([(p)-[:MENTIONS]->(c) | c]) > 1 RETURN p.id
MATCH (p:Paper) WHERE size([(p)-[:MENTIONS]->(c) | c]) > 1 AND p.year > 2000 RETURN p.id
MATCH (p:Paper) RETURN CASE WHEN (p)-[:CITES]->() THEN 'cites' ELSE 'alone' END AS what, count(*) AS n
MATCH (p:Paper {id: 'p1'}), (c:Concept) RETURN count(*) AS n
MATCH (p:Paper), (q:Paper) WHERE p.year = q.year AND p.id < q.id RETURN p.id, q.id
MATCH (a)-[r:USED_FOR]->(b) RETURN startNode(r).name AS a, endNode(r).name AS b, type(r) AS t
MATCH (a)-[r:USED_FOR]-(b) RETURN startNode(r).name AS s, a.name AS a
MATCH ()-[r]->() RETURN DISTINCT type(r) AS t ORDER BY t
MATCH ()-[r:MENTIONS {count: 2}]->() RETURN count(r) AS n
MATCH ()-[r:MENTIONS {role: null}]->() RETURN count(r) AS n
MATCH (a)-[r1:CITES]->(b)-[r2:CITES]->(c) RETURN a.id, b.id, c.id
MATCH (a)-[:CITES]->(b)-[:CITES]->(c), (a)-[:CITES]->(c) RETURN a.id, b.id, c.id
MATCH (a:Author)-[:WROTE]->(p)<-[:WROTE]-(b:Author) RETURN a.name, b.name
MATCH (a:Author)-[:WROTE]->()-[:CITES]->()<-[:WROTE]-(b:Author) RETURN a.name, b.name, count(*) AS n
MATCH (a:Author)-[:WROTE]->(p)-[:MENTIONS]->(c) RETURN a.id, size(collect(DISTINCT c.kind)) AS ks
MATCH (p:Paper)-[m:MENTIONS]->() RETURN p.id, m.role
MATCH (n)-[r:CITES]->(m) WHERE id(n) = id(m) RETURN n.id
MATCH (n)-[r:CITES]->(m) WHERE elementId(n) = elementId(m) RETURN n.id
MATCH (n:Paper)-[r:CITES]->(m) WHERE n = m RETURN n.id
MATCH (n:Paper) WHERE n IN [n] RETURN count(*) AS n
MATCH (p:Paper)-[r:$('MENTIONS')]->(c) RETURN count(*) AS n
MATCH (p:$($label)) RETURN count(*) AS n
MATCH (a)-[:CITES]->(b) WITH DISTINCT a RETURN count(a) AS n
MATCH (a:Paper)-[:CITES]->(b)<-[:CITES]-(c) RETURN a.id, c.id
MATCH (a:Paper)-[:CITES]->(b:Paper)-[:CITES*0..1]->(c) RETURN a.id, b.id, c.id
MATCH (p:Paper)-[:MENTIONS]->(c:Concept)-[:USED_FOR]->(t:Task) RETURN p.id, c.id, t.id
MATCH (p:Paper)-[:MENTIONS]->(c:Method)-[:USED_FOR]->(t)<-[:MENTIONS]-(p) RETURN p.id, c.id, t.id
MATCH (m:Method) WHERE NOT EXISTS { (m)-[:USED_FOR]->(:Task {name: 'link prediction'}) } RETURN m.name
MATCH (m:Method), (d:Dataset) WHERE NOT EXISTS { (m)<-[:MENTIONS]-()-[:MENTIONS]->(d) } RETURN m.name, d.name
MATCH (m:Method), (t:Task) WHERE NOT (m)<-[:MENTIONS]-()-[:MENTIONS]->(t) RETURN m.name, t.name
