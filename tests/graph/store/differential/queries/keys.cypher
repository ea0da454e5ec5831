RETURN {_id: 1, _labels: ['A']} AS m
RETURN {_id: 1, _labels: ['Paper'], name: 'x'} AS m
RETURN {_id: 0, _type: 'MENTIONS', _source: 0, _target: 1} AS m
RETURN {nodes: [], edges: []} AS m
RETURN {nodes: [1], edges: []} AS m
RETURN {`_id`: 1} AS m
MATCH (p:Paper {id: 'p1'}) RETURN {nodes: [p], edges: []} AS m
MATCH (p:Paper {id: 'p1'})-[m]->(c {id: 'c1'}) RETURN {nodes: [p, c], edges: [m]} AS x
MATCH (p:Paper {id: 'p1'}) RETURN {_id: id(p) * 0, _labels: labels(p)}._labels AS x
MATCH (p:Paper) RETURN p._id AS x, p._labels AS y
MATCH ()-[r:CITES]->() RETURN r._type AS x, r._source AS y
MATCH (p:Paper {id: 'p1'}) RETURN p['_id'] AS x
MATCH (p:Paper {id: 'p1'}) RETURN p {.*, _labels: 'x'} AS x
MATCH (p:Paper) WHERE p._id = 0 RETURN count(*) AS n
MATCH (p:Paper {id: 'p1'}) RETURN p.`$node` AS x, {`$node`: 1} AS y
RETURN $shadow AS m
UNWIND [$shadow] AS row RETURN row._id AS id
MATCH (p:Paper) WHERE p.id = $name OR p._source IS NULL RETURN count(*) AS n
