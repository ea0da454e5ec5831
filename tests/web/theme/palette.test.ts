import { describe, expect, it } from 'vitest';
import { CONCEPT_KINDS } from '../../../graph/schema.ts';
import { mix, premultiplied, withAlpha } from '../../../web/theme/colour.ts';
import {
  colourProperties,
  GROUNDS,
  kindColour,
  THEME_COLOURS,
  themeColour,
} from '../../../web/theme/palette.ts';
import { contrast, difference, SIGHTS } from './sight.ts';

const SCHEMES = ['light', 'dark'] as const;
/** Nearly three times what is just noticeable side by side. */
const APART = 0.055;

describe.each(SCHEMES)('the palette in %s', (scheme) => {
  it.each(Object.entries(SIGHTS))('keeps any two themes apart for %s sight', (_name, sight) => {
    const colours = THEME_COLOURS.map((pair) => pair[scheme]);
    const distances = colours.flatMap((one, i) =>
      colours.slice(0, i).map((other) => difference(one, other, sight)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(APART);
  });

  it.each(Object.entries(SIGHTS))(
    'keeps fewer and more apart for %s sight, with text on both',
    (_name, sight) => {
      const { '--fewer': fewer = '', '--more': more = '' } = colourProperties(scheme);
      const { panel, ink } = GROUNDS[scheme];
      // As strong and as faint as cells are shaded.
      for (const share of [0.14, 0.46]) {
        const [one, other] = [mix(panel, fewer, share), mix(panel, more, share)];
        expect(difference(one, other, sight)).toBeGreaterThan(0.02);
        expect(contrast(ink, one)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink, other)).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(fewer, panel)).toBeGreaterThanOrEqual(3);
    },
  );

  it('stands out on the map', () => {
    for (const pair of THEME_COLOURS) {
      expect(contrast(pair[scheme], GROUNDS[scheme].map), pair.name).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(themeColour(-1, scheme), GROUNDS[scheme].map)).toBeGreaterThanOrEqual(3);
  });

  it('has text that can be read', () => {
    const { panel, map, ink, quiet } = GROUNDS[scheme];
    for (const ground of [panel, map]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(quiet, ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const kind of CONCEPT_KINDS) {
      // On the panel, and on the panel tinted by the kind itself as mentions are.
      const tinted = mix(panel, kindColour(kind, scheme), 0.09);
      expect(contrast(kindColour(kind, scheme), panel), kind).toBeGreaterThanOrEqual(4.5);
      expect(contrast(kindColour(kind, scheme), tinted), kind).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('themeColour', () => {
  it('goes round, and gives grey to what is in no theme', () => {
    expect(themeColour(THEME_COLOURS.length, 'light')).toBe(themeColour(0, 'light'));
    expect(themeColour(-1, 'light')).not.toBe(themeColour(0, 'light'));
  });
});

describe('colour arithmetic', () => {
  it('mixes, fades and premultiplies', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#102030', '#ffffff', 0)).toBe('#102030');
    expect(withAlpha('#102030', 0.5)).toBe('rgba(16, 32, 48, 0.5)');
    expect(premultiplied('#1020ff', 0.5)).toBe('rgba(8, 16, 128, 0.5)');
  });
});
