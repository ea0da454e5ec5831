MATCH (p:Paper) CALL (p) { MATCH (p)-[:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->() } RETURN q UNION ALL WITH p WHERE NOT EXISTS { MATCH (p)-[:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->() } } RETURN null AS q } RETURN p.id, q.id
MATCH (p:Paper) CALL (p) { MATCH (p)-[:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->() } RETURN collect(q) AS qs } UNWIND CASE WHEN size(qs) = 0 THEN [null] ELSE qs END AS q RETURN p.id, q.id
MATCH (p:Paper) CALL (p) { OPTIONAL MATCH (p)-[:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->() } RETURN q } RETURN p.id, q.id
MATCH (p:Paper) CALL (*) { MATCH (p)-[m:CITES]->(q) WHERE EXISTS { (q)-[:CITES]->() } RETURN collect([m, q]) AS qs } UNWIND CASE WHEN size(qs) = 0 THEN [[null, null]] ELSE qs END AS row WITH *, row[0] AS m, row[1] AS q RETURN p.id, type(m) AS t, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE q IS NOT NULL AND COUNT { (q)-[:CITES]->() } > 0 RETURN p.id, q.id
MATCH (p:Paper {year: '2017'}) RETURN p.id
MATCH (p:Paper) WHERE p.year IN ['2017'] RETURN p.id
MATCH (p:Paper) WHERE p.year IN ['2017', 2001] RETURN p.id
MATCH (p:Paper) WHERE p.year = $s RETURN p.id
MATCH (p:Paper) WHERE p.year <> '2017' RETURN p.id
MATCH (p:Paper), (a:Paper) WHERE p.year = a.title RETURN p.id
UNWIND ['1', '01', '1.0', ' 1', '1e0', 'x'] AS s RETURN s, s = 1 AS a, 1 = s AS b, s = 1.0 AS c, s <> 1 AS d, s < 2 AS e, s IN [1] AS f
UNWIND ['true', 'false', true] AS s RETURN s, s = true AS a
UNWIND ['1', 1] AS s UNWIND ['1', 1] AS t RETURN s, t, s = t AS a
UNWIND [1, '1'] AS s RETURN s, CASE WHEN s STARTS WITH '' THEN 1 ELSE 0 END AS b
MATCH (p:Paper) WHERE CASE WHEN p.year STARTS WITH '' OR p.year IS NULL THEN p.year = '2017' ELSE false END RETURN p.id
UNWIND [1, '1', null] AS s UNWIND ['1', 1] AS t RETURN s, t, CASE WHEN s IS NULL THEN null WHEN toString(s) = s THEN 's' ELSE 'n' END AS a
UNWIND [1, 1.5, 1.0] AS s RETURN s, (s * 0 + 1) / 2 AS t
UNWIND [true, false, null] AS a UNWIND [true, false, null] AS b RETURN a, b, a AND b AS x, a OR b AS y, a XOR b AS z
RETURN reduce(a = false, x IN [1, null] | a OR x > 5) AS a, reduce(a = true, x IN [1, null] | a AND x > 0) AS b, NOT reduce(a = false, x IN [1, null] | a OR x > 5) AS c
RETURN reduce(t = 0, x IN [1, null] | t + x) AS e
MATCH path = (p:Paper {id: 'p4'})-[:CITES*]->(q) WHERE NOT reduce(a = false, n IN nodes(path) | a OR n.id = 'p5') RETURN q.id, length(path) AS n
MATCH (p:Paper) WHERE reduce(a = false, k IN p.keywords | a OR (k STARTS WITH 'w')) RETURN p.id
MATCH (p:Paper) OPTIONAL MATCH (q:Paper {year: p.year}) RETURN p.id, count(q) AS n
MATCH (p:Paper) MATCH (q:Paper {year: p.year}) RETURN p.id, q.id
MATCH (p:Paper), (q:Paper {year: p.year}) RETURN p.id, q.id
UNWIND [null, 2017] AS y MATCH (q:Paper {year: y}) RETURN y, q.id
MATCH (q:Paper {year: $none}) RETURN q.id
MATCH (p:Paper)-[:MENTIONS {count: 2}]->(c) RETURN p.id, c.id
UNWIND [null, 2] AS x MATCH (p:Paper)-[:MENTIONS {count: x}]->(c) RETURN p.id, c.id
UNWIND [3, 1] AS x RETURN stDev(x) AS a
UNWIND [null] AS x RETURN stDev(x) AS a, stDevP(x) AS b
UNWIND [1, 2, 3] AS x WITH collect(x) AS l RETURN l + 4 AS m
WITH [1, 2] AS l RETURN l + 3 AS a, 0 + l AS b
RETURN reduce(l = [], x IN [1, 2] | l + x) AS a
RETURN reduce(l = [], x IN [1, 2] | l + [x]) AS a
MATCH (p:Paper) RETURN p.id, p.keywords + 'z' AS k
MATCH (p:Paper) RETURN p.id, p.open > false AS k
MATCH (p:Paper) WHERE p.open > false RETURN p.id
MATCH (p:Paper) WHERE p.score > 1 AND p.score ^ 2 ^ 2 < 100 RETURN p.id
UNWIND [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, -3, 7, -1.2] AS x RETURN x, round(x) AS r
UNWIND [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, -3, 7, -1.2, null] AS x RETURN x, CASE WHEN x < 0 THEN floor(x + 0.5) ELSE round(x) END AS r
UNWIND [-3, -2, -1, 0, 1, 2, 3] AS i RETURN i, [1, 2][i..] AS a, [1, 2][..i] AS b, [1, 2][i] AS c, [1, 2][0..i] AS d
UNWIND [1, 2, 3] AS x WITH x WHERE NOT x IN [] RETURN x
UNWIND [null, 1] AS x RETURN x, x IN [] AS a, NOT x IN [] AS b, (false AND x IN []) AS c
MATCH (p:Paper) UNWIND p.year AS y RETURN y
UNWIND $x AS y RETURN y
UNWIND 'abc' AS y RETURN y
UNWIND {a: 1} AS y RETURN y
MATCH (p:Paper) UNWIND p AS y RETURN y.id
RETURN split('', '') AS a, split('a', '') AS b, tail(reverse(tail(reverse(split('abc', ''))))) AS c
RETURN toFloat(trim('  2.5')) AS a
RETURN 1.0 + '' AS a, 'x' + 2.0 AS b
MATCH (p:Paper) RETURN p.id, 'x' + p.score AS s, toString(p.score) AS t
RETURN [[1, null]] = [[1, null]] AS a
WITH [1, null] AS l RETURN l = l AS a
MATCH (a:Paper) WITH a.year AS y, collect(a.open) AS os RETURN y, size(os) AS n
MATCH (p:Paper)-[:CITES*0..1]-(q) RETURN p.id, count(*) AS n
MATCH (n) RETURN count(n.year) AS a, count(n.missing) AS b
MATCH (p:Paper) RETURN p.year AS y ORDER BY p.title
MATCH (p:Paper) WITH p.year AS year, count(*) AS n RETURN avg(n) AS m, collect(n)[..1] IS NOT NULL AS l
MATCH (p:Paper) RETURN sum(COUNT { (p)-[:CITES]->() }) AS n
MATCH (p:Paper) RETURN avg(size(p.keywords)) AS a, sum(p.score * 2) AS b, max(p.year) - min(p.year) AS c
MATCH (p:Paper) WITH p, [x IN p.keywords WHERE x <> 'walk'] AS ks RETURN p.id, ks
MATCH (a:Paper)-[r]-(b) WITH a, type(r) AS t, count(*) AS n RETURN a.id, t, n
MATCH (a)-[:CITES]->(b) RETURN a.id, b.id UNION MATCH (b)-[:CITES]->(a) RETURN a.id, b.id
MATCH (p:Paper) RETURN p.year + ': ' + p.title AS s
MATCH (p:Paper) RETURN p.id, p.year + ' ' AS a, 1 + ' x' AS b, $x + 'y' AS c
MATCH (c:Concept)<-[:MENTIONS]-(p) WITH c, count(p) AS n RETURN n + ' papers' AS s, c.name + ' ' + n AS t
MATCH (p:Paper) WITH p.year AS y RETURN y + ' x' AS s
UNWIND [1, 'a', null] AS x RETURN x + '!' AS s
MATCH (p:Paper) OPTIONAL MATCH (p)-[m:MENTIONS]->(c)<-[:MENTIONS]-(q) WHERE NOT EXISTS { (p)-[:CITES]->(q) } RETURN p.id, m.count, c.id, q.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) OPTIONAL MATCH (q)-[:CITES]->(r) WHERE NOT (r)-[:CITES]->() RETURN p.id, q.id, r.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q), (q)-[:MENTIONS]->(c) WHERE (c)<-[:MENTIONS]-(p) RETURN p.id, q.id, c.id
MATCH (p:Paper) OPTIONAL MATCH path = (p)-[:CITES*1..2]->(q) WHERE EXISTS { (q)-[:MENTIONS]->(:Task) } RETURN p.id, length(path) AS n, q.id
MATCH (p:Paper) WITH p.id AS id OPTIONAL MATCH (q:Paper {id: id}) WHERE (q)-[:CITES]->() RETURN id, q.title
OPTIONAL MATCH (q:Paper) WHERE NOT (q)--() RETURN q.id
OPTIONAL MATCH (q:Paper) WHERE (q)-[:WROTE]->() RETURN q.id
MATCH (p:Paper) CALL (p) { OPTIONAL MATCH (p)-[:CITES]->(q) WHERE (q)-[:CITES]->() RETURN count(q) AS n } RETURN p.id, n
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE (q)-[:CITES]->() WITH p, sum(q.year) AS s RETURN p.id, s
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE (q)-[:CITES]->() RETURN *
UNWIND ['p1', 1, null] AS x MATCH (p:Paper) WHERE p.id = x RETURN x, p.id
UNWIND ['2017', 2017, 2017.0] AS y MATCH (p:Paper) WHERE p.year = y RETURN y, p.id
UNWIND ['2017', 2017] AS y MATCH (p:Paper) RETURN y, p.id, p.year = y AS same
UNWIND ['2017', 2017] AS y MATCH (p:Paper {year: y}) RETURN y, p.id
UNWIND [{y: '2017'}, {y: 2017}] AS row MATCH (p:Paper) WHERE p.year = row.y RETURN row.y AS y, p.id
MATCH (p:Paper) WHERE p.id = $row.id RETURN p.id
MATCH (p:Paper), (q:Paper) WHERE toString(p.year) = q.year RETURN count(*) AS n
MATCH (p:Paper) WHERE p.year = toInteger('2017') RETURN p.id
MATCH (p:Paper) WHERE toString(p.year) = '2017' RETURN p.id
MATCH (p:Paper) WHERE toString(p.year) STARTS WITH '201' RETURN p.id
MATCH (p:Paper) WHERE p.year IN ['2017', '2001'] OR p.id = 'p1' RETURN p.id
MATCH (p:Paper) WHERE NOT p.year IN ['2017'] RETURN p.id
MATCH (p:Paper) WHERE $s IN [p.year, p.id] RETURN p.id
MATCH (p:Paper) RETURN count(CASE WHEN p.year = 2017 THEN 1 END) AS n, sum(CASE p.venue WHEN 'KDD' THEN 1 ELSE 0 END) AS k
MATCH path = (p:Paper {id: 'p4'})-[:CITES*]->(q) WHERE NOT any(n IN nodes(path) WHERE n.year < 2015) RETURN q.id
MATCH path = (p:Paper)-[:MENTIONS]->(c)<-[:MENTIONS]-(q) WHERE none(r IN relationships(path) WHERE r.salience > 0.5) RETURN p.id, q.id
MATCH path = (p:Paper)-[:MENTIONS]->(c)<-[:MENTIONS]-(q) WHERE all(r IN relationships(path) WHERE r.salience >= 0.5) RETURN p.id, q.id
MATCH path = (p:Paper)-[:MENTIONS]->(c)<-[:MENTIONS]-(q) WHERE NOT all(r IN relationships(path) WHERE r.salience >= 0.5) RETURN p.id, q.id
MATCH path = (p:Paper)-[:MENTIONS]->(c)<-[:MENTIONS]-(q) WHERE single(r IN relationships(path) WHERE r.role = 'method') RETURN p.id, q.id
MATCH (p:Paper) RETURN p.id, any(k IN p.keywords WHERE k = 'walk') AS a, all(k IN p.keywords WHERE k = 'walk') AS b, none(k IN p.keywords WHERE k = 'walk') AS c, single(k IN p.keywords WHERE k = 'walk') AS d
MATCH (p:Paper) RETURN p.id, p.keywords[-1..] AS a, p.keywords[..-1] AS b, p.keywords[0..1] AS c, p.keywords[-5..-1] AS d
MATCH (p:Paper) WITH p ORDER BY p.id WITH collect(p.id) AS ids RETURN ids[-2..] AS a, ids[..-6] AS b, ids[size(ids) - 1..] AS c, ids[1..-5] AS d
MATCH (p:Paper) RETURN round(avg(p.year)) AS a, round(avg(p.score) * 100) / 100 AS b, round(sum(p.score)) AS c
MATCH (p:Paper) RETURN p.id, round(p.score - 2) AS a, round(-p.score) AS b
MATCH (p:Paper) RETURN p.id, round(p.score, 1) AS a
MATCH (p:Paper) RETURN p.id, toString(p.score) AS a, toString(p.year / 2.0) AS b, 'x' + p.score AS c
MATCH (p:Paper) RETURN toInteger(toString(p.year)) AS a, toFloat(toString(p.score)) AS b, toInteger(p.title) AS c
MATCH (p:Paper)-[m:MENTIONS]->(c) RETURN p.id, {total: sum(m.count), first: collect(c.id)[0] IS NOT NULL, n: count(*)} AS row
MATCH (p:Paper)-[:MENTIONS]->(c) WITH p, c ORDER BY c.id RETURN p.id AS id, collect(c.id)[0..1] AS firsts, count(*) AS n ORDER BY n DESC, id
MATCH (p:Paper)-[:MENTIONS]->(c) WITH p, c ORDER BY c.id WITH p, collect(c.id)[-1] AS last RETURN p.id, last ORDER BY last, p.id
MATCH (p:Paper) RETURN collect(p.id)[0] IS NULL, count(*)
MATCH (p:Paper) RETURN p.venue AS venue, [min(p.year), max(p.year)] AS years ORDER BY venue
MATCH (p:Paper) RETURN reduce(s = 0, x IN collect(p.year) | s + x) AS total
MATCH (p:Paper) WHERE (p.year = 2017) = true RETURN p.id
MATCH (p:Paper) WHERE NOT (p.open = true) RETURN p.id
MATCH (a:Author) WITH a.name AS name, collect(a.id) AS ids WHERE size(ids) > 1 RETURN name
MATCH (p:Paper) WITH CASE WHEN p.year > 2015 THEN 'new' ELSE 'old' END AS age, p RETURN age, count(*) AS n
MATCH (p:Paper)-[:MENTIONS]->(c:Method) WHERE c.name =~ '(?i).*ATTENTION' RETURN DISTINCT p.id
MATCH (p:Paper) RETURN p.id AS id, sum(p.score) AS s ORDER BY s DESC, id LIMIT 3
MATCH (p:Paper) RETURN sum(p.missing) AS a, sum(p.missing) + 5 AS b, toString(sum(p.missing)) AS c
MATCH (p:Paper) WITH p.venue AS v, sum(p.missing) AS s ORDER BY s, v RETURN collect(v) AS vs, sum(s) AS t
UNWIND [3, 1, 2] AS x RETURN x AS y ORDER BY x
UNWIND [3, 1, 2] AS x RETURN x AS y, x * 2 AS z ORDER BY x DESC
UNWIND [[1], [2, 3]] AS l RETURN l + 9 AS a, 0 + l AS b, l + l AS c
UNWIND [1, 5] AS x RETURN stDev(x) AS a, stDev(DISTINCT x) AS b
MATCH (n:Method|Dataset)<-[:MENTIONS]-(p:Paper WHERE p.year > 2016) WHERE n.name <> 'x' RETURN n.name, p.id
MATCH (a:Paper {id: 'p4'})-[r:CITES]->{2}(b) RETURN b.id, size(r) AS n
MATCH (p:Paper) WHERE isEmpty(p.keywords) RETURN p.id
MATCH (p:Paper) RETURN p.id, COLLECT { MATCH (p)-[:MENTIONS]->(c:Task) RETURN c.id } AS cs
MATCH (p:Paper) WHERE COUNT { MATCH (p)-[:MENTIONS]->(c) WHERE c.kind = 'Method' RETURN c } > 0 RETURN p.id
MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q) WHERE size([(q)-[:CITES]->(x) WHERE x.year > 2014 | x]) > 0 RETURN p.id, q.id
RETURN 2 ^ 3 ^ 2 AS a, (2 ^ 3) ^ 2 AS b, 2 ^ (3 ^ 2) AS c, 2 * 3 ^ 2 AS d
MATCH (p:Paper) WHERE (NOT -3 IN p.keywords XOR (p.year = toLower(p.title) XOR p.year IN split('2017', ' '))) RETURN p.id AS id, CASE WHEN (p.title <> '2017' AND 2 IN [$x, $x]) THEN null ELSE $x END AS v
MATCH (p:Paper) RETURN p.id, 2017 IN split('2017 1', ' ') AS a, p.year IN p.keywords AS b, NOT 5 IN p.keywords AS c
UNWIND ['1', 1, 1.0, null] AS x RETURN x, CASE x WHEN 1 THEN 'n' WHEN '1' THEN 'o' ELSE 'e' END AS a
UNWIND ['1', 1, 'KDD', null] AS x RETURN x, CASE x WHEN 1 THEN 'n' WHEN 'KDD' THEN 'k' END AS a
MATCH (p:Paper) RETURN p.id, CASE p.year WHEN 2017 THEN 'a' WHEN '2001' THEN 'b' ELSE 'c' END AS a
MATCH (p:Paper) RETURN p.id, CASE toString(p.year) WHEN 2017 THEN 'a' WHEN '2001' THEN 'b' ELSE 'c' END AS a
MATCH (p:Paper) RETURN p.id, CASE p.missing WHEN 2017 THEN 'a' WHEN null THEN 'b' ELSE 'c' END AS a
MATCH (p:Paper) RETURN p.id, CASE p.open WHEN true THEN 'a' WHEN false THEN 'b' END AS a
UNWIND ['p1', 1, null, 'p2', ['p3']] AS x MATCH (p:Paper {id: x}) RETURN p.id
UNWIND [{id: 'p1'}, {id: 1}, {}] AS row MATCH (p:Paper {id: row.id})-[:CITES*0..1]->(q) RETURN p.id, q.id
UNWIND $rows AS row OPTIONAL MATCH (p:Paper {id: row.id}) RETURN row.id, p.title
UNWIND ['p2', 1] AS x OPTIONAL MATCH (p:Paper {id: x})-[:CITES]->(q) WHERE q.year > 2000 RETURN x, q.id
UNWIND ['p2', 1] AS x RETURN x, EXISTS { (:Paper {id: x})-[:CITES]->() } AS e, size([(:Paper {id: x})-[:CITES]->(q) | q.id]) AS n
MATCH (p:Paper {id: $row.id}) RETURN p.title
UNWIND ['inf', 'Infinity', '-Infinity', 'NaN', 'nan', '1.5f', '1.5d', ' 2 ', '1e3', '+1', '1.', '.5', '.', '', '1_000', 'infinity', '1,5', '4.7e2', '-3.9', null] AS t RETURN t, toString(toFloat(t)) AS f, toInteger(t) AS i
UNWIND ['2.5', 3, 4.5, null] AS t RETURN toFloat(t) AS f, toInteger(t) AS i
RETURN toString(12345678.9) AS a, toString(1e7) AS b, toString(1.0e10) AS c, toString(0.0001) AS d, toString(0.001) AS e, toString(123456789.123456789) AS f, toString(1e-5) AS g, toString(1.5e30) AS h, toString(9999999.0) AS i, toString(1e22) AS j, toString(-1e7) AS k, toString(0.00012345) AS l, toString(0.0) AS m
MATCH (p:Paper) RETURN p.id, toString(p.score / 10000.0) AS a, toString(p.score * 100000000.0) AS b, 'x' + p.score * 1e9 AS c, toString(p.year * 100000000.0) AS d
MATCH (p:Paper) WITH p ORDER BY p.id RETURN toString(avg(p.year) * 1e5) STARTS WITH '2.012' AS a, toString(sum(p.score)) AS b, toString(avg(p.score) * 1e10) AS c
MATCH (p:Paper), (q:Paper) WHERE p.missing = q.other RETURN count(*) AS n
MATCH (p:Paper) WHERE p.missing = 5 OR p.missing = '5' OR p.open = 'true' RETURN count(*) AS n
MATCH (p:Paper) WHERE p.open = true AND p.missing IS NULL RETURN p.id
MATCH (p:Paper) RETURN p.id, p.missing = 5 AS a, p.missing = '5' AS b, p.open = p.missing AS c, p.missing IN [1, 2] AS d
MATCH (p:Paper) WHERE NOT p.missing = 5 RETURN p.id
MATCH (p:Paper)-[m:MENTIONS]->(c) WHERE m.concepts = 3 OR m.papers = c.paperCount RETURN count(*) AS n
MATCH (p:Paper)-[:CITES*0..1]->(q) WHERE ((p.missing IN [] XOR COUNT { (p)-[:MENTIONS]->() } > 1) AND ('2017' IS NOT NULL XOR $name < '2017')) RETURN p.id AS p, q.id AS q
MATCH (p:Paper) WHERE NOT p.missing IN [] RETURN p.id
MATCH (p:Paper) WHERE p.missing IN [] XOR p.year > 2015 RETURN p.id
MATCH (p:Paper) WHERE NOT p.missing IN $empty RETURN p.id
MATCH (p:Paper) WHERE NOT (p.missing IN [] AND p.year > 2015) RETURN p.id
MATCH (p:Paper)-[:CITES]->(q) WHERE NOT p.missing IN [] RETURN p.id
MATCH (p:Paper) WHERE NOT p.missing IN p.keywords RETURN p.id
MATCH (p:Paper) RETURN p.id, (p)-[:MENTIONS]->(:Method) AS v
MATCH (p:Paper) RETURN p.id, NOT (p)-[:MENTIONS]->(:Method) AS v, (p)-[:CITES]->() AND p.year > 2000 AS w
MATCH (p:Paper)-[:CITES*1..2]->(q) RETURN p.id AS p, q.id AS q, (q)-[:MENTIONS]->(:Method) AS v
UNWIND [3,1,2.5,null,7,7] AS x RETURN percentileDisc(x,0.1) AS a, percentileDisc(x,1.0) AS b, percentileDisc(DISTINCT x,0.8) AS c
UNWIND [1,2,3,4] AS x RETURN percentileDisc(x,0.3)
UNWIND [1,2,3,4] AS x RETURN percentileDisc(x,0) AS a, percentileDisc(x,0.25) AS b, percentileDisc(x,0.26) AS c, percentileDisc(x,0.5) AS d, percentileDisc(x,0.75) AS e, percentileDisc(x,0.99) AS f, percentileDisc(x,1) AS g
UNWIND [3,1,2.5,null,7,7] AS x RETURN percentileCont(x,0.1) AS a, percentileCont(x,1.0) AS b, percentileCont(DISTINCT x,0.8) AS c, percentileCont(x,0) AS d
MATCH (p:Paper) RETURN p.venue AS v, percentileDisc(p.year, 0.4) + 1 AS y, count(*) AS n ORDER BY y, v
MATCH (p:Nope) RETURN percentileDisc(p.year, 0.4) AS y, percentileCont(p.year, 0.4) AS z
MATCH (p:Paper) WITH p.venue AS v, percentileDisc(p.score, 0.9) AS y WHERE y > 0 RETURN v, y
MATCH (p:Paper) RETURN percentileDisc(p.year, $x) AS y, percentileCont(p.year, $x) AS z
MATCH (c:Concept) RETURN c.kind, percentileDisc(c.paperCount,0.99)
UNWIND [1,2] AS x RETURN 1/2, x = null, percentileCont(x,0.5)
UNWIND [1,2] AS x RETURN x+1 UNION UNWIND [5] AS x RETURN x+1
MATCH (p:Paper) RETURN p{.title}, p:Dataset, labels(p)[0], count(*)
WITH 2 AS b, 1 AS a RETURN *, a+b
RETURN   (1+2) , 'x'  +"y", $x+1, toFloat( 2 )
WITH 1 AS `a b` RETURN `a b`, `a b`+1
MATCH (p:Paper)-[m:CITES]->(b) RETURN *
MATCH (n:!Paper) RETURN n.id
MATCH (p:Paper) RETURN collect(p.venue)[0] IS NULL, round(avg(p.score),1)
MATCH (p:Paper) RETURN size([x IN collect(p.year) WHERE x > 2010])
RETURN round(2.25, 1), isEmpty([]), toIntegerOrNull('4.7'), round(-2.5, 0)
MATCH (p:Paper) USING INDEX p:Paper(year) WHERE p.year = 2017 RETURN p.id
MATCH (p:Paper) USING SCAN p:Paper WHERE p.year = 2017 RETURN p.id
WITH 1 AS is RETURN is
UNWIND [1,2] AS set WITH set AS match WHERE match > 1 RETURN match, match+1, {set: 1} AS in
MATCH (in:Paper)-[with:CITES]->(set) RETURN in.id, set.id, type(with)
MATCH (n:Papers) RETURN n
MATCH (p:Paper) RETURN p.id, size([(p)-[:MENTIONS]->(c:!Method) | c.name])
MATCH (p:Paper) WHERE EXISTS { (p)-[:MENTIONS]->(c:!Method) } RETURN p.id
MATCH (p:Paper) WHERE EXISTS { MATCH (p)-[:MENTIONS]->(:!Method) } RETURN p.id
MATCH (p:Paper)-[:MENTIONS]->(:Task|Dataset) RETURN p.id
MATCH (p:Paper)-[:MENTIONS]->(:Concept WHERE 1 = 1) RETURN p.id
MATCH x = (p:Paper)-[:CITES]->(:Paper|Concept) RETURN length(x), p.id
WITH ['2017', 2018, 2014] AS ys MATCH (p:Paper) WHERE p.year IN ys RETURN p.id
WITH ['2017', 2018, 2014] AS ys MATCH (p:Paper) RETURN p.id, p.year IN ys
UNWIND [1, '1', null, 2] AS x WITH x, [1, '2', null] AS l RETURN x, x IN l
MATCH (p:Paper) WITH collect(p.year) AS years MATCH (q:Paper) WHERE '2014' IN years RETURN q.id
MATCH (p:Paper) WITH collect(p.id) AS ids MATCH (q:Paper) WHERE q.id IN ids RETURN q.id
RETURN {a: '1'} = {a: 1} AS a
RETURN ['1'] = [1] AS a
RETURN nullIf('1', 1) AS a, nullIf(1, 1) AS b, nullIf('1', '1') AS c, nullIf(null, 1) AS d
MATCH (p:Paper) RETURN nullIf(p.year, 2014) AS a, p.id
MATCH (p:Paper) RETURN (p)-[:MENTIONS]->(:Method) AS v
