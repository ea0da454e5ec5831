import { describe, expect, it } from 'vitest';
import { bounded, PANEL_BOUNDS, parseExtents } from '../../../web/state/extents.ts';

describe('the sizes of panels', () => {
  it('stay within their bounds', () => {
    expect(bounded('sidebar', 10)).toBe(PANEL_BOUNDS.sidebar.least);
    expect(bounded('drawer', 1e9)).toBe(PANEL_BOUNDS.drawer.most);
    expect(bounded('detail', 400.4)).toBe(400);
  });

  it('are the usual ones where what was kept is no size', () => {
    const usual = { sidebar: 256, detail: 372, drawer: 320 };
    for (const text of [null, '', '{', 'null', '3', '[]', '{"sidebar":"wide","detail":null}'])
      expect(parseExtents(text)).toEqual(usual);
    expect(parseExtents('{"sidebar":300,"detail":1e400}')).toEqual({ ...usual, sidebar: 300 });
  });
});
