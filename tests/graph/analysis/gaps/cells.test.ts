import { describe, expect, test } from 'vitest';
import { type CellInput, DEFAULT_CELLS } from '../../../../graph/analysis/gaps/cell.ts';
import { cellMatrix, DEFAULT_MATRIX } from '../../../../graph/analysis/gaps/cell-matrix.ts';
import { cellGaps } from '../../../../graph/analysis/gaps/cells.ts';
import { ConceptProfiles, companions } from '../../../../graph/analysis/gaps/concept-profiles.ts';
import {
  type ConceptFacts,
  type MentionFacts,
  paperConceptGraph,
} from '../../../../graph/analysis/paper-concept-graph.ts';
import { seededRandom } from '../../../../graph/analysis/random.ts';
import type { ConceptKind } from '../../../../graph/schema.ts';
import { conceptIndex, papersOf, shuffled } from '../graphs.ts';

const PER_KIND = 7;
const FIELDS = 2;
const PAPERS = 900;
const BROAD = 'm-everywhere';

interface FieldSettings {
  papers?: number;
  seed?: number;
  order?: number;
  names?: Record<string, string>;
}

/**
 * Two fields, each with methods, tasks and terms of its own: a paper has one method, one task and three terms of its
 * field, and often a method that all use. Nobody has tried `m-0-0` for `t-0-0`.
 */
function fields({ papers = PAPERS, seed = 1, order = 0, names = {} }: FieldSettings = {}): CellInput {
  const random = seededRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const mentions: MentionFacts[] = [];
  const paperIds: string[] = [];
  for (let p = 0; p < papers; p++) {
    const paperId = `p${String(p).padStart(4, '0')}`;
    paperIds.push(paperId);
    const field = p % FIELDS;
    const method = draw(PER_KIND);
    const task = field === 0 && method === 0 ? 1 + draw(PER_KIND - 1) : draw(PER_KIND);
    const ids = [`m-${field}-${method}`, `t-${field}-${task}`];
    for (let i = 0; i < 3; i++) ids.push(`w-${field}-${draw(6)}`);
    if (random() < 0.08) ids.push(BROAD);
    for (const conceptId of ids) mentions.push({ paperId, conceptId, salience: 0.3 + random() / 2 });
  }
  const kinds: Record<string, ConceptKind> = { m: 'Method', t: 'Task', w: 'Term' };
  const concepts = [...new Set(mentions.map(({ conceptId }) => conceptId))].map(
    (id): ConceptFacts => ({ id, name: names[id] ?? `thing ${id}`, kind: kinds[id.charAt(0)]! }),
  );
  const graph = paperConceptGraph(paperIds, concepts, shuffled(mentions, seededRandom(order)));
  const themeOf = ({ id }: ConceptFacts): number => (id === BROAD ? -1 : Number(id.split('-')[1]));
  return {
    literature: {
      graph,
      papers: graph.paperIds.map(() => ({
        title: null,
        abstract: null,
        year: null,
        venue: null,
        authors: [],
        keywords: [],
      })),
    },
    partition: Int32Array.from(graph.concepts, themeOf),
  };
}

const PLANTED = ['m-0-0', 't-0-0'];
const pairsOf = (input: CellInput, settings = DEFAULT_CELLS): string[][] =>
  cellGaps(input, settings).gaps.map(({ between }) => between.map(({ id }) => id));
const reasons = (input: CellInput, settings = DEFAULT_CELLS): Record<string, number> =>
  Object.fromEntries(cellGaps(input, settings).excluded.map(({ reason, count }) => [reason, count]));
const NAMED = 'cells that papers fill which name both, though one was not marked as a concept there';
/** As if the corpus had too few cells of six expected papers. */
const THRIFTY = { ...DEFAULT_CELLS, minExpected: 6 };
const SAME = 'cells whose two names say the same';

