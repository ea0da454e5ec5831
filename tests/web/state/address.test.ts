import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LENSES } from '../../../graph/contract.ts';
import { GAP_KINDS } from '../../../graph/schema.ts';
import { parsePlace, START, serialisePlace } from '../../../web/state/address.ts';
import { PAIRINGS } from '../../../web/state/matrix.ts';
import { PAGES } from '../../../web/state/page.ts';
import { TARGET_TYPES } from '../../../web/state/selection.ts';

describe('the address', () => {
  it('is empty for the start page', () => {
    expect(serialisePlace(START)).toBe('');
    expect(parsePlace('')).toEqual(START);
  });

  it('reads what it wrote', () => {
    const id = fc.stringMatching(/^[0-9a-f]{16}$/);
    const target = fc.record({ type: fc.constantFrom(...TARGET_TYPES), id });
    const place = fc.record({
      page: fc.constantFrom(...PAGES),
      lens: fc.constantFrom(...LENSES),
      theme: fc.option(id),
      gaps: fc.constantFrom(...GAP_KINDS),
      matrix: fc.constantFrom(...PAIRINGS.map((pairing) => pairing.id)),
      target: fc.option(target),
    });
    fc.assert(
      fc.property(place, (given) => {
        expect(parsePlace(serialisePlace(given))).toEqual(given);
      }),
      { seed: 5 },
    );
  });

  it('takes what it does not understand as not there', () => {
    expect(parsePlace('#page=home&lens=everything&gaps=none&matrix=a&paper=%3Cscript%3E&only=a%20b')).toEqual(
      START,
    );
    fc.assert(
      fc.property(fc.string(), (hash) => {
        const { target, theme } = parsePlace(hash);
        for (const id of [target?.id, theme]) if (id) expect(id).toMatch(/^[\w:.-]{1,64}$/);
      }),
      { seed: 6 },
    );
  });
});
