import { expect, it } from 'vitest';
import { tokenize } from '../../../../graph/store/embedded/dialect/tokens.ts';

const words = (text: string): string[] => tokenize(text).map(({ kind, text: word }) => `${kind} ${word}`);

it('cuts a statement into words, and leaves out blanks and comments', () => {
  expect(words("MATCH (`a``b`) // x\nWHERE a<>$p1 /* ' */ RETURN 'it\\'s', 1.5e3, [1..2]")).toEqual([
    ...[
      'word MATCH',
      'symbol (',
      'name a`b',
      'symbol )',
      'word WHERE',
      'word a',
      'symbol <>',
      'parameter p1',
    ],
    ...['word RETURN', "string 'it\\'s'", 'symbol ,', 'number 1.5e3', 'symbol ,', 'symbol [', 'number 1'],
    ...['symbol ..', 'number 2', 'symbol ]', 'end '],
  ]);
});

it('counts places in UTF-16 code units', () => {
  const text = "RETURN '💡' AS ä, $`x y`";
  expect(tokenize(text).map(({ at, end }) => text.slice(at, end))).toEqual([
    'RETURN',
    "'💡'",
    'AS',
    'ä',
    ',',
    '$`x y`',
    '',
  ]);
});

it.each(["'never ends", '"nor this', '`nor a name', '/* nor a comment'])(
  'says of what never ends that it is broken: %s',
  (text) => {
    expect(tokenize(`RETURN ${text}`).map(({ kind }) => kind)).toEqual(['word', 'broken', 'end']);
  },
);

it('takes each part of hostile text once', () => {
  for (const text of [
    '/*'.repeat(50_000),
    "'\\".repeat(50_000),
    '`'.repeat(100_001),
    '$'.repeat(100_000),
    '('.repeat(100_000),
  ]) {
    const tokens = tokenize(text);
    expect(tokens.at(-1)!.end).toBe(text.length);
    expect(tokens.every(({ at }, index) => index === 0 || at >= tokens[index - 1]!.end)).toBe(true);
  }
});
