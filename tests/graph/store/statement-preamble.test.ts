import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitPreamble } from '../../../graph/store/statement-preamble.ts';

const BODY = 'MATCH (n) RETURN n';

it.each([
  [BODY, null],
  [`EXPLAIN ${BODY}`, null],
  [`profile\n${BODY}`, null],
  [`EXPLAIN PROFILE explain ${BODY}`, null],
  [`/* EXPLAIN */ // PROFILE\n${BODY}`, null],
  [`PROFILE/**/${BODY}`, null],
  [`CYPHER 5 ${BODY}`, '5'],
  [`CYPHER 25 PROFILE ${BODY}`, '25'],
  [`PROFILE CYPHER 5 runtime = slotted planner=cost ${BODY}`, '5'],
  [`CYPHER runtime=slotted/* x */EXPLAIN ${BODY}`, null],
])('finds the statement in %j', (text, version) => {
  const split = splitPreamble(text);
  expect(split.body.trim()).toBe(BODY);
  expect(split.version).toBe(version);
});

it('leaves alone what only looks like a preamble', () => {
  for (const text of ['explained', 'PROFILE_X', 'MATCH (n) // EXPLAIN', 'CYPHERX 5', '5 CYPHER', 'a = b']) {
    expect(splitPreamble(text)).toEqual({ body: text, version: null });
  }
});

it('keeps every position, and leaves no preamble behind', () => {
  const part = fc.constantFrom(
    'EXPLAIN',
    'PROFILE',
    'CYPHER',
    '5',
    'a=b',
    ' ',
    '\n',
    '/* x */',
    '// y\n',
    'MATCH',
    '/*',
    ';',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ');
      const { body } = splitPreamble(text);
      expect(body).toHaveLength(text.length);
      expect(body.split('\n')).toHaveLength(text.split('\n').length);
      expect(text.endsWith(body.trimStart())).toBe(true);
      expect(body.trimStart()).not.toMatch(/^(?:EXPLAIN|PROFILE|CYPHER|\/\*|\/\/)/);
      expect(splitPreamble(body).body).toBe(body);
    }),
    { seed: 7 },
  );
});

it('takes long nonsense in its stride', () => {
  const started = performance.now();
  splitPreamble('/**/ EXPLAIN '.repeat(8000));
  splitPreamble(`CYPHER ${'a=b '.repeat(20_000)}`);
  expect(performance.now() - started).toBeLessThan(2000);
});
