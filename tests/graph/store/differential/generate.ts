/** Queries put together by chance from a small grammar; the same seed gives the same ones. */
export function generate(seed: number, count: number): string[] {
  const random = randomFrom(seed);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const maybe = (text: () => string, chance = 0.5): string => (random() < chance ? text() : '');

  const number = (v: string): string =>
    one([`${v}.year`, `${v}.score`, `${v}.missing`, '2', '0.5', '-3', 'null', '$x', `size(${v}.title)`]);
  const text = (v: string): string =>
    one([
      `${v}.title`,
      `${v}.venue`,
      `${v}.id`,
      "'KDD'",
      "'2017'",
      "''",
      'null',
      '$name',
      `toLower(${v}.title)`,
      `toString(${v}.year)`,
    ]);
  const list = (v: string): string =>
    one([
      `${v}.keywords`,
      '[1, 2, 3]',
      "['graph', 'walk']",
      '[]',
      `[${number(v)}, ${number(v)}]`,
      '$list',
      `split(${text(v)}, ' ')`,
      'range(1, 4)',
    ]);
  const arithmetic = (v: string): string =>
    one([
      number(v),
      `${number(v)} ${one(['+', '-', '*'])} ${number(v)}`,
      `abs(${number(v)})`,
      `round(${number(v)})`,
      `coalesce(${number(v)}, 0)`,
      `toInteger(${text(v)})`,
      `size(${list(v)})`,
    ]);
  const atom = (v: string): string =>
    one([
      `${arithmetic(v)} ${one(['=', '<>', '<', '>=', '>'])} ${arithmetic(v)}`,
      `${text(v)} ${one(['=', '<>', '<', '>'])} ${text(v)}`,
      `${v}.year = ${text(v)}`,
      `${text(v)} ${one(['STARTS WITH', 'ENDS WITH', 'CONTAINS'])} ${text(v)}`,
      `${one([number(v), text(v)])} IS ${maybe(() => 'NOT ')}NULL`,
      `${number(v)} IN ${list(v)}`,
      `${text(v)} IN ${v}.keywords`,
      `${one(['any', 'all', 'none', 'single'])}(k IN ${v}.keywords WHERE k ${one(['=', '<>'])} ${text(v)})`,
      `${maybe(() => 'NOT ')}EXISTS { (${v})-[:CITES]->() }`,
      `COUNT { (${v})-[:MENTIONS]->() } > 1`,
      `(${v})-[:MENTIONS]->(:Method)`,
    ]);
  const condition = (v: string, depth = 2): string => {
    if (depth === 0 || random() < 0.4) return maybe(() => 'NOT ', 0.25) + atom(v);
    return `(${condition(v, depth - 1)} ${one(['AND', 'OR', 'XOR'])} ${condition(v, depth - 1)})`;
  };
  const value = (v: string): string =>
    one([
      arithmetic(v),
      text(v),
      `${text(v)} + ${one([text(v), `${v}.year`])}`,
      `${v}.year + ' ' + ${text(v)}`,
      `${v}.keywords[${one(['0', '-1', '0..1', '1..', '-1..', '..-1'])}]`,
      `[k IN ${v}.keywords WHERE k <> ${text(v)} | k + '!']`,
      `CASE WHEN ${condition(v, 1)} THEN ${number(v)} ELSE ${number(v)} END`,
      condition(v, 1),
      `reduce(s = 0, k IN ${v}.keywords | s + size(k))`,
      `substring(${v}.title, 1, 3)`,
    ]);
  const aggregate = (v: string): string =>
    one([
      'count(*)',
      `count(${v}.year)`,
      `sum(${number(v)})`,
      `avg(${v}.score)`,
      `min(${v}.year)`,
      `max(${v}.title)`,
      `count(DISTINCT ${v}.venue)`,
      `stDev(${v}.year)`,
      `sum(${v}.missing) + 1`,
      `round(avg(${v}.year))`,
    ]);
  const where = (v: string, chance = 0.6): string => maybe(() => ` WHERE ${condition(v)}`, chance);

  const shapes: readonly (() => string)[] = [
    () => `MATCH (p:Paper)${where('p')} RETURN p.id AS id, ${value('p')} AS v`,
    () =>
      `MATCH (p:Paper)${where('p')} RETURN p.id AS id, ${value('p')} AS v ORDER BY ${one(['p.year', 'p.title', 'p.score', 'v'])}${maybe(() => ' DESC')}, id${maybe(() => ' SKIP 1')}${maybe(() => ' LIMIT 3')}`,
    () =>
      `MATCH (p:Paper)${where('p')} RETURN ${one(['p.venue', 'p.year', 'p.open'])} AS k, ${aggregate('p')} AS a, ${aggregate('p')} AS b`,
    () =>
      `MATCH (p:Paper)${where('p')} WITH p.venue AS k, ${aggregate('p')} AS a WHERE a ${one(['>', '=', '<>'])} ${one(['1', '0', '2017'])} RETURN k, a`,
    () => `MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q)${where('q', 0.9)} RETURN p.id AS id, q.id AS q`,
    () =>
      `MATCH (p:Paper) OPTIONAL MATCH (p)-[:CITES]->(q)${where('q', 0.9)} RETURN p.id AS id, ${aggregate('q')} AS a`,
    () =>
      `MATCH (p:Paper)-[:CITES${one(['', '*1..2', '*0..1'])}]->(q)${where(one(['p', 'q']))} RETURN p.id AS p, q.id AS q, ${value('q')} AS v`,
    () =>
      `MATCH (p:Paper)-[m:MENTIONS]->(c:Concept)${where('p')} RETURN c.id AS c, ${aggregate('p')} AS a, sum(m.count) AS n`,
    () => `MATCH (p:Paper)${where('p')} RETURN DISTINCT ${value('p')} AS v`,
    () => `MATCH (p:Paper)${where('p')} UNWIND ${list('p')} AS x RETURN p.id AS id, x`,
    () =>
      `MATCH (p:Paper)${where('p')} RETURN p.id AS v UNION${maybe(() => ' ALL')} MATCH (p:Paper)${where('p')} RETURN p.venue AS v`,
    () =>
      `MATCH (p:Paper) CALL (p) { MATCH (p)-[:CITES]->(q)${where('q')} RETURN ${aggregate('q')} AS a } RETURN p.id AS id, a`,
    () =>
      `MATCH (p:Paper)${where('p')} WITH p ORDER BY p.id LIMIT ${one(['2', '5'])} RETURN count(*) AS n, ${aggregate('p')} AS a`,
  ];
  return Array.from({ length: count }, () => one(shapes)());
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
