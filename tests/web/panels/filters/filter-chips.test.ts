import { describe, expect, it } from 'vitest';
import { EDGE_TYPES, nodeKindSchema } from '../../../../graph/contract.ts';
import { chipsOf, cleared, isNarrowed, yearsInWords } from '../../../../web/panels/filters/filter-chips.ts';
import { WIDE } from '../../../../web/state/narrowing.ts';
import { FIRST_CHOICE, type ViewChoice } from '../../../../web/state/view.ts';

const NAMES = {
  theme: (id: string) => (id === 't1' ? 'Retrieval' : null),
  node: (id: string) => (id === 'c1' ? 'attention' : null),
  lastIngest: '3 Nov',
};
const narrowed = (part: Partial<ViewChoice['narrowing']>, choice: Partial<ViewChoice> = {}): ViewChoice => ({
  ...FIRST_CHOICE,
  ...choice,
  narrowing: { ...WIDE, ...part },
});
const labels = (choice: ViewChoice) => chipsOf(choice, NAMES).map(({ label }) => label);

const ALL = narrowed(
  {
    hiddenKinds: new Set(['Paper', 'Term']),
    hiddenRelations: new Set(['IS_A']),
    from: 2020,
    to: 2023,
    minPapers: 5,
    text: 'retrieval',
    tag: 'to read',
    minDegree: 2,
    core: 3,
    largest: true,
    fresh: true,
  },
  { lens: 'ego', centre: ['c1'], depth: 2, theme: 't1', hidden: new Set(['a', 'b']) },
);

describe('the chips', () => {
  it('say in words what narrows the map', () => {
    expect(labels(FIRST_CHOICE)).toEqual([]);
    expect(labels(ALL)).toEqual([
      'around attention, 2 steps',
      'theme: Retrieval',
      'without Papers',
      'without Terms',
      'without links “is a kind of”',
      '2020 to 2023',
      'at least 5 papers',
      'text: retrieval',
      'tag: to read',
      'at least 2 links',
      'k-core 3',
      'largest component',
      'new since 3 Nov',
      '2 hidden nodes',
    ]);
  });

  it('name the years by their ends', () => {
    expect(yearsInWords(2020, 2020)).toBe('2020');
    expect(yearsInWords(2020, null)).toBe('since 2020');
    expect(yearsInWords(null, 2023)).toBe('until 2023');
  });

  it('name what is left where most kinds or relations are hidden', () => {
    const kinds = nodeKindSchema.options.filter((kind) => kind !== 'Method' && kind !== 'Task');
    expect(labels(narrowed({ hiddenKinds: new Set(kinds) }))).toEqual(['only Methods and Tasks']);
    expect(labels(narrowed({ hiddenKinds: new Set(nodeKindSchema.options) }))).toEqual(['only none']);
    const relations = EDGE_TYPES.filter((type) => type !== 'MENTIONS');
    expect(labels(narrowed({ hiddenRelations: new Set(relations) }))).toEqual(['only links “mentions”']);
  });

  it('each take away what they name and nothing else', () => {
    for (const chip of chipsOf(ALL, NAMES)) {
      const others = labels({ ...ALL, ...chip.without });
      expect(others, chip.label).toEqual(labels(ALL).filter((label) => label !== chip.label));
    }
  });

  it('all go at once, and leave alone what they do not stand for', () => {
    const choice = { ...ALL, colouring: 'year' as const };
    const rest = { ...choice, ...cleared(chipsOf(choice, NAMES), choice) };
    expect(labels(rest)).toEqual([]);
    expect(rest).toEqual({ ...FIRST_CHOICE, colouring: 'year' });
    const papers = narrowed({ core: 2 }, { lens: 'papers' });
    expect({ ...papers, ...cleared(chipsOf(papers, NAMES), papers) }.lens).toBe('papers');
  });

  it('are there exactly where the map is narrowed', () => {
    expect(isNarrowed(FIRST_CHOICE)).toBe(false);
    expect(isNarrowed({ ...FIRST_CHOICE, colouring: 'year', lens: 'papers' })).toBe(false);
    const { narrowing } = ALL;
    for (const name of Object.keys(WIDE) as (keyof typeof WIDE)[]) {
      const one = narrowed({ [name]: narrowing[name] });
      expect([name, isNarrowed(one), labels(one).length > 0]).toEqual([name, true, true]);
    }
    for (const part of [
      { theme: 't1' },
      { hidden: new Set(['a']) },
      { lens: 'ego', centre: ['c1'] },
    ] as const)
      expect(isNarrowed({ ...FIRST_CHOICE, ...part })).toBe(true);
  });
});
