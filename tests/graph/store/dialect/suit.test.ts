import { expect, it } from 'vitest';
import { LacunaError } from '../../../../graph/errors.ts';
import { misspelt } from '../../../../graph/store/embedded/dialect/misspelt.ts';
import { advised, suited } from '../../../../graph/store/embedded/dialect/suit.ts';

const suit = (text: string, parameters = {}) => suited({ text, parameters });

function refusalOf(text: string): LacunaError {
  try {
    suit(text);
  } catch (error) {
    if (error instanceof LacunaError) return error;
    throw error;
  }
  throw new Error(`Not refused: ${text}`);
}

it('leaves alone what both understand alike, to the letter', () => {
  const text =
    'MATCH (p:Paper)-[m:MENTIONS*1..2]->(c) // all\nWHERE p.year > 2000 RETURN c.name, count(p) AS n ORDER BY n DESC;';
  expect(suit(text)).toMatchObject({ text, notices: [], understood: true });
});

it('puts in its place what gives the same, keeps the name of the column, and says where and why', () => {
  const { text, notices } = suit('MATCH (c:Concept) RETURN sum(c.paperCount)');
  expect(text).toBe('MATCH (c:Concept) RETURN coalesce(sum(c.paperCount), 0) AS `sum(c.paperCount)`');
  expect(notices).toMatchObject([{ kind: 'rewritten', offset: 25 }]);
});

it('asks for both cases of an OPTIONAL MATCH apart, with what is known there', () => {
  const { text } = suit('MATCH (p) WITH p AS q OPTIONAL MATCH (q)-[m]->(r) WHERE (r)-->() RETURN r');
  const found = 'MATCH (q)-[m]->(r) WHERE (r)-->()';
  expect(text).toBe(
    `MATCH (p) WITH p AS q CALL (q) { ${found} RETURN m, r UNION ALL WITH q WHERE NOT EXISTS { ${found} } OPTIONAL MATCH (q)-[m]->(r) WHERE false RETURN m, r } RETURN r`,
  );
});

it('knows the kinds of parameters', () => {
  const text = 'MATCH (p:Paper) WHERE p.year = $year RETURN p.id';
  expect(suit(text, { year: 2017 }).notices).toEqual([]);
  expect(suit(text, { year: '2017' }).notices).toHaveLength(1);
});

it.each([
  ['MATCH (n:Method|Task) RETURN n', 'MATCH (n) WHERE (n:Method OR n:Task) RETURN n'],
  ['MATCH (n:A WHERE n.x = 1) WHERE n.y = 2 RETURN n', 'MATCH (n:A) WHERE (n.x = 1) AND (n.y = 2) RETURN n'],
  ['MATCH (a)-[:CITES]->+(b) RETURN b', 'MATCH (a)-[:CITES*1..]->(b) RETURN b'],
  [
    'MATCH (a) WHERE COUNT { MATCH (a)-->(b) RETURN b } > 1 RETURN a',
    'MATCH (a) WHERE COUNT { MATCH (a)-->(b) } > 1 RETURN a',
  ],
  [
    'UNWIND [1, 2] AS x RETURN collect(x)[0..1] AS l',
    'UNWIND [1, 2] AS x WITH collect(x) AS own1 RETURN own1[0..1] AS l',
  ],
  ['RETURN isEmpty([]) AS e', 'RETURN (size([]) = 0) AS e'],
])('asks for what the engine lacks in other words, and says so: %s', (text, rewrite) => {
  const { text: run, notices } = suit(text);
  expect(run).toBe(rewrite);
  expect(notices.map(({ kind }) => kind)).toContain('rewritten');
});

it('says what is asked in other words again where those need it too', () => {
  expect(suit("RETURN toIntegerOrNull('4.7') AS n").text).toBe(suit("RETURN toInteger('4.7') AS n").text);
});

