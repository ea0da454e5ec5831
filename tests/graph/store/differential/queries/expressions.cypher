RETURN 1 + 2 * 3 AS a, (1 + 2) * 3 AS b, 2 ^ 3 AS c, 2 ^ 3 ^ 2 AS d, -2 ^ 2 AS e
RETURN 7 / 2 AS a, 7.0 / 2 AS b, -7 / 2 AS c, 7 % 3 AS d, -7 % 3 AS e, 7 % -3 AS f, 7.5 % 2 AS g
RETURN 1 / 3 AS a, 1.0 / 3 AS b, 2 / 3 * 3 AS c
RETURN 1 / 0 AS a
RETURN 1.0 / 0 AS a, -1.0 / 0 AS b, 0.0 / 0 AS c
RETURN 1 % 0 AS a
RETURN 9223372036854775807 AS a, -9223372036854775808 AS b
RETURN 9223372036854775807 + 1 AS a
RETURN 9007199254740993 AS a
RETURN 0.1 + 0.2 AS a, 1e3 AS b, 1.5E-3 AS c, .5 AS d
RETURN 0xff AS a, 0o17 AS b
RETURN 1_000 AS a
RETURN 1 = 1.0 AS a, 1 < 1.5 AS b, 'a' < 'b' AS c, 'a' = 'A' AS d, true > false AS e
RETURN 1 = '1' AS a, 1 < 'a' AS b, true = 1 AS c, [1] = [1.0] AS d, [1, 2] < [1, 3] AS e
RETURN null = null AS a, null <> null AS b, null IS NULL AS c, null IS NOT NULL AS d, null + 1 AS e, null = 1 AS f
RETURN true AND null AS a, false AND null AS b, true OR null AS c, false OR null AS d, NOT null AS e, true XOR null AS f
RETURN true AND true AS a, true XOR true AS b, NOT true AS c, NOT NOT true AS d, true OR false AND false AS e
RETURN 1 IN [1, 2] AS a, 3 IN [1, 2] AS b, 3 IN [1, null] AS c, null IN [1] AS d, null IN [] AS e, 1 IN [1, null] AS f, 1 IN null AS g
RETURN [1] IN [[1], 2] AS a, 1 IN [1.0] AS b, '1' IN [1] AS c
RETURN [1, null] = [1, null] AS a, [1, 2] = [1] AS b, [] = [] AS c, {a: 1} = {a: 1} AS d, {a: null} = {a: null} AS e, {a: 1} = {a: 1.0} AS f
RETURN 1 <> 2 AS a, NOT 1 = 2 AS b, 1 < 2 < 3 AS c, 1 < 3 < 2 AS d, 1 = 1 = 1 AS e
RETURN 'a' + 'b' AS a, 'a' + 1 AS b, 1 + 'a' AS c, 'a' + null AS d, 'a' + 1.5 AS e, 'a' + 2.0 AS f, 2.0 + 'a' AS g
RETURN [1] + 2 AS a, [1] + [2] AS b, 1 + [2] AS c, [1] + null AS d, [1] + [null] AS e
RETURN abs(-3) AS a, abs(-2.5) AS b, sign(-2) AS c, sign(0) AS d, sign(0.5) AS e
RETURN ceil(1.2) AS a, floor(1.8) AS b, ceil(-1.2) AS c, floor(-1.2) AS d
RETURN round(1.5) AS a, round(2.5) AS b, round(-1.5) AS c, round(-2.5) AS d, round(0.4) AS e, round(-0.4) AS f
RETURN round(3.14159, 2) AS a
RETURN round(2.345, 2) AS a, round(-2.345, 1) AS b
RETURN round(1.25, 1, 'HALF_UP') AS a
RETURN sqrt(16) AS a, sqrt(2) AS b, sqrt(-1) AS c, exp(1) AS d, log(10) AS e, log10(1000) AS f, log(0) AS g
RETURN sin(1) AS a, cos(1) AS b, tan(1) AS c, asin(1) AS d, acos(1) AS e, atan(1) AS f, atan2(1, 2) AS g
RETURN pi() AS a, e() AS b, degrees(pi()) AS c, radians(180) AS d, cot(1) AS f, haversin(1) AS g
RETURN isNaN(0.0 / 0.0) AS a
RETURN rand() < 1 AS a
RETURN 2 ^ 0.5 AS a, 2 ^ -1 AS b, 4 ^ 2 AS c
RETURN - 5 AS a, -(-5) AS b, +5 AS c
RETURN toInteger('42') AS a, toInteger('4.7') AS b, toInteger(4.7) AS c, toInteger(-4.7) AS d, toInteger('x') AS e, toInteger(null) AS f, toInteger('') AS g
RETURN toInteger(' 42 ') AS a, toInteger('1e3') AS b, toInteger('0x1F') AS c, toInteger(true) AS d
RETURN toFloat('4.5') AS a, toFloat('x') AS b, toFloat(3) AS c, toFloat(null) AS d, toFloat('1e3') AS e, toFloat('  2.5') AS f
RETURN toString(1) AS a, toString(1.0) AS b, toString(1.5) AS c, toString(true) AS d, toString('x') AS e, toString(null) AS f
RETURN toString(1e21) AS a
RETURN toString(1e-7) AS a
RETURN toString(100000000.0) AS a, toString(0.1 + 0.2) AS b
RETURN toBoolean('true') AS a, toBoolean('FALSE') AS b, toBoolean('x') AS c, toBoolean(null) AS d, toBoolean(1) AS e
RETURN toIntegerOrNull('x') AS a, toFloatOrNull('1.5') AS b, toBooleanOrNull('true') AS c, toStringOrNull(1) AS d
RETURN toIntegerList(['1', '2', 'x']) AS a
RETURN toFloatList(['1.5', null]) AS a, toStringList([1, 2]) AS b
RETURN coalesce(null, 1) AS a, coalesce(null, null) AS b, coalesce(1, 2) AS c
RETURN nullIf(1, 1) AS a, nullIf(1, 2) AS b
RETURN CASE 1 WHEN 1 THEN 'one' WHEN 2 THEN 'two' ELSE 'more' END AS a, CASE 3 WHEN 1 THEN 'one' END AS b
RETURN CASE WHEN null THEN 1 ELSE 2 END AS a, CASE null WHEN null THEN 1 ELSE 2 END AS b
RETURN CASE WHEN 1 > 2 THEN 'a' WHEN 2 > 1 THEN 'b' END AS a
RETURN CASE 5 WHEN > 3 THEN 'big' ELSE 'small' END AS a
RETURN CASE 2 WHEN 1, 2 THEN 'low' ELSE 'high' END AS a
RETURN CASE 1.0 WHEN 1 THEN 'same' ELSE 'other' END AS a
RETURN size([1, 2]) AS a, size('abc') AS b, size([]) AS c, size('') AS d, size(null) AS e
RETURN size('💡') AS a, size('𝒢x') AS b, size('é') AS c
RETURN char_length('abc') AS a, character_length('abc') AS b
RETURN toUpper('aß') AS a, toLower('ÄÖ') AS b, upper('x') AS c, lower('X') AS d
RETURN trim('  a ') AS a, lTrim('  a ') AS b, rTrim(' a  ') AS c, btrim('  x ') AS d
RETURN trim(BOTH 'x' FROM 'xxaxx') AS a
RETURN btrim('xxaxx', 'x') AS a
RETURN replace('hello', 'l', 'L') AS a, replace('aaa', '', 'x') AS b, replace(null, 'a', 'b') AS c
RETURN split('a,b,,c', ',') AS a, split('abc', '') AS b, split('', ',') AS c, split(null, ',') AS d
RETURN split('a,b;c', [',', ';']) AS a
RETURN substring('hello', 1) AS a, substring('hello', 1, 3) AS b, substring('hello', 10) AS c, substring('hello', 2, 0) AS d
RETURN substring('a💡b', 1, 1) AS a, left('a💡b', 2) AS b, reverse('a💡b') AS c
RETURN left('hello', 2) AS a, right('hello', 2) AS b, left('hi', 10) AS c, right('hi', 10) AS d, left(null, 1) AS e
RETURN reverse('abc') AS a, reverse([1, 2, 3]) AS b, reverse(null) AS c
RETURN 'abc' STARTS WITH 'a' AS a, 'abc' ENDS WITH 'c' AS b, 'abc' CONTAINS 'b' AS c, 'abc' STARTS WITH null AS d, null CONTAINS 'a' AS e, 'abc' CONTAINS '' AS f
RETURN 'abc' =~ 'a.c' AS a, 'abc' =~ 'b' AS b, 'ABC' =~ '(?i)abc' AS c, null =~ 'a' AS d, 'a\nb' =~ 'a.b' AS e
RETURN normalize('e\u0301') = 'é' AS a
RETURN 'tab\there' AS a, 'line\nbreak' AS b, 'back\\slash' AS c, "quote\"d" AS d, 'uni\u00e9' AS e
RETURN '// not a comment' AS a, '/* nor this */' AS b /* but this */
RETURN 1 AS a // the end
RETURN [1, 2, 3][0] AS a, [1, 2, 3][-1] AS b, [1, 2, 3][5] AS c, [1, 2, 3][null] AS d, [][0] AS e
RETURN [1, 2, 3][0..2] AS a, [1, 2, 3][1..] AS b, [1, 2, 3][..2] AS c, [1, 2, 3][-2..] AS d, [1, 2, 3][..-1] AS e, [1, 2, 3][0..10] AS f, [1, 2, 3][2..1] AS g
RETURN [1, 2, 3][null..2] AS a, [1, 2, 3][-5..2] AS b, [1, 2, 3][0..0] AS c
RETURN head([1, 2]) AS a, last([1, 2]) AS b, tail([1, 2, 3]) AS c, head([]) AS d, last([]) AS e, tail([]) AS f, head(null) AS g
RETURN range(1, 5) AS a, range(1, 10, 3) AS b, range(5, 1) AS c, range(5, 1, -2) AS d, range(0, 0) AS e
RETURN [x IN [1, 2, 3] | x * 2] AS a, [x IN [1, 2, 3] WHERE x > 1] AS b, [x IN [1, 2, 3] WHERE x > 1 | x * 10] AS c, [x IN null | x] AS d, [x IN [] | x] AS e
RETURN [x IN [1, null, 3] WHERE x > 1] AS a, [x IN [1, null] | x + 1] AS b
RETURN [x IN range(1, 3) | [y IN range(1, x) | x * y]] AS a
RETURN reduce(t = 0, x IN [1, 2, 3] | t + x) AS a, reduce(s = '', x IN ['a', 'b'] | s + x) AS b, reduce(t = 0, x IN [] | t + x) AS c, reduce(t = 0, x IN null | t + x) AS d, reduce(t = 0, x IN [1, null] | t + x) AS e
RETURN all(x IN [1, 2] WHERE x > 0) AS a, any(x IN [1, 2] WHERE x > 1) AS b, none(x IN [1, 2] WHERE x > 5) AS c, single(x IN [1, 2] WHERE x > 1) AS d
RETURN all(x IN [] WHERE false) AS a, any(x IN [] WHERE true) AS b, none(x IN [] WHERE true) AS c, single(x IN [] WHERE true) AS d
RETURN all(x IN [1, null] WHERE x > 0) AS a, any(x IN [1, null] WHERE x > 5) AS b, none(x IN [1, null] WHERE x > 5) AS c, single(x IN [1, null] WHERE x > 0) AS d
RETURN all(x IN null WHERE x > 0) AS a, any(x IN null WHERE x > 0) AS b
RETURN all(x IN [0, null] WHERE x > 0) AS a, any(x IN [6, null] WHERE x > 5) AS b, none(x IN [6, null] WHERE x > 5) AS c
RETURN isEmpty([]) AS a
RETURN isEmpty('') AS a, isEmpty({}) AS b
RETURN valueType(1) AS a
RETURN 1 IS :: INTEGER AS a
RETURN randomUUID() <> '' AS a
RETURN {a: 1, b: 'x', c: [1, {d: null}]} AS m
RETURN {a: 1}.a AS a, {a: 1}.b AS b, {a: {b: 2}}.a.b AS c, {a: 1}['a'] AS d
RETURN keys({b: 1, a: 2}) AS ks
WITH {a: 1, b: null} AS m RETURN m.a AS a, m.b AS b, m.c AS c, keys(m) AS ks
WITH {a: 1} AS m RETURN m {.a, b: 2} AS n
WITH {a: 1, b: 2} AS m RETURN m {.*, c: 3} AS n
WITH [1, [2, 3]] AS l RETURN l[1][0] AS a
WITH [{a: 1}, {a: 2}] AS l RETURN l[1].a AS a, [x IN l | x.a] AS b
RETURN $x AS x, $float AS f, $name AS s, $list AS l, $map AS m, $none AS n, $flag AS b
RETURN $list[0] AS a, $map.a AS b, $map.list[1] AS c, size($list) AS d
RETURN $x + 1 AS a, $name + '!' AS b, $float * 2 AS c
WITH $list AS l UNWIND l AS x RETURN x
UNWIND $rows AS row RETURN row.id AS id, row.n AS n
RETURN id($none) AS a, labels($none) AS b, type($none) AS c, properties($none) AS d, keys($none) AS e
RETURN properties({a: 1}) AS a
RETURN [1, 2] + [3] AS a, [[1], [2]] AS b, [1, 'a', null, true, 1.5] AS c
RETURN [] AS a, {} AS b, '' AS c
RETURN null AS a, true AS b, false AS c
RETURN 1 AS `a b`, 2 AS `ä`, 3 AS `x``y`
RETURN 1 + 1, 'a' + 'b', [1, 2], toUpper('x')
RETURN 1 AS n UNION RETURN 2 AS n
RETURN 1.0 AS a, 1e0 AS b, 100.0 / 3.0 AS c, 1e100 AS d, 1e-10 AS e
RETURN toInteger(9007199254740993) AS a
RETURN 5 - 3 - 1 AS a, 2 * 3 % 4 AS b, 10 / 2 / 5 AS c, 1 - -1 AS d
RETURN NOT 1 = 2 AND true AS a, 1 + 1 = 2 AS b, 'a' IN ['a'] = true AS c, NOT 'a' IN ['b'] AS d
RETURN 1 < null AS a, null > 1 AS b, null + 'a' AS c, null * 2 AS d, -null AS e, null ^ 2 AS f, null[0] AS g, null.a AS h
RETURN abs(null) AS a, ceil(null) AS b, round(null) AS c, sqrt(null) AS d, toUpper(null) AS e, trim(null) AS f, substring(null, 1) AS g, size(null) AS h, head(null) AS i, keys(null) AS j, range(1, 2)[null] AS k
RETURN true = false AS a, true < false AS b, [true, false] AS c
RETURN [1, 2, 3] = [1, 2, 3] AS a, [1, 2] <> [2, 1] AS b, [null] = [null] AS c, [1, null] = [2, null] AS d
RETURN toLower('İ') AS a
RETURN 'ß' = 'ss' AS a, 'é' = 'e\u0301' AS b
RETURN 'a' < 'B' AS a, 'Z' < 'a' AS b, '10' < '9' AS c, 'ä' > 'z' AS d
RETURN apoc.text.join(['a'], ',') AS a
RETURN point({x: 1, y: 2}) AS p
RETURN [1, 2, 3] [1] AS a
RETURN 3 IN [1, 2, 3][0..1] AS a
RETURN [x IN ['b', 'a'] | toUpper(x)][0] AS a
RETURN 'a' || 'b' AS a, [1] || [2] AS b
