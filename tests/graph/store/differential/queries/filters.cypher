MATCH (p:Paper) RETURN p.id
MATCH (p:Paper) RETURN count(p) AS n
MATCH (p:Paper) RETURN count(*) AS n, count(p.year) AS years, count(DISTINCT p.year) AS distinctYears
MATCH (p:Paper {id: 'p1'}) RETURN p
MATCH (p:Paper {id: 'p6'}) RETURN p
MATCH (p:Paper {year: 2017, venue: 'ICLR'}) RETURN p.id
MATCH (p:Paper {year: null}) RETURN p.id
MATCH (p:Paper) WHERE p.year = null RETURN p.id
MATCH (p:Paper) WHERE p.year <> null RETURN p.id
MATCH (p:Paper) WHERE p.year IS NULL RETURN p.id
MATCH (p:Paper) WHERE p.year IS NOT NULL RETURN p.id
MATCH (p:Paper) WHERE p.year > 2016 RETURN p.id
MATCH (p:Paper) WHERE NOT p.year > 2016 RETURN p.id
MATCH (p:Paper) WHERE p.year >= 2014 AND p.year < 2017 RETURN p.id
MATCH (p:Paper) WHERE 2014 <= p.year <= 2017 RETURN p.id
MATCH (p:Paper) WHERE 2014 < p.year < 2018 RETURN p.id, p.year
MATCH (p:Paper) WHERE p.year <> 2017 RETURN p.id
MATCH (p:Paper) WHERE p.year != 2017 RETURN p.id
MATCH (p:Paper) WHERE NOT p.year = 2017 RETURN p.id
MATCH (p:Paper) WHERE p.year IN [2001, 2014] RETURN p.id
MATCH (p:Paper) WHERE NOT p.year IN [2001, 2014] RETURN p.id
MATCH (p:Paper) WHERE p.year IN [2001, null] RETURN p.id
MATCH (p:Paper) WHERE NOT p.year IN [2001, null] RETURN p.id
MATCH (p:Paper) WHERE NOT (p.year IN [2001, null]) RETURN p.id
MATCH (p:Paper) WHERE p.year IN [] RETURN p.id
MATCH (p:Paper) WHERE p.year IN $years RETURN p.id
MATCH (p:Paper) WHERE p.venue = 'KDD' OR p.year = 2017 RETURN p.id
MATCH (p:Paper) WHERE p.venue = 'KDD' XOR p.year > 2015 RETURN p.id
MATCH (p:Paper) WHERE NOT (p.venue = 'KDD' OR p.year = 2017) RETURN p.id
MATCH (p:Paper) WHERE p.open RETURN p.id
MATCH (p:Paper) WHERE NOT p.open RETURN p.id
MATCH (p:Paper) WHERE p.open = true RETURN p.id
MATCH (p:Paper) WHERE p.open = false OR p.open IS NULL RETURN p.id
MATCH (p:Paper) WHERE p.open IN [true] RETURN p.id
MATCH (p:Paper) WHERE p.title STARTS WITH 'B' RETURN p.id
MATCH (p:Paper) WHERE NOT p.title STARTS WITH 'B' RETURN p.id
MATCH (p:Paper) WHERE p.title ENDS WITH 'walks' RETURN p.id
MATCH (p:Paper) WHERE p.title CONTAINS 'ttention' RETURN p.id
MATCH (p:Paper) WHERE toLower(p.title) CONTAINS 'attention' RETURN p.id
MATCH (p:Paper) WHERE toLower(p.title) CONTAINS toLower('GRAPHS') RETURN p.id
MATCH (p:Paper) WHERE p.title CONTAINS '' RETURN p.id
MATCH (p:Paper) WHERE p.title CONTAINS null RETURN p.id
MATCH (p:Paper) WHERE p.title =~ '.*walks' RETURN p.id
MATCH (p:Paper) WHERE p.title =~ 'walks' RETURN p.id
MATCH (p:Paper) WHERE p.title =~ '(?i).*ATTENTION.*' RETURN p.id
MATCH (p:Paper) WHERE NOT p.title =~ '(?i).*attention.*' RETURN p.id
MATCH (p:Paper) WHERE p.title =~ '.*💡' RETURN p.id
MATCH (p:Paper) WHERE p.title =~ '(Random|Biased) \\w+' RETURN p.id
MATCH (p:Paper) WHERE p.year = '2017' RETURN p.id
MATCH (p:Paper) WHERE p.title > 'B' RETURN p.id
MATCH (p:Paper) WHERE p.title < 5 RETURN p.id
MATCH (p:Paper) WHERE p.year > '2000' RETURN p.id
MATCH (p:Paper) WHERE p.score = 2 RETURN p.id
MATCH (p:Paper) WHERE p.score = 2.0 RETURN p.id
MATCH (p:Paper) WHERE p.score < 1 RETURN p.id
MATCH (p:Paper) WHERE p.score IN [1.25, 0] RETURN p.id
MATCH (p:Paper) WHERE p.year = 2017.0 RETURN p.id
MATCH (p:Paper) WHERE p.missing IS NULL RETURN count(*) AS n
MATCH (p:Paper) WHERE p.missing = 1 RETURN count(*) AS n
MATCH (p:Paper) WHERE p.missing RETURN count(*) AS n
MATCH (p:Paper) WHERE NOT p.missing RETURN count(*) AS n
MATCH (p:Paper) WHERE 'walk' IN p.keywords RETURN p.id
MATCH (p:Paper) WHERE NOT 'walk' IN p.keywords RETURN p.id
MATCH (p:Paper) WHERE p.keywords = ['walk'] RETURN p.id
MATCH (p:Paper) WHERE p.keywords = [] RETURN p.id
MATCH (p:Paper) WHERE size(p.keywords) = 0 RETURN p.id
MATCH (p:Paper) WHERE size(p.keywords) > 1 RETURN p.id
MATCH (p:Paper) WHERE any(k IN p.keywords WHERE k STARTS WITH 'w') RETURN p.id
MATCH (p:Paper) WHERE all(k IN p.keywords WHERE k STARTS WITH 'w') RETURN p.id
MATCH (p:Paper) WHERE none(k IN p.keywords WHERE k STARTS WITH 'w') RETURN p.id
MATCH (p:Paper) WHERE single(k IN p.keywords WHERE k STARTS WITH 't') RETURN p.id
MATCH (p:Paper) WHERE p.year % 2 = 0 RETURN p.id
MATCH (p:Paper) WHERE p:Paper RETURN count(*) AS n
MATCH (n) WHERE n:Method RETURN n.id
MATCH (n) WHERE n:Method OR n:Task RETURN n.id
MATCH (n:Concept) WHERE NOT n:Method RETURN n.id
MATCH (n:Concept:Method) RETURN n.id
MATCH (n:Concept:Paper) RETURN n.id
MATCH (n:Nothing) RETURN n.id
MATCH (n:Method|Task) RETURN n.id
MATCH (n:Concept&!Method) RETURN n.id
MATCH (n:!Paper) RETURN n.id
MATCH (n:%) RETURN count(n) AS n
MATCH (n) WHERE n:Method|Task RETURN n.id
MATCH (n) WHERE n:Concept&!Task RETURN n.id
MATCH (n) WHERE 'Method' IN labels(n) RETURN n.id
MATCH (n) RETURN DISTINCT labels(n) AS labels
MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n
MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY n DESC, label
MATCH (n) RETURN count(n) AS n
MATCH (p:Paper) WHERE p['year'] = 2017 RETURN p.id
MATCH (p:Paper) WHERE p[$key] = 2017 RETURN p.id
MATCH (p:Paper) WHERE p.id = $id RETURN p.title
MATCH (p:Paper {id: $id}) RETURN p.title
MATCH (c:Concept) WHERE c.name = $name RETURN c.id
MATCH (c:Concept) WHERE $name = c.name RETURN c.id
MATCH (c:Concept) WHERE c.name IN $names RETURN c.id
MATCH (c:Concept) WHERE c.kind <> 'Method' AND NOT c.name CONTAINS 'a' RETURN c.id
MATCH (p:Paper) WHERE (p.year IS NULL) = true RETURN p.id
MATCH (p:Paper) WHERE p.year IS NULL OR p.year > 2017 RETURN p.id
MATCH (p:Paper) WHERE true RETURN count(*) AS n
MATCH (p:Paper) WHERE null RETURN count(*) AS n
MATCH (p:Paper) WHERE false RETURN count(*) AS n
MATCH (p:Paper) WHERE coalesce(p.year, 0) = 0 RETURN p.id
MATCH (p:Paper WHERE p.year = 2017) RETURN p.id
MATCH (p:Paper)-[m:MENTIONS WHERE m.count > 2]->(c) RETURN p.id, c.id
MATCH (`my node`:`Paper` {`id`: 'p1'}) RETURN `my node`.`title` AS `the title`
MATCH (p:Paper) WHERE p.title = 'O\'Hara\'s "tides"' RETURN p.id
MATCH (p:Paper) WHERE p.title = "O'Hara's \"tides\"" RETURN p.id
MATCH (p:Paper) WHERE p.title CONTAINS '\u00dcber' RETURN p.id
