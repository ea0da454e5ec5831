RETURN date('2024-02-29') AS d
RETURN toString(date('2024-02-29')) AS d
RETURN date('2024-02-29').year AS y
RETURN date('2024-02-29').month AS m, date('2024-02-29').day AS d
WITH date('2024-02-29') AS d RETURN d.year AS y, d.month AS m, d.day AS day
WITH date('2024-02-29') AS d RETURN d.week AS w, d.dayOfWeek AS dow, d.quarter AS q, d.ordinalDay AS o
RETURN date({year: 2024, month: 2, day: 29}) AS d
RETURN date('2024-01-01') < date('2024-01-02') AS a, date('2024-01-01') = date('2024-01-01') AS b
RETURN date('2024-01-31') + duration('P1M') AS d
RETURN date('2024-01-31') + duration({days: 1}) AS d
RETURN date('2024-01-31') - duration({days: 31}) AS d
RETURN duration('P1Y2M3DT4H') AS d
RETURN duration({hours: 25}) AS d
RETURN duration.between(date('2024-01-01'), date('2024-02-01')) AS d
RETURN duration.inDays(date('2024-01-01'), date('2024-02-01')).days AS d
RETURN datetime('2024-01-01T10:00:00Z') AS d
RETURN datetime('2024-01-01T10:00:00+02:00') AS d
RETURN datetime('2024-01-01T10:00:00Z').epochMillis AS ms
RETURN localdatetime('2024-01-01T10:00:00') AS d
RETURN localtime('10:00:00') AS t
RETURN time('10:00:00Z') AS t
RETURN datetime().year > 2000 AS ok
RETURN date().year > 2000 AS ok
RETURN timestamp() > 0 AS ok
WITH date() AS d RETURN d.year > 2000 AS ok
RETURN date.truncate('month', date('2024-02-29')) AS d
RETURN date(null) AS d
UNWIND [date('2024-02-01'), date('2023-01-01')] AS d RETURN d ORDER BY d
UNWIND [date('2024-02-01'), date('2023-01-01')] AS d RETURN min(d) AS low, max(d) AS high
RETURN date('2024-02-01') > date('2023-01-01') AND true AS a
RETURN date('20240201') AS a
RETURN date('2024-02') AS a
RETURN duration('P1D') < duration('P2D') AS a
RETURN localdatetime('2024-01-01T10:00:00') AS d
