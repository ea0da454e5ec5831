import { expect, it } from 'vitest';
import { laidOut } from '../../../graph/questions/laid-out.ts';

it('writes a clause a line, and breaks a long condition', () => {
  const statement =
    "MATCH (p:Paper) WHERE (EXISTS { MATCH (p)-[m:MENTIONS]->(c:Concept) WHERE c.id IN $ids } OR p.title = 'WITH AND') AND p.year > 2000 WITH p ORDER BY p.id LIMIT 3 OPTIONAL MATCH (p)--(q) WHERE p.title STARTS WITH $x RETURN p";
  expect(laidOut(statement).split('\n')).toEqual([
    'MATCH (p:Paper)',
    'WHERE (EXISTS { MATCH (p)-[m:MENTIONS]->(c:Concept) WHERE c.id IN $ids }',
    "  OR p.title = 'WITH AND') AND p.year > 2000",
    'WITH p',
    'ORDER BY p.id',
    'LIMIT 3',
    'OPTIONAL MATCH (p)--(q)',
    'WHERE p.title STARTS WITH $x',
    'RETURN p',
  ]);
});

it('changes nothing but blanks', () => {
  const statement = "CALL (p) { MATCH (p) RETURN 'a  b' AS x }\nRETURN x, `odd  name` ORDER BY x";
  expect(laidOut(statement).replace(/\s+/g, '')).toBe(statement.replace(/\s+/g, ''));
  expect(laidOut(statement)).toContain("'a  b'");
  expect(laidOut(statement)).toContain('`odd  name`');
});
