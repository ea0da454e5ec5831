import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choosing,
  connectionsTarget,
  EMPTY_TRAIL,
  endsOf,
  goBack,
  goForward,
  goTo,
  nodesOf,
  pairTarget,
  partsOf,
  type SelectionTrail,
  settle,
  type Target,
  visit,
} from '../../../web/state/selection.ts';

const paper = (id: string): Target => ({ type: 'paper', id });
const walk = (...ids: string[]) =>
  ids.reduce<SelectionTrail>((trail, id) => visit(trail, paper(id)), EMPTY_TRAIL);

describe('the trail of selections', () => {
  it('goes back and forward', () => {
    const trail = goBack(walk('a', 'b', 'c'));
    expect(trail.current).toEqual(paper('b'));
    expect(goForward(trail).current).toEqual(paper('c'));
    expect(goBack(goBack(trail)).current).toEqual(paper('a'));
  });

  it('drops the way forward when something else is selected', () => {
    const trail = visit(goBack(walk('a', 'b')), paper('c'));
    expect(trail.future).toEqual([]);
    expect(goBack(trail).current).toEqual(paper('a'));
  });

  it('knows a step back or forward that comes from elsewhere', () => {
    const trail = goTo(walk('a', 'b'), paper('a'));
    expect(trail).toEqual(goBack(walk('a', 'b')));
    expect(goTo(trail, paper('b')).past).toEqual([paper('a')]);
    expect(goTo(trail, paper('z'))).toEqual(visit(trail, paper('z')));
    expect(goTo(trail, null).current).toBeNull();
  });

  it('ignores selecting the same again, but tells types apart', () => {
    const trail = walk('a');
    expect(visit(trail, paper('a'))).toBe(trail);
    expect(visit(trail, { type: 'concept', id: 'a' }).past).toHaveLength(1);
  });

  it('comes back to what was selected before it was let go', () => {
    expect(goBack(visit(walk('a'), null)).current).toEqual(paper('a'));
  });

  it('forward undoes back, whatever the way', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2 }), (ids) => {
        const trail = walk(...ids);
        const back = goBack(trail);
        if (trail.past.length > 0) expect(goForward(back)).toEqual(trail);
        else expect(back).toBe(trail);
      }),
      { seed: 3 },
    );
  });

  it('keeps a bounded number of steps', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `p${i}`);
    expect(walk(...ids).past.length).toBe(100);
  });
});

it('a pair is a target of its own, and stands for its two concepts', () => {
  const pair = pairTarget('c1', 'c2');
  expect(endsOf(pair.id)).toEqual(['c1', 'c2']);
  expect(nodesOf(pair)).toEqual(['c1', 'c2']);
  expect(nodesOf(paper('p'))).toEqual(['p']);
  expect(nodesOf({ type: 'theme', id: 't' })).toEqual([]);
});

describe('the other end', () => {
  const choosing = (tie: Choosing['tie'], from: Target) => ({
    ...walk('a'),
    choosing: { tie, from, refused: null },
  });

  it('is what is selected next, and makes a path or a comparison', () => {
    const path = settle(choosing('path', paper('a')), { type: 'concept', id: 'c' });
    expect(path.current).toEqual({ type: 'path', id: 'a..c' });
    expect(path.choosing).toBeNull();
    expect(goBack(path).current).toEqual(paper('a'));
    expect(settle(choosing('compare', paper('a')), paper('b')).current).toEqual({
      type: 'compare',
      id: 'a..b',
    });
  });

  it('is not the bare map, and not what does not go with it', () => {
    const start = choosing('compare', paper('a'));
    expect(settle(start, null)).toBe(start);
    for (const other of [paper('a'), { type: 'concept', id: 'c' } as const]) {
      const refused = settle(start, other);
      expect(refused.current).toEqual(paper('a'));
      expect(refused.choosing).toEqual({ ...start.choosing, refused: other });
    }
    const theme = { type: 'theme', id: 't' } as const;
    expect(settle(choosing('path', paper('a')), theme).choosing?.refused).toEqual(theme);
  });

  it('what connects several stands for all of them', () => {
    const target = connectionsTarget(['a', 'b', 'c']);
    expect(partsOf(target.id)).toEqual(['a', 'b', 'c']);
    expect(nodesOf(target)).toEqual(['a', 'b', 'c']);
  });
});
