import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryIdentities } from '../../../../graph/analysis/communities/identity.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import { shuffled } from '../graphs.ts';

const named = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `${prefix}${from + i}`);
const known = (id: string, ...members: string[]) => ({ id, members, label: `the ${id}` });
const freshFor =
  (themes: readonly (readonly string[])[]) =>
  (theme: number, attempt: number): string =>
    `new-${[...themes[theme]!].sort()[0]}-${attempt}`;
const carry = (before: ReturnType<typeof known>[], themes: string[][]) =>
  carryIdentities(before, themes, freshFor(themes));

describe('carryIdentities', () => {
  it('changes nothing where nothing changed, however it is ordered', () => {
    const before = [known('A', ...named('a', 0, 6)), known('B', ...named('b', 0, 4))];
    const { ids, kept, changes } = carry(before, [named('b', 0, 4).reverse(), named('a', 0, 6)]);
    expect(ids).toEqual(['B', 'A']);
    expect(kept[1]!.label).toBe('the A');
    expect(changes).toEqual([]);
  });

  it('keeps an id where most of what survives is, and tells of growth', () => {
    const before = [known('A', ...named('a', 0, 10))];
    const { ids, changes } = carry(before, [[...named('a', 0, 5), ...named('n', 0, 9)]]);
    expect(ids).toEqual(['A']);
    expect(changes).toEqual([{ event: 'grew', from: ['A'], to: ['A'], kept: 5, of: 10 }]);
    expect(carry(before, [named('a', 0, 7)]).changes).toEqual([
      { event: 'shrank', from: ['A'], to: ['A'], kept: 7, of: 10 },
    ]);
    // A tenth at least.
    const hundred = [known('A', ...named('a', 0, 100))];
    expect(carry(hundred, [[...named('a', 0, 100), ...named('n', 0, 9)]]).changes).toEqual([]);
  });

  it('splits: the larger part keeps the id, the other gets a fresh one', () => {
    const { ids, changes } = carry([known('A', ...named('a', 0, 10))], [named('a', 0, 6), named('a', 6, 10)]);
    expect(ids).toEqual(['A', 'new-a6-0']);
    expect(changes).toEqual([{ event: 'split', from: ['A'], to: ['A', 'new-a6-0'], kept: 10, of: 10 }]);
  });

  it('splits evenly: nobody has most of it, so both get fresh ids', () => {
    const { ids, changes } = carry([known('A', ...named('a', 0, 8))], [named('a', 0, 4), named('a', 4, 8)]);
    expect(ids).toEqual(['new-a0-0', 'new-a4-0']);
    expect(changes.map(({ event, from }) => [event, from])).toEqual([['split', ['A']]]);
  });

  it('merges: the one that gave most keeps its id', () => {
    const before = [known('A', ...named('a', 0, 4)), known('B', ...named('b', 0, 7))];
    const { ids, changes } = carry(before, [[...named('a', 0, 4), ...named('b', 0, 7)]]);
    expect(ids).toEqual(['B']);
    expect(changes).toEqual([{ event: 'merged', from: ['A', 'B'], to: ['B'], kept: 11, of: 11 }]);
  });

  it('tells of births and deaths', () => {
    const before = [known('A', ...named('a', 0, 5)), known('B', ...named('b', 0, 5))];
    const { ids, kept, changes } = carry(before, [named('a', 0, 5), named('n', 0, 3)]);
    expect(ids).toEqual(['A', 'new-n0-0']);
    expect(kept[1]).toBeNull();
    expect(changes).toEqual([
      { event: 'born', from: [], to: ['new-n0-0'], kept: 0, of: 3 },
      { event: 'died', from: ['B'], to: [], kept: 0, of: 5 },
    ]);
    expect(carry([], [['x']]).changes.map(({ event }) => event)).toEqual(['born']);
    expect(carry(before, []).changes.map(({ event }) => event)).toEqual(['died', 'died']);
  });

  it('does not let a handful of strays carry an id into a theme of others', () => {
    const before = [known('A', ...named('a', 0, 50)), known('B', ...named('b', 0, 20))];
    const { ids, changes } = carry(before, [[...named('b', 0, 20), 'a0', 'a1']]);
    expect(ids).toEqual(['B']);
    // Nearly all of A is gone, not merged.
    expect(changes.map(({ event, from }) => [event, ...from])).toEqual([
      ['died', 'A'],
      ['grew', 'B'],
    ]);
  });

  it('asks for another fresh id while the answer is taken or was a known one', () => {
    const ideas = ['A', 'X', 'Y'];
    const { ids } = carryIdentities(
      [known('A', 'a')],
      [['n1'], ['n2', 'n3']],
      (_, attempt) => ideas[attempt]!,
    );
    expect(ids).toEqual(['Y', 'X']);
    expect(() => carryIdentities([known('A', 'a')], [['n']], () => 'A')).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
  });
});

/** A concept's theme before and after; some are new, some are gone. */
const pair = fc.array(
  fc.tuple(fc.option(fc.nat({ max: 4 }), { freq: 5 }), fc.option(fc.nat({ max: 4 }), { freq: 5 })),
  { maxLength: 40 },
);

function groups(of: readonly (number | null)[]): string[][] {
  const members = new Map<number, string[]>();
  of.forEach((group, concept) => {
    if (group !== null) members.set(group, [...(members.get(group) ?? []), `c${concept}`]);
  });
  return [...members].sort(([a], [b]) => a - b).map(([, ids]) => ids);
}

describe('for any two partitions', () => {
  it('no two themes get one id, every id lost or won is told of, and order changes nothing', () => {
    fc.assert(
      fc.property(pair, fc.integer(), (concepts, seed) => {
        const before = groups(concepts.map(([old]) => old)).map((members, i) => known(`K${i}`, ...members));
        const themes = groups(concepts.map(([, now]) => now));
        const { ids, changes } = carry(before, themes);
        expect(new Set(ids).size).toBe(themes.length);
        for (const { id } of before) {
          if (!ids.includes(id)) expect(changes.some(({ from }) => from.includes(id))).toBe(true);
        }
        for (const id of ids) {
          if (id.startsWith('new')) expect(changes.some(({ to }) => to.includes(id))).toBe(true);
        }

        const random = seededRandom(seed);
        const order = shuffled([...themes.keys()], random);
        const again = carry(
          shuffled(before, random).map(({ id, members }) => known(id, ...shuffled(members, random))),
          order.map((theme) => shuffled(themes[theme]!, random)),
        );
        expect(again.ids).toEqual(order.map((theme) => ids[theme]));
        expect(again.changes).toEqual(changes);

        const settled = themes.map((members, theme) => known(ids[theme]!, ...members));
        const unchanged = carry(settled, themes);
        expect(unchanged.ids).toEqual(ids);
        expect(unchanged.changes).toEqual([]);
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});
