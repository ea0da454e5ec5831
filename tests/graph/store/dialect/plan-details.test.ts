import { expect, it } from 'vitest';
import { readableDetails } from '../../../../graph/store/embedded/plan-details.ts';

it.each([
  ['p.year Gt 2000 And p.title Contains "x {And }"', 'p.year > 2000 AND p.title CONTAINS "x {And }"'],
  [
    'group: [Case { operand: None, when_clauses: [(Binary { left: Variable("x"), op: Eq, right: Literal(Int64(1)) }, Literal(Int64(2)))] }]',
    'group: [CASE …]',
  ],
  ['Not ExistsSubquery(Expand(ExpandOp { edge_types: ["CITES"], input: None }))', 'NOT EXISTS { … }'],
  ['Property { variable: "p", property: "year" }', 'p.year'],
  ['IsNotNull c.name', 'c.name IS NOT NULL'],
  ['"\ue0000\ue001"', '"0"'],
])('is written as Cypher would be: %s', (details, readable) => {
  expect(readableDetails(details)).toBe(readable);
});