describe('empty cells', () => {
  test.each([1, 2, 3, 4, 5])(
    'the cell that nobody tried comes first, and far fields none (seed %d)',
    (seed) => {
      const found = pairsOf(fields({ seed }));
      expect(found[0]).toEqual(PLANTED);
      for (const [row, column] of found) expect(row!.charAt(2)).toBe(column!.charAt(2));
    },
  );

  test('its figures are those of the formula', () => {
    const { literature, partition } = fields();
    const [gap] = cellGaps({ literature, partition }).gaps;
    const { papersOfRow, papersOfColumn, surprise, p0, residual, similarityInRow, similarityInColumn } =
      gap!.measures;
    const expected = (papersOfRow! * papersOfColumn!) / PAPERS;
    expect(gap).toMatchObject({ kind: 'cell', part: '', observed: 0 });
    expect(gap!.expected).toBeCloseTo(expected, 12);
    expect(p0).toBeCloseTo(Math.exp(-expected), 12);
    expect(surprise).toBeCloseTo(expected / Math.LN10, 10);
    expect(residual).toBeCloseTo(-Math.sqrt(expected), 10);
    expect(gap!.score).toBeCloseTo(surprise! * Math.sqrt(similarityInRow! * similarityInColumn!), 12);
  });

  test('it is told with the filled cells beside it, and bridged by their concepts and papers', () => {
    const [gap] = cellGaps(fields()).gaps;
    expect(gap!.evidenceFor[0]!.text).toMatch(
      /^No paper has both “thing m-0-0” \(\d+ papers\) and “thing t-0-0”/,
    );
    const [, inRow, inColumn] = gap!.evidenceFor;
    expect(inRow!.refs[0]!.id).toMatch(/^t-0-[1-6]$/);
    expect(inColumn!.refs[0]!.id).toMatch(/^m-0-[1-6]$/);
    expect(inRow!.refs.slice(1).map(({ label }) => label)).toEqual(['Paper', 'Paper', 'Paper']);
    expect(gap!.bridges).toHaveLength(8);
  });

  test('a concept that all themes use is left out as broad', () => {
    expect(pairsOf(fields()).flat()).not.toContain(BROAD);
    expect(reasons(fields())['concepts that are spread over the themes as all papers are']).toBe(1);
  });

  test('names that say the same, and versions of one thing, make no gap', () => {
    const held = fields({ names: { 'm-0-0': 'deep parsing', 't-0-0': 'parsing' } });
    expect(pairsOf(held)).not.toContainEqual(PLANTED);
    expect(reasons(held)[SAME]).toBe(1);
    const plain = fields();
    const ofPlanted = plain.literature.graph.concepts.map(({ id }) => (PLANTED.includes(id) ? 'X' : null));
    expect(pairsOf({ ...plain, families: ofPlanted })).not.toContainEqual(PLANTED);
    expect(reasons({ ...plain, families: ofPlanted })[SAME]).toBe(1);
    expect(reasons(plain)[SAME]).toBeUndefined();
  });

  test('generic names are left out', () => {
    const generic = fields({ names: { 'm-0-0': 'training data' } });
    expect(pairsOf(generic).flat()).not.toContain('m-0-0');
    expect(reasons(generic)['concepts with a generic name']).toBe(1);
  });

  test('a small corpus is looked at with less, and says so', () => {
    const small = fields({ papers: 700 });
    const [gap] = cellGaps(small, THRIFTY).gaps;
    expect(gap!.expected).toBeLessThan(6);
    const against = gap!.evidenceAgainst.map(({ text }) => text).join('\n');
    expect(against).toContain('The corpus is too small for cells with 6 expected papers');
    expect(against).toMatch(/chance leaves such a cell empty in \d+ % of cases/);
    expect(pairsOf(small, { ...THRIFTY, floorExpected: 6 })).toEqual([]);
  });

  test('a cell that chance often leaves as empty is too small to tell', () => {
    const small = fields({ papers: 160 });
    expect(pairsOf(small)).toEqual([]);
    const tooSmall = Object.entries(reasons(small)).find(([reason]) => reason.startsWith('cells too small'));
    expect(tooSmall![1]).toBeGreaterThan(0);
    for (const { measures } of cellGaps(small, { ...DEFAULT_CELLS, maxChance: 0.5 }).gaps)
      expect(measures.p).toBeLessThanOrEqual(0.5);
    expect(pairsOf(small, { ...DEFAULT_CELLS, maxChance: 1 })).toContainEqual(PLANTED);
  });

  test('papers that only name both fill a cell', () => {
    const plain = fields({ papers: 1500, names: { 'm-0-0': 'beam search', 't-0-0': 'parsing' } });
    const saying = (papers: number): CellInput => ({
      ...plain,
      literature: {
        ...plain.literature,
        papers: plain.literature.papers.map((paper, i) =>
          i < papers ? { ...paper, title: 'Parsing', abstract: 'By Beam searches. With parsing.' } : paper,
        ),
      },
    });
    expect(pairsOf(plain)).toContainEqual(PLANTED);
    const gap = cellGaps(saying(1)).gaps.find(({ between }) => between[0]!.id === PLANTED[0]);
    expect(gap).toMatchObject({ observed: 1 });
    expect(gap!.evidenceAgainst[0]).toEqual({
      text: '1 paper has both already.',
      refs: [{ label: 'Paper', id: 'p0000' }],
    });
    expect(pairsOf(saying(4))).not.toContainEqual(PLANTED);
    expect(reasons(saying(4))[NAMED]).toBeGreaterThan(0);
  });

  test('papers that have both already speak against it', () => {
    const tolerant = cellGaps(fields(), { ...DEFAULT_CELLS, maxRatio: 10, maxChance: 1 });
    const filled = tolerant.gaps.find(({ observed }) => observed! > 1);
    expect(filled!.evidenceAgainst[0]!.text).toMatch(/papers have both already/);
    expect(filled!.evidenceAgainst[0]!.refs.length).toBeGreaterThan(0);
  });

  test('the order of mentions changes nothing', () => {
    expect(cellGaps(fields({ order: 9 }))).toEqual(cellGaps(fields()));
  });
});

