import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWriter } from '../../../../graph/store/open.ts';
import type { StoreWriter } from '../../../../graph/store/store.ts';
import { ASK, statement } from '../conformance/fixture.ts';

/** Of one path `p` from the node `n` over the relation `r`. */
const ON_A_PATH: readonly (readonly [expression: string, value: unknown])[] = [
  ['abs(-2)', 2],
  ['acos(1)', 0],
  ['all(x IN [1, 2] WHERE x > 1)', false],
  ['any(x IN [1, 2] WHERE x > 1)', true],
  ['asin(0)', 0],
  ['atan(0)', 0],
  ['atan2(0, 1)', 0],
  ['ceil(1.2)', 2],
  ["char_length('abc')", 3],
  ['coalesce(null, 2)', 2],
  ['cos(0)', 1],
  ["toString(date('2024-01-31'))", '2024-01-31'],
  ["toString(datetime('2024-01-31T12:00:00Z'))", '2024-01-31T12:00:00Z'],
  ['degrees(0)', 0],
  ["toString(duration('P1D'))", 'P1D'],
  ['round(e())', 3],
  ['elementId(n) IS NOT NULL', true],
  ['labels(endNode(r))', ['B']],
  ['exists(n.x)', true],
  ['exp(0)', 1],
  ['floor(1.8)', 1],
  ['head([1, 2])', 1],
  ['id(n) IS NOT NULL', true],
  ['keys(n)', ['x']],
  ['labels(n)', ['A']],
  ['last([1, 2])', 2],
  ["left('abc', 2)", 'ab'],
  ['length(p)', 1],
  ["toString(localdatetime('2024-01-31T12:00:00'))", '2024-01-31T12:00:00'],
  ["toString(localtime('12:00:00'))", '12:00:00'],
  ['log(1)', 0],
  ['log10(100)', 2],
  ["lower('AB')", 'ab'],
  ["ltrim(' a ')", 'a '],
  ['size(nodes(p))', 2],
  ['none(x IN [1, 2] WHERE x > 1)', false],
  ["normalize('e\u0301')", '\u00e9'],
  ['nullIf(1, 1)', null],
  ['round(pi())', 3],
  ['properties(n)', { x: 1 }],
  ['round(radians(180))', 3],
  ['rand() < 1', true],
  ['range(1, 7, 3)', [1, 4, 7]],
  ['reduce(s = 0, x IN [1, 2] | s + x)', 3],
  ['size(relationships(p))', 1],
  ["replace('aba', 'a', 'c')", 'cbc'],
  ["[reverse('abc'), reverse([1, 2])]", ['cba', [2, 1]]],
  ["right('abc', 2)", 'bc'],
  ['round(1.6)', 2],
  ["rtrim(' a ')", ' a'],
  ['sign(-3)', -1],
  ['sin(0)', 0],
  ['single(x IN [1, 2] WHERE x > 1)', true],
  ["[size([1, 2]), size('abc')]", [2, 3]],
  ["split('a,b', ',')", ['a', 'b']],
  ['sqrt(9)', 3],
  ['labels(startNode(r))', ['A']],
  ["[substring('abcd', 1, 2), substring('abcd', 1)]", ['bc', 'bcd']],
  ['tail([1, 2])', [2]],
  ['tan(0)', 0],
  ["toString(time('12:00:00Z'))", '12:00:00Z'],
  ['timestamp() > 0', true],
  ["toBoolean('true')", true],
  ["toFloat('1.5')", 1.5],
  ["toInteger('7')", 7],
  ["toLower('AB')", 'ab'],
  ['toString(7)', '7'],
  ["toUpper('ab')", 'AB'],
  ["trim(' a ')", 'a'],
  ['type(r)', 'R'],
  ["upper('ab')", 'AB'],
];

/** Of 1, 2, 3 and null. */
const OF_A_GROUP: readonly (readonly [expression: string, value: unknown])[] = [
  ['avg(x)', 2],
  ['collect(x)', [1, 2, 3]],
  ['count(x)', 3],
  ['max(x)', 3],
  ['min(x)', 1],
  ['percentileCont(x, 0.5)', 2],
  ['percentileDisc(x, 0.5)', 2],
  ['stDev(x)', 1],
  ['round(stDevP(x))', 1],
  ['sum(x)', 6],
];

let folder: string;
let store: StoreWriter;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-functions-'));
  store = await openWriter({ kind: 'embedded', folder });
  await store.write([statement('CREATE (:A {x: 1})-[:R {y: 2}]->(:B)')]);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

it('has each function that it lists', async () => {
  const called = [...ON_A_PATH, ...OF_A_GROUP].flatMap(
    ([expression]) => expression.match(/\w+(?=\()/g) ?? [],
  );
  const { functions } = await store.callables();
  expect([...new Set(called)].toSorted()).toEqual(functions.map(({ name }) => name).toSorted());
  for (const [cases, before] of [
    [ON_A_PATH, 'MATCH p = (n:A)-[r:R]->()'],
    [OF_A_GROUP, 'UNWIND [1, 2, 3, null] AS x'],
  ] as const) {
    const given: [string, unknown][] = [];
    for (const [expression] of cases) {
      const { rows } = await store.ask(statement(`${before} RETURN ${expression} AS value`), ASK);
      given.push([expression, rows[0]?.[0]]);
    }
    expect(given).toEqual(cases);
  }
});

it('has each procedure that it lists', async () => {
  const { procedures } = await store.callables();
  expect(procedures.length).toBeGreaterThan(25);
  for (const { name, signature } of procedures) {
    expect(signature.startsWith(`${name}(`)).toBe(true);
    const calling = store.ask(statement(`CALL ${name}()`), ASK);
    const message = await calling.then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message, name).not.toMatch(/unknown|only statements that read/i);
  }
});
