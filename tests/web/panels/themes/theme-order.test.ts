import { describe, expect, it } from 'vitest';
import { LARGEST_FIRST, nextOrder, orderThemes } from '../../../../web/panels/themes/theme-order.ts';
import { mappedTheme } from './mapped-theme.ts';

const themes = [
  mappedTheme('b', { label: 'Beta', paperCount: 5, density: 2 }),
  mappedTheme('a', { label: 'alpha', paperCount: 5, density: null }),
  mappedTheme('c', { label: 'Gamma', paperCount: 9, density: 7 }),
];
const ids = (order: Parameters<typeof orderThemes>[1]) => orderThemes(themes, order).map(({ id }) => id);

describe('the table of themes', () => {
  it('starts with the most papers, equals by name', () => {
    expect(ids(LARGEST_FIRST)).toEqual(['c', 'a', 'b']);
  });

  it('has what is not known last, either way round', () => {
    expect(ids({ column: 'density', descending: true })).toEqual(['c', 'b', 'a']);
    expect(ids({ column: 'density', descending: false })).toEqual(['b', 'c', 'a']);
  });

  it('turns round at the second click; words start at A, figures at the greatest', () => {
    const byName = nextOrder(LARGEST_FIRST, 'label');
    expect(ids(byName)).toEqual(['a', 'b', 'c']);
    expect(ids(nextOrder(byName, 'label'))).toEqual(['c', 'b', 'a']);
    expect(nextOrder(byName, 'stability').descending).toBe(true);
  });
});
