MATCH (p:Paper) RETURN p.venue AS venue, count(*) AS n
MATCH (p:Paper) RETURN p.venue AS venue, count(*) AS n ORDER BY n DESC, venue
MATCH (p:Paper) RETURN p.venue AS venue, p.year AS year, count(*) AS n
MATCH (p:Paper) RETURN count(DISTINCT p.venue) AS n
MATCH (p:Paper) RETURN min(p.year) AS low, max(p.year) AS high, avg(p.year) AS mean, sum(p.year) AS total
MATCH (p:Paper) RETURN min(p.title) AS low, max(p.title) AS high
MATCH (p:Paper) RETURN sum(p.score) AS total, avg(p.score) AS mean
MATCH (p:Paper) WHERE p.id = 'p6' RETURN sum(p.year) AS total, avg(p.year) AS mean, min(p.year) AS low, max(p.year) AS high, count(p.year) AS n, collect(p.year) AS all
MATCH (p:Nothing) RETURN sum(p.year) AS total, avg(p.year) AS mean, min(p.year) AS low, max(p.year) AS high, count(p.year) AS n, collect(p.year) AS all
MATCH (p:Paper) RETURN p.venue AS venue, sum(p.year) AS total
MATCH (p:Paper) RETURN p.id AS id, sum(p.year) AS total
MATCH (c:Concept) RETURN c.kind AS kind, sum(c.paperCount) AS papers
MATCH (c:Concept) RETURN c.kind AS kind, avg(c.paperCount) AS papers
MATCH (c:Concept) WITH c.kind AS kind, sum(c.paperCount) AS papers WHERE papers = 0 RETURN kind, papers
MATCH (c:Concept) WITH c.kind AS kind, sum(c.paperCount) + 1 AS papers RETURN kind, papers
MATCH (c:Concept) RETURN SUM(c.paperCount) AS papers
MATCH (c:Concept {kind: 'Metric'}) RETURN sum(c.paperCount)
MATCH (c:Concept) RETURN sum(DISTINCT c.paperCount) AS papers
MATCH (c:Concept {kind: 'Metric'}) RETURN sum(DISTINCT c.paperCount) AS papers
UNWIND [null, null] AS x RETURN sum(x) AS total
UNWIND [] AS x RETURN sum(x) AS total
UNWIND [1, null, 2] AS x RETURN sum(x) AS total, avg(x) AS mean, count(x) AS n, count(*) AS rows
UNWIND [1, 2.5] AS x RETURN sum(x) AS total
UNWIND [1, 1, 2] AS x RETURN sum(DISTINCT x) AS total, avg(DISTINCT x) AS mean, count(DISTINCT x) AS n, collect(DISTINCT x) AS all
UNWIND [1, 'a', null, 2.5, true] AS x RETURN min(x) AS low
UNWIND [1, 'a', null, 2.5, true] AS x RETURN max(x) AS high
UNWIND ['b', 'a', 'C'] AS x RETURN min(x) AS low, max(x) AS high
UNWIND [true, false] AS x RETURN min(x) AS low, max(x) AS high
UNWIND [[1, 2], [1], [0, 5]] AS x RETURN min(x) AS low, max(x) AS high
UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 0.5) AS median, percentileDisc(x, 0.5) AS lower
UNWIND [1, 2, 3, 4] AS x RETURN percentileCont(x, 0.9) AS p90, percentileDisc(x, 0.25) AS p25, percentileCont(x, 0) AS p0, percentileCont(x, 1) AS p100
UNWIND [1, 2, 3, 4, 10] AS x RETURN stDev(x) AS s, stDevP(x) AS sp
UNWIND [5] AS x RETURN stDev(x) AS s, stDevP(x) AS sp
UNWIND [null] AS x RETURN stDev(x) AS s
UNWIND [null] AS x RETURN percentileCont(x, 0.5) AS s
UNWIND [1, null, 3] AS x RETURN collect(x) AS all, size(collect(x)) AS n
UNWIND [1, 2, 3] AS x RETURN collect(x)[0] AS first
UNWIND [1, 2, 3] AS x RETURN collect(x)[0..2] AS firsts
UNWIND [1, 2, 3] AS x RETURN head(collect(x)) AS first, last(collect(x)) AS last
UNWIND [1, 2, 3] AS x WITH collect(x) AS l RETURN l[0..2] AS firsts
UNWIND [1, 2, 3] AS x RETURN sum(x) * 2 + count(*) AS n
UNWIND [1, 2, 3] AS x RETURN sum(x) / count(x) AS n
UNWIND [1, 2, 4] AS x RETURN toFloat(sum(x)) / count(x) AS n
UNWIND [1, 2, 3] AS x RETURN collect(x * 2) AS doubled
UNWIND [3, 1, 2] AS x WITH x ORDER BY x RETURN collect(x) AS sorted
UNWIND [3, 1, 2] AS x WITH x ORDER BY x DESC LIMIT 2 RETURN collect(x) AS sorted
UNWIND [1, 2, 3, 4] AS x RETURN x % 2 AS odd, collect(x) AS xs
UNWIND [1, 2, 3, 4] AS x RETURN x % 2 = 0 AS even, count(*) AS n
UNWIND [1, 2, 3, 4] AS x WITH x % 2 AS odd, sum(x) AS total RETURN sum(total) AS all, max(odd) AS o
UNWIND [1, 2, 3] AS x RETURN count(x) > 2 AS many
UNWIND [1, 2, 3] AS x RETURN CASE WHEN count(x) > 2 THEN 'many' ELSE 'few' END AS how
UNWIND [1, 2, 3] AS x RETURN sum(CASE WHEN x > 1 THEN 1 ELSE 0 END) AS n
UNWIND [1, 2, 3] AS x RETURN sum(CASE WHEN x > 5 THEN 1 END) AS n
UNWIND [1, 2, 3] AS x RETURN count(CASE WHEN x > 1 THEN 1 END) AS n
UNWIND [1, 2, 3] AS x RETURN {total: sum(x), n: count(*)} AS m
UNWIND [1, 2, 3] AS x RETURN [sum(x), count(*)] AS m
UNWIND ['a', 'b'] AS x RETURN reduce(s = '', y IN collect(x) | s + y) AS joined
MATCH (p:Paper)-[:MENTIONS]->(c:Concept) RETURN c.name AS concept, count(p) AS papers ORDER BY papers DESC, concept
MATCH (p:Paper)-[:MENTIONS]->(c:Concept) RETURN c.kind AS kind, count(DISTINCT p) AS papers ORDER BY kind
MATCH (p:Paper)-[:MENTIONS]->(c:Concept) WITH c, count(p) AS papers WHERE papers > 1 RETURN c.name AS concept, papers ORDER BY concept
MATCH (p:Paper)-[:MENTIONS]->(c:Concept) WITH c.name AS name, p.id AS id ORDER BY id RETURN name, collect(id) AS ids ORDER BY name
MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) RETURN p.id AS id, sum(m.count) AS total, avg(m.salience) AS salience, max(m.count) AS top ORDER BY id
MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) RETURN p.id AS id, sum(m.salience) AS salience
MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) RETURN m.role AS role, count(*) AS n
MATCH (p:Paper)-[m:MENTIONS]->(c:Concept) RETURN sum(m.count * m.salience) AS weighted
MATCH (p:Paper)-[:MENTIONS]->(c:Concept) RETURN p, count(c) AS n
MATCH (p:Paper)-[:MENTIONS]->(c:Concept) RETURN p.id, collect(DISTINCT c.kind) AS kinds
MATCH (a:Author) RETURN a.name AS name, count(*) AS n ORDER BY n DESC, name
MATCH (a:Author)-[:WROTE]->(p:Paper) RETURN a.name AS name, count(p) AS n, avg(p.year) AS year
MATCH (p:Paper) RETURN p.year / 10 * 10 AS decade, count(*) AS papers
MATCH (p:Paper) WITH p.year / 10 * 10 AS decade, p RETURN decade, count(p) AS papers ORDER BY decade
MATCH (p:Paper) RETURN count(*) > 3 AS many, count(p.title) AS titles
MATCH (p:Paper) WITH count(*) AS n MATCH (c:Concept) RETURN n, count(c) AS concepts
MATCH (p:Paper) WITH collect(p) AS ps UNWIND ps AS p RETURN p.id
MATCH (p:Paper) WITH collect(p.year) AS ys RETURN size(ys) AS n
MATCH (p:Paper) WITH collect({id: p.id, year: p.year}) AS rows RETURN size(rows) AS n
MATCH (p:Paper) WITH p ORDER BY p.id WITH collect(p)[0] AS first RETURN first.id
MATCH (p:Paper) WITH p ORDER BY p.id WITH collect(p) AS ps RETURN ps[0].id AS first, ps[-1].id AS last, size(ps) AS n
MATCH (p:Paper) WITH max(p.year) AS latest MATCH (p:Paper {year: latest}) RETURN p.id
MATCH (p:Paper) WITH avg(p.score) AS mean MATCH (p:Paper) WHERE p.score > mean RETURN p.id
MATCH (p:Paper) RETURN DISTINCT p.venue
MATCH (p:Paper) RETURN DISTINCT p.venue AS venue, p.year AS year
MATCH (p:Paper) RETURN DISTINCT p.keywords AS keywords
MATCH (p:Paper) RETURN DISTINCT p.venue AS venue ORDER BY venue
MATCH (p:Paper) WITH DISTINCT p.year AS year RETURN count(year) AS n, count(*) AS rows
MATCH (p:Paper) RETURN p.keywords AS k, count(*) AS n
UNWIND [1, 1.0, '1', null, null] AS x RETURN DISTINCT x
UNWIND [1, 1.0, 2] AS x RETURN x, count(*) AS n
UNWIND [[1], [1.0], [1, 2]] AS x RETURN count(DISTINCT x) AS n
UNWIND [{a: 1}, {a: 1}, {a: 2}] AS x RETURN DISTINCT x
UNWIND [null, null, 1] AS x RETURN x, count(*) AS n
MATCH (p:Paper) RETURN percentileDisc(p.year, 0.5) AS median
MATCH (p:Paper) RETURN stDev(p.year) AS s, stdevp(p.year) AS sp
MATCH (p:Paper) RETURN COUNT(*) AS n, Collect(p.missing) AS none
MATCH (c:Concept) RETURN sum(size(c.aliases)) AS n
MATCH (p:Paper) RETURN sum(size(p.keywords)) AS n
MATCH (p:Paper) RETURN max(size(p.title)) AS longest
MATCH (p:Paper) RETURN avg(size(p.keywords)) AS mean
MATCH (p:Paper) WITH p.venue AS venue, collect(p.year) AS years RETURN venue, size(years) AS n ORDER BY venue
MATCH (p:Paper) WITH p.venue AS venue, count(*) AS n ORDER BY n DESC LIMIT 1 RETURN venue, n
MATCH (p:Paper) RETURN p.venue AS venue, count(*) AS n ORDER BY count(*) DESC, venue
MATCH (p:Paper) RETURN p.venue, count(*) ORDER BY count(*) DESC, p.venue
