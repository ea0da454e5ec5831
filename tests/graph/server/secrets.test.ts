import { describe, expect, it } from 'vitest';
import { NO_SECRETS, parseSecrets } from '../../../graph/server/secrets.ts';

const TOKEN = 'reader-token-0123456789';

describe('parseSecrets', () => {
  it('names what is wrong, and never what it holds', () => {
    for (const [name, value] of [
      ['LACUNA_TOKEN', 'short'],
      ['LACUNA_TOKEN', 'with spaces in it, and long enough'],
      ['LACUNA_EDITOR_TOKEN', 'x'.repeat(513)],
      ['LACUNA_BASIC_AUTH', 'nocolonbutlongenough'],
      ['LACUNA_BASIC_AUTH', 'ada:tooshort'],
    ] as const) {
      expect(() => parseSecrets({ [name]: value })).toThrow(name);
      expect(() => parseSecrets({ [name]: value })).not.toThrow(value);
    }
    expect(() => parseSecrets({ LACUNA_TOKEN: TOKEN, LACUNA_EDITOR_TOKEN: TOKEN })).toThrow(
      'LACUNA_EDITOR_TOKEN',
    );
    expect(parseSecrets({ LACUNA_TOKEN: '' })).toEqual(NO_SECRETS);
  });
});
