import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LENSES } from '../../../graph/contract.ts';
import { type Place, parsePlace, serialisePlace } from '../../../web/state/address.ts';

const START: Place = { lens: 'all', theme: null, target: null };

describe('the address', () => {
  it('is empty for the start page', () => {
    expect(serialisePlace(START)).toBe('');
    expect(parsePlace('')).toEqual(START);
  });

  it('reads what it wrote', () => {
    const id = fc.stringMatching(/^[0-9a-f]{16}$/);
    const target = fc.record({
      type: fc.constantFrom('paper', 'concept', 'theme') as fc.Arbitrary<'paper'>,
      id,
    });
    const place = fc.record({
      lens: fc.constantFrom(...LENSES),
      theme: fc.option(id),
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
    expect(parsePlace('#lens=everything&paper=%3Cscript%3E&only=a%20b')).toEqual(START);
    fc.assert(
      fc.property(fc.string(), (hash) => {
        const { target, theme } = parsePlace(hash);
        for (const id of [target?.id, theme]) if (id) expect(id).toMatch(/^[\w:.-]{1,64}$/);
      }),
      { seed: 6 },
    );
  });
});