it('leaves no condition out where it can not be moved', () => {
  for (const inside of ['EXISTS { (p)-->(c:!Method) }', '[(p)-->(c:!Method) | c.name]', '(p)-->(:!Method)'])
    expect(refusalOf(`MATCH (p) RETURN ${inside} AS x`).details.whole, inside).toBe(0);
});

it('calls columns what they are called on Neo4j, and tells the names that are spoken of, with their places', () => {
  const { columns, spoken } = suit(
    'MATCH (p:Paper) RETURN 1/2,  p.titel , p{.id}, p.year AS y UNION RETURN 1, 2, 3, 4',
  );
  expect(columns).toEqual({ names: ['1/2', 'p.titel', 'p', 'y'], star: false });
  const known = {
    labels: new Set(['Paper']),
    relations: new Set<string>(),
    keys: new Set(['title', 'year']),
  };
  expect(misspelt(spoken, known)).toEqual([
    {
      kind: 'warning',
      message: 'Nothing in the store has the property titel; did you mean title?',
      offset: 31,
    },
  ]);
});

it('leaves hints out and quotes names that the engine takes for its own words; places stay', () => {
  const { text, notices } = suit('MATCH (is:A) USING INDEX is:A(x) WHERE is.x = 1 RETURN sum(is.x) AS n');
  expect(text).not.toContain('USING');
  expect(text).toContain('MATCH (`is`:A)');
  expect(notices).toMatchObject([
    { kind: 'hint', offset: 13 },
    { kind: 'rewritten', offset: 55 },
  ]);
});

it.each([
  [
    'MATCH (n) RETRUN n',
    'Expected end of query',
    10,
    /^“RETRUN” is not understood here; did you mean RETURN\?$/,
  ],
  ['MATCH (n RETURN n', 'Expected RParen', 9, /^A "\)" is missing before “RETURN”\.$/],
  ["RETURN 'abc", 'Expected expression', 7, /^The text that begins here does not end: a ' is missing\.$/],
  ['SHOW INDEXES', 'whatever', 0, /CALL db\.labels\(\)/],
])('says what a parser complains of in words of Cypher: %s', (text, said, offset, message) => {
  expect(advised(new LacunaError('input', said, { details: { offset } }), text).message).toMatch(message);
});

it.each([
  ["RETURN date('2024-02-29').year AS y", 7],
  ['RETURN randomUUID() AS u', 7],
  ['MATCH p = SHORTEST 1 (a)-->(b) RETURN p', 6],
  ['MATCH (p) OPTIONAL MATCH (p)-->(q) RETURN coalesce(q, p) AS x', 42],
  ['RETURN [1, 2] < [1, 3] AS x', 7],
])('names what it can not mend, and its place: %s', (text, offset) => {
  const { details } = refusalOf(text);
  expect(details).toMatchObject({ offset, whole: 0 });
  expect(details.construct).toBeTruthy();
});

it('leaves what it can not read to the engine, and says so', () => {
  for (const text of ['CREATE (n)', 'MATCH (n) SET n.x = 1', 'RETURN', `RETURN ${'('.repeat(5000)}`])
    expect(suit(text).understood, text).toBe(false);
});

it.each([
  ['OPTIONAL MATCH', `MATCH (a) ${'OPTIONAL MATCH (a)--(n) WHERE (n)--() '.repeat(1500)}RETURN 1`],
  ['digits', `UNWIND [1] AS x RETURN x = '${'1'.repeat(190_000)}x'`],
  ['blanks', `MATCH ()--${' '.repeat(190_000)}/**/+() RETURN 1`],
  ['rows in rows', `RETURN ${'('.repeat(100)}1${`${' + 1'.repeat(450)})`.repeat(100)}`],
])('takes no longer than the statement is long: %s', (_, text) => {
  try {
    suit(text);
  } catch (error) {
    expect(error).toBeInstanceOf(LacunaError);
  }
});

it('stops where replacements would grow without end', () => {
  const text = `MATCH (p) RETURN ${'round('.repeat(40)}p.score${')'.repeat(40)}`;
  expect(refusalOf(text).code).toBe('limit');
});
