import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_TYPES, LENSES } from '../../../graph/contract.ts';
import { GAP_KINDS } from '../../../graph/schema.ts';
import { parsePlace, START, serialisePlace } from '../../../web/state/address.ts';
import { rowsOf } from '../../../web/state/console-parameters.ts';
import { PAIRINGS } from '../../../web/state/matrix.ts';
import { PAGES } from '../../../web/state/page.ts';
import { TARGET_TYPES } from '../../../web/state/selection.ts';
import { COLOURINGS, EDGE_COLOURINGS, SIZINGS } from '../../../web/state/view.ts';
import type { AddressedChoice } from '../../../web/state/view-address.ts';

describe('the address', () => {
  it('is empty for the start page', () => {
    expect(serialisePlace(START)).toBe('');
    expect(parsePlace('')).toEqual(START);
  });

  it('reads what it wrote', () => {
    const id = fc.stringMatching(/^[0-9a-f]{16}$/);
    const target = fc.record({ type: fc.constantFrom(...TARGET_TYPES), id });
    const several = fc.uniqueArray(id, { maxLength: 5 });
    const coordinate = fc.integer({ min: -99999, max: 99999 }).map((hundredths) => hundredths / 100);
    const whole = (most: number) => fc.option(fc.integer({ min: 1, max: most }));
    const expansion = fc.record(
      {
        relation: fc.constantFrom(...EDGE_TYPES),
        kind: fc.constantFrom('Method', 'Paper'),
        limit: fc.integer({ min: 1, max: 99 }),
      },
      { requiredKeys: [] },
    );
    const view = fc.record({
      lens: fc.constantFrom(...LENSES),
      theme: fc.option(id),
      centre: several,
      depth: fc.integer({ min: 1, max: 6 }),
      query: fc.option(
        fc.record({
          statement: fc.constantFrom('RETURN 1', 'MATCH (n {a: "b&c=d"})\nRETURN n, $größe'),
          parameters: fc.constantFrom({}, { größe: [1, null, { a: 'ß' }] }),
          types: fc.constantFrom({}, { größe: 'float' }),
        }),
      ),
      limit: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
      narrowing: fc.record({
        hiddenKinds: fc.subarray(['Paper', 'Method', 'Task']).map((kinds) => new Set(kinds)),
        hiddenRelations: fc.subarray([...EDGE_TYPES]).map((types) => new Set(types)),
        from: fc.option(fc.integer({ min: 1900, max: 2030 })),
        to: fc.option(fc.integer({ min: 1900, max: 2030 })),
        minPapers: whole(99),
        text: fc.option(fc.constantFrom('retrieval', 'a, b & c=d', 'größer')),
        tag: fc.option(fc.constantFrom('to read', 'ml')),
        minDegree: whole(99),
        core: whole(20),
        largest: fc.boolean(),
        fresh: fc.boolean(),
      }),
      hidden: several.map((ids) => new Set(ids)),
      pins: fc
        .array(fc.tuple(id, fc.record({ x: coordinate, y: coordinate })), { maxLength: 4 })
        .map((pins) => new Map(pins)),
      expansions: fc.array(fc.tuple(id, expansion), { maxLength: 4 }).map((opened) => new Map(opened)),
      colouring: fc.constantFrom(...COLOURINGS),
      sizing: fc.constantFrom(...SIZINGS),
      edgeColouring: fc.constantFrom(...EDGE_COLOURINGS),
    }) as fc.Arbitrary<AddressedChoice>;
    const place = fc.record({
      page: fc.constantFrom(...PAGES),
      view,
      gaps: fc.constantFrom(...GAP_KINDS),
      matrix: fc.constantFrom(...PAIRINGS.map((pairing) => pairing.id)),
      question: fc.constantFrom('', 'Which papers use A & B, in 100 % of “it”?'),
      target: fc.option(target),
      sight: fc.option(fc.record({ x: coordinate, y: coordinate, span: fc.integer({ min: 1, max: 900 }) })),
      cypher: fc.option(
        fc.record({
          statement: fc.constantFrom('RETURN $a + 1;\nRETURN "&#=%"', 'MATCH (p) RETURN p'),
          rows: fc.constantFrom(
            [],
            rowsOf({ a: 'é & =', b: 1.5, c: [1], d: null, e: '2024-01-31' }, { b: 'float', e: 'date' }),
          ),
        }),
      ),
    });
    fc.assert(
      fc.property(place, (any) => {
        const given = any.page === 'ask' ? any : { ...any, question: '' };
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
        const { target, view } = parsePlace(hash);
        for (const id of [target?.id, view.theme, ...view.centre, ...view.hidden, ...view.pins.keys()])
          if (id) expect(id).toMatch(/^[\w:.-]{1,64}$/);
      }),
      { seed: 6 },
    );
  });
});