describe('the matrix', () => {
  const input = fields();
  const matrix = cellMatrix(input, 'Method', 'Task');

  test('holds what is observed and expected in each cell', () => {
    const { graph } = input.literature;
    const papers = (id: string): Set<number> => {
      const concept = conceptIndex(graph, id);
      const { start, column } = graph.byConcept;
      return new Set(column.subarray(start[concept]!, start[concept + 1]!));
    };
    expect(matrix.rows).toHaveLength(14);
    expect(matrix.columns).toHaveLength(14);
    matrix.rows.forEach((row, r) => {
      matrix.columns.forEach((column, c) => {
        const [of, other] = [papers(row), papers(column)];
        const expected = (of.size * other.size) / PAPERS;
        const observed = [...of].filter((paper) => other.has(paper)).length;
        expect(matrix.observed[r]![c]).toBe(observed);
        expect(matrix.expected[r]![c]).toBeCloseTo(expected, 12);
        expect(matrix.residual[r]![c]).toBeCloseTo((observed - expected) / Math.sqrt(expected), 12);
        expect(matrix.p0[r]![c]).toBeCloseTo(Math.exp(-expected), 12);
      });
    });
    expect(matrix.observed[matrix.rows.indexOf('m-0-0')]![matrix.columns.indexOf('t-0-0')]).toBe(0);
  });

  test('puts alike concepts beside one another, and keeps to its size', () => {
    const ofField = (ids: readonly string[]): string => ids.map((id) => id.charAt(2)).join('');
    expect(ofField(matrix.rows)).toMatch(/^(0{7}1{7}|1{7}0{7})$/);
    expect(ofField(matrix.columns)).toMatch(/^(0{7}1{7}|1{7}0{7})$/);
    const small = cellMatrix(input, 'Method', 'Task', { ...DEFAULT_MATRIX, rows: 3, columns: 2 });
    expect([small.rows.length, small.columns.length, small.observed.length, small.p0[0]!.length]).toEqual([
      3, 2, 3, 2,
    ]);
    expect(cellMatrix(input, 'Method', 'Dataset')).toMatchObject({
      columns: [],
      observed: Array(14).fill([]),
    });
  });

  test('takes models for methods', () => {
    const { graph } = input.literature;
    const concepts = graph.concepts.map((concept) =>
      concept.id === 'm-1-2' ? { ...concept, kind: 'Model' as const } : concept,
    );
    const literature = { ...input.literature, graph: { ...graph, concepts } };
    expect(cellMatrix({ ...input, literature }, 'Method', 'Task')).toEqual(matrix);
  });
});

test('profiles: what stands beside a concept, and how alike two are', () => {
  const graph = papersOf(
    'p1: a x y',
    'p2: a x y',
    'p3: b x y',
    'p4: b x y',
    'p5: c z',
    'p6: c z',
    'p7: d',
    'p8: e',
  );
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => conceptIndex(graph, id)) as [
    number,
    number,
    number,
    number,
  ];
  const [x, y] = [conceptIndex(graph, 'x'), conceptIndex(graph, 'y')];
  expect([...companions(graph, a)]).toEqual([
    [x, 2],
    [y, 2],
  ]);
  const profiles = new ConceptProfiles(graph);
  expect(profiles.similarity(a, b)).toBeCloseTo(1, 12);
  expect(profiles.similarity(a, c)).toBe(0);
  expect(profiles.similarity(a, d)).toBe(0);
});
