import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../graph/store/options.ts';
import { refuseHardToPlan } from '../../../graph/store/planning-bounds.ts';

const judge = (text: string) => () => refuseHardToPlan(text, DEFAULT_LIMITS);
const join = (count: number, part: string, between: string) => Array(count).fill(part).join(between);

it.each([
  ['parentheses', `RETURN ${'('.repeat(100)}1${')'.repeat(100)}`, 'askNesting'],
  ['lists', `RETURN ${'['.repeat(10_000)}`, 'askNesting'],
  ['CASE', `RETURN ${'CASE WHEN true THEN '.repeat(100)}1`, 'askNesting'],
  ['NOT', `RETURN ${'not '.repeat(100)}true`, 'askNesting'],
  ['signs', `RETURN ${'- '.repeat(100)}1`, 'askNesting'],
  ['EXISTS', `MATCH (n) WHERE ${'EXISTS { MATCH (n) WHERE '.repeat(20)}true`, 'askSubqueries'],
  ['clauses', join(200, 'MATCH (n)', ' '), 'askClauses'],
  ['unions', join(200, 'RETURN 1', ' UNION '), 'askClauses'],
  ['AND', `MATCH (n) WHERE ${join(300, 'n.a = 1', ' AND ')} RETURN n`, 'askTerms'],
  ['XOR', `MATCH (n) WHERE ${join(20, 'n.a = 1', ' xor ')} RETURN n`, 'askTerms'],
  ['patterns', `MATCH ${join(20, '(a)-[:X]->(b)', ', ')} RETURN a`, 'askRelations'],
  ['arrows', `MATCH (a)${join(20, '-->()', '')} RETURN a`, 'askRelations'],
  ['other dashes', `MATCH (a)${join(20, '\u2013[:X {a: 1}]\u2013()', '')} RETURN a`, 'askRelations'],
  ['escaped dashes', `MATCH (a)${join(20, '\\u002d[:X]\\u002d()', '')} RETURN a`, 'askRelations'],
  ['MATCH after MATCH', `${join(20, 'MATCH (a)-[:X]-(b)', ' ')} RETURN a`, 'askRelations'],
  ['optional ones', `${join(20, 'OPTIONAL MATCH (a)-[:X]-(b)', ' ')} RETURN a`, 'askRelations'],
  [
    'patterns in a subquery',
    `CALL { MATCH ${join(20, '()--()', ',')} RETURN 1 AS x } RETURN x`,
    'askRelations',
  ],
  ['sums', `RETURN ${join(3000, '1', '+')}`, 'askTerms'],
])('too much of %s is refused', (_, text, limit) => {
  expect(judge(text)).toThrow(
    expect.objectContaining({ code: 'limit', details: { limit, most: expect.any(Number) } }),
  );
});

it.each([
  `MATCH (n) WHERE n.id IN [${join(20_000, '"c-1"', ', ')}] RETURN n`,
  `MATCH (n) WHERE ${join(60, '(NOT n.a = 1 AND n.end > 2)', ' OR ')} RETURN n`,
  `RETURN '${'((([[[{{{ XOR MATCH '.repeat(500)}' AS x // ${'(('.repeat(100)}`,
  `MATCH (n) RETURN ${join(100, 'CASE n.case WHEN 1 THEN n.end ELSE n.not END', ', ')}`,
  `MATCH (a)-[:X]->(b)<-[:Y]-(c)-[:Z]->(d), (a)--(e)--(f), (b)-->(g)<--(h) RETURN a`,
  `${join(40, 'MATCH (a)-[:X]->(b) WITH a', ' ')} RETURN a`,
  `MATCH (a) WHERE ${join(30, 'EXISTS { (a)-[:X {b: 1}]->(:B) }', ' AND ')} RETURN a - -1, [(a)-->(b) | b]`,
  `MATCH (n)-->(m) CALL (n) { MATCH (n)--(x) WHERE EXISTS { (x)--(:A {b: 1}) } RETURN x } RETURN x`,
])('what people write is let through', (text) => {
  expect(judge(text)).not.toThrow();
});
