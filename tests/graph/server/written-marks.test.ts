import { expect, it } from 'vitest';
import { judgementSchema, themeLabelSchema } from '../../../graph/contract.ts';
import { compileValidator } from '../../../graph/server/validation.ts';

/** What the server answers to a body; null where it takes it. */
function refusalOf(schema: typeof themeLabelSchema | typeof judgementSchema, body: unknown): string | null {
  const route = { method: 'PUT', url: '/', httpPart: 'body' };
  const outcome = compileValidator({ schema, ...route })(body) as { error?: Error };
  return outcome.error?.message ?? null;
}

const DIRECTION_MARKS = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'];

it.each([...DIRECTION_MARKS, '\n', '\t', '\r', '\u0000', '\u007f', '\u0085'])(
  'a name with %j in it is refused in words',
  (mark) => {
    expect(refusalOf(themeLabelSchema, { label: `a${mark}b` })).toBe(
      'label must have no control characters or direction marks.',
    );
  },
);

it.each([...DIRECTION_MARKS, '\r', '\u0000', '\u007f', '\u0085'])(
  'a note with %j in it is refused in words',
  (mark) => {
    expect(refusalOf(judgementSchema, { verdict: 'kept', note: `a${mark}b` })).toBe(
      'note must have no control characters or direction marks.',
    );
  },
);

it('words of any script are taken, and lines in a note', () => {
  for (const label of ['Graphes & réseaux', '图神经网络', 'شبكات', 'a\u200db 🕳️', null])
    expect(refusalOf(themeLabelSchema, { label })).toBeNull();
  expect(refusalOf(judgementSchema, { verdict: 'kept', note: 'one\n\ttwo\nشبكات' })).toBeNull();
});
