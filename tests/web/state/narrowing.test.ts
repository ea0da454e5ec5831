import { describe, expect, it } from 'vitest';
import { filterQuery, WIDE } from '../../../web/state/narrowing.ts';

describe('the request of a narrowed view', () => {
  it('is empty where nothing narrows', () => {
    expect(filterQuery(WIDE, 'all')).toEqual({});
  });

  it('hides a relation without bringing in others', () => {
    const hiding = (lens: 'all' | 'papers' | 'ego', ...hidden: Parameters<typeof WIDE.hiddenRelations.has>) =>
      filterQuery({ ...WIDE, hiddenRelations: new Set(hidden) }, lens).relations;
    expect(hiding('all', 'INTRODUCES')).toBe('MENTIONS');
    expect(hiding('papers', 'INTRODUCES')).toBeUndefined();
    expect(hiding('papers', 'SHARES')).not.toContain('SHARES');
    expect(String(hiding('ego', 'SHARES')).split(',')).toContain('USED_FOR');
  });

  it('names kinds, years and switches as the server knows them', () => {
    const narrowing = {
      ...WIDE,
      hiddenKinds: new Set(['Paper'] as const),
      from: 2020,
      to: 2023,
      largest: true,
    };
    expect(filterQuery(narrowing, 'all')).toEqual({
      kinds: 'Method,Task,Dataset,Metric,Model,Term',
      from: 2020,
      to: 2023,
      largest: '1',
    });
  });
});
