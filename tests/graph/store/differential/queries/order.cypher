MATCH (p:Paper) RETURN p.id AS id ORDER BY id
MATCH (p:Paper) RETURN p.id AS id ORDER BY p.id DESC
MATCH (p:Paper) RETURN p.year AS year ORDER BY year
MATCH (p:Paper) RETURN p.year AS year ORDER BY year DESC
MATCH (p:Paper) RETURN p.id AS id, p.year AS year ORDER BY year, id
MATCH (p:Paper) RETURN p.id AS id, p.year AS year ORDER BY year DESC, id ASC
MATCH (p:Paper) RETURN p.id AS id ORDER BY p.year, p.id DESC
MATCH (p:Paper) RETURN p.title AS title ORDER BY title
MATCH (p:Paper) RETURN p.title AS title ORDER BY toLower(title)
MATCH (p:Paper) RETURN p.title AS title ORDER BY p.title DESCENDING
MATCH (p:Paper) RETURN p.id AS id ORDER BY p.score, id
MATCH (p:Paper) RETURN p.id AS id ORDER BY p.open, id
MATCH (p:Paper) RETURN p.id AS id ORDER BY p.open DESC, id
MATCH (p:Paper) RETURN p.id AS id ORDER BY id SKIP 2
MATCH (p:Paper) RETURN p.id AS id ORDER BY id LIMIT 3
MATCH (p:Paper) RETURN p.id AS id ORDER BY id SKIP 2 LIMIT 3
MATCH (p:Paper) RETURN p.id AS id ORDER BY id SKIP 20 LIMIT 3
MATCH (p:Paper) RETURN p.id AS id ORDER BY id LIMIT 0
MATCH (p:Paper) RETURN p.id AS id ORDER BY id SKIP $skip LIMIT $limit
MATCH (p:Paper) RETURN p.id AS id ORDER BY id LIMIT 1 + 1
MATCH (p:Paper) RETURN p.id AS id ORDER BY id LIMIT toInteger(ceil(1.7))
MATCH (p:Paper) RETURN p.id AS id ORDER BY id OFFSET 3 LIMIT 2
MATCH (p:Paper) WITH p ORDER BY p.year DESC, p.id LIMIT 3 RETURN p.id AS id ORDER BY id
MATCH (p:Paper) WITH p ORDER BY p.year DESC, p.id SKIP 1 LIMIT 3 RETURN collect(p.id) AS ids
MATCH (p:Paper) WITH p.venue AS venue, p.year AS year ORDER BY venue, year RETURN venue, collect(year) AS years ORDER BY venue
MATCH (p:Paper) RETURN p.id AS id, size(p.title) AS n ORDER BY n, id
MATCH (p:Paper) RETURN p.id AS id ORDER BY size(p.keywords), id
MATCH (p:Paper) RETURN p.id AS id ORDER BY p.keywords, id
MATCH (p:Paper) RETURN p.id AS id ORDER BY -p.year, id
MATCH (p:Paper) RETURN p.id AS id ORDER BY coalesce(p.year, 0), id
MATCH (p:Paper) RETURN p.id AS id ORDER BY CASE WHEN p.year IS NULL THEN 1 ELSE 0 END, p.year, id
MATCH (p:Paper) RETURN p.venue AS venue, max(p.year) AS latest ORDER BY latest DESC, venue
MATCH (p:Paper) RETURN p.venue AS venue ORDER BY venue LIMIT 3
MATCH (p:Paper) RETURN DISTINCT p.year AS year ORDER BY year DESC LIMIT 3
MATCH (p:Paper) RETURN p.year AS year, count(*) AS n ORDER BY n DESC, year DESC
UNWIND [3, 'b', null, 1.5, true, 'a', false, 2] AS x RETURN x ORDER BY x
UNWIND [3, 'b', null, 1.5, true, 'a', false, 2] AS x RETURN x ORDER BY x DESC
UNWIND [[2], [1, 2], [1], []] AS x RETURN x ORDER BY x
UNWIND [[2], [1, null], [1, 2], null] AS x RETURN x ORDER BY x
UNWIND [[1], 'a', 1, null, true] AS x RETURN x ORDER BY x
UNWIND [{a: 2}, {a: 1}, 1, 'b'] AS x RETURN x ORDER BY x
UNWIND ['b', 'B', 'a', 'ä', 'Z', 'é', 'z', '10', '9', ''] AS x RETURN x ORDER BY x
UNWIND ['💡', 'ﬀ', 'z'] AS x RETURN x ORDER BY x
UNWIND [0.0/0.0, 1, -1, 1.0/0.0] AS x RETURN x ORDER BY x
UNWIND [1, 2, 3] AS x RETURN x ORDER BY x % 2, x
UNWIND [1, 2, 3] AS x RETURN x AS y ORDER BY x DESC
UNWIND [1, 2, 3] AS x WITH x ORDER BY x DESC RETURN x
UNWIND [1, 2, 3] AS x WITH x AS y ORDER BY y DESC RETURN collect(y) AS ys
UNWIND [1, 2, 3] AS x WITH x SKIP 1 RETURN count(*) AS n
UNWIND [1, 2, 3] AS x WITH x LIMIT 2 RETURN count(*) AS n
UNWIND range(1, 10) AS x WITH x ORDER BY x DESC SKIP 2 LIMIT 3 RETURN sum(x) AS total
UNWIND [2, 1, 2, null] AS x WITH DISTINCT x ORDER BY x RETURN collect(x) AS xs
UNWIND [1, 2, 3] AS x RETURN x, x * 2 AS y ORDER BY y DESC
UNWIND [1, 2, 3] AS x RETURN x * 2 AS x ORDER BY x DESC
UNWIND [1, 2, 3, 4] AS x WITH x % 2 AS odd, count(*) AS n ORDER BY odd RETURN odd, n
UNWIND [1, 2, 3] AS x RETURN x ORDER BY x LIMIT $none
UNWIND [1, 2, 3] AS x RETURN x LIMIT -1
MATCH (p:Paper) RETURN p ORDER BY p.id LIMIT 1
MATCH (p:Paper) RETURN * ORDER BY p.id LIMIT 2
MATCH (p:Paper)-[m:MENTIONS]->(c) RETURN p.id AS p, c.id AS c, m.count AS n ORDER BY n DESC, p, c LIMIT 4
MATCH (p:Paper)-[m:MENTIONS]->(c) RETURN p.id AS p, c.id AS c ORDER BY m.salience DESC, p, c
MATCH (p:Paper)-[m:MENTIONS]->(c) RETURN p.id AS p, c.id AS c ORDER BY m.role, p, c SKIP 1
