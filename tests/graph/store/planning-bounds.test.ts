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
  `MATCH (n)-->(m) CALL (n) { MATCH (n)--(x) WHERE EXISTS { (x)--(:A {b: 1}) } RETURN x } RETURN x`,
])('what people write is let through', (text) => {
  expect(judge(text)).not.toThrow();
});
