import { expect, it } from 'vitest';
import { groupRelations } from '../../../web/panels/relation-groups.ts';

const related = (
  type: 'USED_FOR' | 'COMPARED_WITH' | 'IS_A',
  direction: 'out' | 'in' | 'both',
  id: string,
) => ({
  type,
  direction,
  concept: { id, name: id, kind: 'Method' as const, paperCount: 1 },
  papers: 1,
  sentences: [],
});

it('puts relations under what they say of the concept that is shown', () => {
  const groups = groupRelations([
    related('USED_FOR', 'out', 'a'),
    related('USED_FOR', 'in', 'b'),
    related('USED_FOR', 'out', 'c'),
    related('COMPARED_WITH', 'both', 'd'),
    related('IS_A', 'in', 'e'),
  ]);
  expect(groups.map(({ title, relations }) => [title, relations.map(({ concept }) => concept.id)])).toEqual([
    ['Used for', ['a', 'c']],
    ['Done with', ['b']],
    ['Compared with', ['d']],
    ['Kinds of it', ['e']],
  ]);
});
