import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../graph/analysis/random.ts';
import { chooseNodes, rankNodes } from '../../../graph/server/choose-nodes.ts';
import { sharpened } from '../../../graph/server/map-request.ts';
import { KINDS } from '../../../graph/server/node-columns.ts';
import { EVERYTHING, type NodeFilters, populationOf } from '../../../graph/server/population.ts';
import { NAMING, TieList, type Ties } from '../../../graph/server/ties.ts';

const PAPERS = 400;
const CONCEPTS = 300;
const THEMES = 6;
const [FIRST, LAST] = [2000, 2019];
/** Of the concepts, so many are named once. */
const LONE = 60;

/** Papers of twenty years that name a few concepts each, some far more often than others. */
function literature(): Ties {
  const random = seededRandom(11);
  const below = (most: number) => Math.floor(random() * most);
  const nodes = PAPERS + CONCEPTS;
  const columns: Ties['columns'] = {
    kind: new Uint8Array(nodes).fill(KINDS.indexOf('Method'), PAPERS),
    theme: Int32Array.from({ length: nodes }, () => below(THEMES)),
    subTheme: new Int32Array(nodes).fill(-1),
    themes: Array.from({ length: THEMES }, (_, i) => `t${i}`),
    weight: new Float64Array(nodes),
    year: Uint16Array.from({ length: PAPERS }, () => FIRST + below(LAST - FIRST + 1)),
  };
  columns.kind.fill(KINDS.indexOf('Paper'), 0, PAPERS);
  const named = new TieList();
  const name = (paper: number, concept: number) => {
    named.add(paper, concept, 1, 0.5);
    columns.weight[concept]! += 1;
    columns.weight[paper]! += 1 + random();
  };
  for (let paper = 0; paper < PAPERS; paper++) {
    const concepts = new Set(Array.from({ length: 5 }, () => Math.floor(random() ** 3 * (CONCEPTS - LONE))));
    for (const concept of concepts) name(paper, PAPERS + concept);
  }
  for (let i = 0; i < LONE; i++) name(below(PAPERS), nodes - 1 - i);
  const ids = Array.from({ length: nodes }, (_, i) => `n${i}`);
  const none = new TieList().toRows(nodes);
  const of = Object.fromEntries((['INTRODUCES', 'CO_OCCURS', 'SHARES'] as const).map((type) => [type, none]));
  return {
    ids,
    numberOf: new Map(ids.map((id, i) => [id, i])),
    papers: PAPERS,
    of: { ...of, MENTIONS: named.toRows(nodes) } as Ties['of'],
    columns,
  };
}

describe('a narrowed map', async () => {
  const ties = literature();
  const base = populationOf(ties, NAMING, EVERYTHING);
  const ranked = await rankNodes(ties, base.isIn, () => {});
  const draw = (filters: Partial<NodeFilters>, limit: number) => {
    const left = populationOf(ties, NAMING, { ...EVERYTHING, ...filters });
    return new Set(chooseNodes({ ties, ranked, left, limit, smallMap: 0, smallPart: 0 }));
  };
  const gone = (before: ReadonlySet<number>, after: ReadonlySet<number>) =>
    [...before].filter((node) => !after.has(node));
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);

  it('loses nothing as the years grow, below the cap', () => {
    const limit = PAPERS + CONCEPTS;
    let before = new Set<number>();
    for (const to of years) {
      const drawn = draw({ from: FIRST, to }, limit);
      expect(gone(before, drawn), `up to ${to}`).toEqual([]);
      expect(drawn.size).toBeGreaterThan(before.size);
      before = drawn;
    }
  });

  it('gives a node up only where the cap binds, and never one of the whole map', () => {
    const limit = 150;
    const whole = draw({}, limit);
    expect(whole.size).toBe(limit);
    let before = new Set<number>();
    for (const to of years) {
      const drawn = draw({ from: FIRST, to }, limit);
      expect(drawn.size).toBeLessThanOrEqual(limit);
      const lost = gone(before, drawn);
      if (drawn.size < limit) expect(lost, `up to ${to}`).toEqual([]);
      for (const node of lost) expect(whole.has(node)).toBe(false);
      before = drawn;
    }
    expect(draw({ from: FIRST, to: LAST }, limit)).toEqual(whole);
  });

  it('shows of the whole map what is left of it, and is not filled with concepts of one paper', () => {
    const [whole, late] = [draw({}, 150), draw({ from: 2018 }, 150)];
    const left = populationOf(ties, NAMING, { ...EVERYTHING, from: 2018 });
    for (const node of whole) if (left.isIn[node]) expect(late.has(node)).toBe(true);
    const added = [...late].filter((node) => node >= PAPERS && !whole.has(node));
    for (const node of added) expect(left.papersIn[node]).toBeGreaterThan(1);
    const lone = Array.from({ length: LONE }, (_, i) => PAPERS + CONCEPTS - 1 - i);
    expect(lone.filter((node) => late.has(node))).toEqual([]);
  });

  it('shows concepts of one paper where the collection is small, or where they are asked for', () => {
    const last = PAPERS + CONCEPTS - 1;
    const named = populationOf(ties, NAMING, { ...EVERYTHING, named: new Set([ties.ids[last]!]) });
    const some = { ties, ranked, left: named, limit: 150, smallMap: 0 };
    expect(chooseNodes({ ...some, smallPart: 0 })).toEqual([]);
    expect(chooseNodes({ ...some, smallPart: 300 })).toEqual([last]);
    const all = { ties, ranked, left: base, limit: 2000, smallPart: 0 };
    expect(chooseNodes({ ...all, smallMap: 2000 })).toHaveLength(PAPERS + CONCEPTS);
  });
});

describe('sharpened', () => {
  it('takes the lens that has edges for what is left of papers and concepts', () => {
    const relations = ['MENTIONS', 'USED_FOR'] as const;
    expect(sharpened({ lens: 'all', kinds: ['Method', 'Task'] }).lens).toBe('concepts');
    expect(sharpened({ lens: 'all', kinds: ['Paper'], relations: [...relations] })).toEqual({
      lens: 'papers',
      kinds: ['Paper'],
      relations: [...relations, 'SHARES'],
    });
    expect(sharpened({ lens: 'all', kinds: ['Task'], relations: ['USED_FOR'] }).relations).toEqual([
      'USED_FOR',
    ]);
    for (const lens of ['ego', 'themes'] as const)
      expect(sharpened({ lens, kinds: ['Task'] }).lens).toBe(lens);
    expect(sharpened({ lens: 'all', kinds: ['Task', 'Paper'] }).lens).toBe('all');
  });
});
