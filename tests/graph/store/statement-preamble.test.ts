import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitPreamble } from '../../../graph/store/statement-preamble.ts';
import { cpuTime } from '../../support/cpu-time.ts';

const BODY = 'MATCH (n) RETURN n';

it.each([
  [BODY, null, 'run'],
  [`EXPLAIN ${BODY}`, null, 'explain'],
  [`profile\n${BODY}`, null, 'profile'],
  [`EXPLAIN PROFILE explain ${BODY}`, null, 'explain'],
  [`PROFILE EXPLAIN ${BODY}`, null, 'explain'],
  [`/* EXPLAIN */ // PROFILE\n${BODY}`, null, 'run'],
  [`PROFILE/**/${BODY}`, null, 'profile'],
  [`\ufeff // why\n explain/**/${BODY}`, null, 'explain'],
  [`CYPHER 5 ${BODY}`, '5', 'run'],
  [`CYPHER 25 PROFILE ${BODY}`, '25', 'profile'],
  [`PROFILE CYPHER 5 runtime = slotted planner=cost ${BODY}`, '5', 'profile'],
  [`CYPHER runtime=slotted/* x */EXPLAIN ${BODY}`, null, 'explain'],
])('finds the statement and what is asked in %j', (text, version, mode) => {
  const split = splitPreamble(text);
  expect(split.body.trim()).toBe(BODY);
  expect(split.version).toBe(version);
  expect(split.mode).toBe(mode);
});

it('leaves alone what only looks like a preamble', () => {
  for (const text of ['explained', 'PROFILE_X', 'MATCH (n) // EXPLAIN', 'CYPHERX 5', '5 CYPHER', 'a = b']) {
    expect(splitPreamble(text)).toEqual({ body: text, version: null, mode: 'run' });
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
  const started = cpuTime();
  splitPreamble('/**/ EXPLAIN '.repeat(8000));
  splitPreamble(`CYPHER ${'a=b '.repeat(20_000)}`);
  expect(cpuTime() - started).toBeLessThan(2000);
});
