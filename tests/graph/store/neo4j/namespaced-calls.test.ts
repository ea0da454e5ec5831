import { expect, it } from 'vitest';
import { namespacedCalls } from '../../../../graph/store/neo4j/namespaced-calls.ts';
import { cpuTime } from '../../../support/cpu-time.ts';

it.each([
  ['RETURN apoc.load.json(1)', ['apoc.load.json']],
  ['RETURN `apoc` . load /* x */ .`json` (1)', ['apoc.load.json']],
  ['RETURN Date.Truncate("day", d)', ['date.truncate']],
  ['RETURN apoc\\u002eload(1)', ['apoc.load']],
  ["RETURN '\\\\' + a.b(1) + '\\''", ['a.b']],
  ['RETURN [x IN l | a.b(x)], {k: c.d()}', ['a.b', 'c.d']],
  ['RETURN `apoc.load.json` /* x */ (1)', ['apoc.load.json']],
  ['RETURN a.`b` /* x */ // y\n (1)', ['a.b']],
  ['RETURN n.x.y(1), 1+a.b(1)', ['n.x.y', 'a.b']],
  ['CALL db.labels() YIELD label', ['db.labels']],
])('finds the calls in %j', (text, calls) => {
  expect(namespacedCalls(text)).toEqual(expect.arrayContaining(calls));
});

it.each([
  'MATCH (n:Paper {id: n.id}) WHERE n.year IN [1] RETURN count(n.id)',
  'RETURN \'a.b(1)\', "c.d(2)" // e.f(3)\n/* g.h(4) */',
  'RETURN toUpper(n.name), 1.5, n.`a.b(1)`',
  "RETURN 'it\\'s a.b(1)'",
])('finds none in %j', (text) => {
  expect(namespacedCalls(text)).toEqual([]);
});

it('takes long nonsense in its stride', () => {
  const started = cpuTime();
  for (const part of ['a', 'a.', '`', '`a`.', ' ', '. ', "'", '/*', '\\u0041', 'a.b /**/', '(']) {
    namespacedCalls(part.repeat(100_000 / part.length));
  }
  expect(cpuTime() - started).toBeLessThan(2000);
});
