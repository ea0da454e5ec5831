import { expect, it } from 'vitest';
import { namedPlace } from '../../../../graph/store/embedded/named-place.ts';

it.each([
  [
    "semantic error: Undefined variable 'm'. Did you mean 'n'?",
    "MATCH (n:m {m: 'm'}) /* m */ WHERE n.m RETURN ",
    'm',
  ],
  ["Undefined variable 'a b'", 'RETURN ', '`a b`'],
  ["Unknown function 'foo'", "RETURN 'foo(1)', 1 + ", 'FOO (1)'],
  ["unknown procedure 'foo.bar'; CALL grafeo.procedures() lists the procedures", 'CALL ', 'foo.bar()'],
  ['Missing parameter: $p', "// $p\nRETURN '$p', ", '$p + 1'],
])('finds what %j names', (message, before, after) => {
  expect(namedPlace(message, before + after)).toBe(before.length);
});

it('tells no place where more than one could be meant', () => {
  expect(namedPlace("Undefined variable 'm'", 'MATCH (m) WITH 1 AS one RETURN m')).toBeNull();
  expect(namedPlace('division by zero: 1 / 0', 'RETURN 1 / 0')).toBeNull();
});
