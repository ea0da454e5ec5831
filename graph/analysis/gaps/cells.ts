import type { ConceptKind } from '../../schema.ts';
import { rowLength } from '../incidence.ts';
import { adjustedPValues } from '../measures/false-discovery.ts';
import { logPoissonAtMost } from '../measures/poisson.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';
import { contentWords, isShortFor, saysTheSame } from '../words.ts';
import {
  type Cell,
  type CellInput,
  type CellSettings,
  DEFAULT_CELLS,
  type EmptyCell,
  type Neighbour,
} from './cell.ts';
import { type CellConcepts, cellConcepts } from './cell-concepts.ts';
import { againstCell, bridgesOfCell, forCell } from './cell-evidence.ts';
import { ConceptProfiles, companions } from './concept-profiles.ts';
import type { Gap, GapList } from './gap.ts';
import { NamedPapers } from './named-papers.ts';
import { conceptRef } from './phrases.ts';

/** The kinds that make rows, and the kind that makes columns. A model is a method for this. */
export const CELL_KINDS: readonly { rows: readonly ConceptKind[]; columns: ConceptKind }[] = [
  { rows: ['Method', 'Model'], columns: 'Task' },
  { rows: ['Method', 'Model'], columns: 'Dataset' },
  { rows: ['Task'], columns: 'Dataset' },
];

/**
 * Empty cells of method x task, method x dataset and task x dataset: E = n_m n_t / N papers would have both by
 * chance, O do. Popular concepts of fields that have nothing to do with one another are the surest to be empty,
 * so a cell must lie between filled ones; and since a name may stand in a paper unmarked, O is of the papers that name
 * both (`NamedPapers`). The score is
 *
 *     -log10 P(X <= O) sqrt(s_row s_column)
 *
 * with s_row the greatest similarity (`ConceptProfiles`) of t to a task t' that m is found with more often than by
 * chance, and s_column that of m to a method that t is found with.
 */
export function cellGaps(input: CellInput, settings: CellSettings = DEFAULT_CELLS): GapList {
  const { graph } = input.literature;
  const concepts = cellConcepts(graph, input.partition, settings);
  const profiles = new ConceptProfiles(graph);
  const counts = { considered: 0, filled: 0, named: 0, tooSmall: 0, sameThing: 0, farOff: 0 };
  const tails: number[] = [];
  const empty: { cell: EmptyCell; test: number }[] = [];
  const tables = CELL_KINDS.map((kinds) => largeCells(graph, concepts, kinds, settings));
  const named = new NamedPapers(
    input.literature,
    new Set(tables.flatMap(({ cells }) => cells.flatMap(({ row, column }) => [row, column]))),
  );
  for (const { cells, leastExpected, beside } of tables) {
    for (const marked of cells) {
      if (areOneThing(input, marked.row, marked.column)) {
        counts.sameThing++;
        continue;
      }
      counts.considered++;
      const mostPapers = settings.maxRatio * marked.expected;
      const papers = marked.observed > mostPapers ? [] : named.ofBoth(marked.row, marked.column);
      const cell = { ...marked, observed: Math.max(marked.observed, papers.length) };
      const logTail = logPoissonAtMost(cell.observed, cell.expected);
      tails.push(Math.exp(logTail));
      if (cell.observed > mostPapers) {
        if (marked.observed > mostPapers) counts.filled++;
        else counts.named++;
        continue;
      }
      if (logTail > Math.log(settings.maxChance)) {
        counts.tooSmall++;
        continue;
      }
      const inRow = nearest(cell, beside.get(cell.row)!, profiles, 'column');
      const inColumn = nearest(cell, beside.get(cell.column)!, profiles, 'row');
      const least = Math.min(inRow?.similarity ?? 0, inColumn?.similarity ?? 0);
      if (!inRow || !inColumn || least < settings.minSimilarity) {
        counts.farOff++;
        continue;
      }
      const surprise = -logTail / Math.LN10;
      const found = { ...cell, surprise, papers, inRow, inColumn, leastExpected };
      empty.push({ cell: found, test: tails.length - 1 });
    }
  }
  const q = adjustedPValues(tails);
  empty.sort(
    (a, b) => scoreOf(b.cell) - scoreOf(a.cell) || a.cell.row - b.cell.row || a.cell.column - b.cell.column,
  );
  return {
    kind: 'cell',
    gaps: empty
      .slice(0, settings.maxGaps)
      .map(({ cell, test }) => gapOf(input, concepts, cell, q[test]!, settings)),
    considered: counts.considered,
    excluded: [
      ...concepts.excluded,
      { reason: 'cells whose two names say the same', count: counts.sameThing },
      { reason: 'cells that are filled', count: counts.filled },
      {
        reason: 'cells that papers fill which name both, though one was not marked as a concept there',
        count: counts.named,
      },
      {
        reason: `cells too small to tell: chance alone leaves as few papers in more than ${settings.maxChance * 100} % of cases`,
        count: counts.tooSmall,
      },
      { reason: 'empty cells without filled ones like them on both sides', count: counts.farOff },
      { reason: `beyond the first ${settings.maxGaps}`, count: Math.max(0, empty.length - settings.maxGaps) },
    ].filter(({ count }) => count > 0),
    parameters: { ...settings },
  };
}

const scoreOf = ({ surprise, inRow, inColumn }: EmptyCell): number =>
  surprise * Math.sqrt(inRow.similarity * inColumn.similarity);

function gapOf(
  { literature }: CellInput,
  concepts: CellConcepts,
  cell: EmptyCell,
  q: number,
  settings: CellSettings,
): Gap {
  const { graph } = literature;
  const { row, column, observed, expected, surprise, inRow, inColumn } = cell;
  return {
    kind: 'cell',
    between: [row, column].map((concept) => conceptRef(graph.concepts[concept]!.id)),
    part: '',
    score: scoreOf(cell),
    observed,
    expected,
    measures: {
      surprise,
      residual: (observed - expected) / Math.sqrt(expected),
      p0: Math.exp(-expected),
      p: 10 ** -surprise,
      q,
      similarityInRow: inRow.similarity,
      similarityInColumn: inColumn.similarity,
      papersOfRow: rowLength(graph.byConcept, row),
      papersOfColumn: rowLength(graph.byConcept, column),
    },
    evidenceFor: forCell(graph, cell, settings),
    evidenceAgainst: againstCell(graph, concepts, cell, q, settings),
    bridges: bridgesOfCell(graph, cell, settings),
  };
}

/** All cells that chance would fill well, filled or not, and every filled cell beside each concept of them. */
function largeCells(
  graph: PaperConceptGraph,
  { isIn }: CellConcepts,
  kinds: (typeof CELL_KINDS)[number],
  settings: CellSettings,
): { cells: Cell[]; leastExpected: number; beside: Map<number, Cell[]> } {
  const papers = (concept: number): number => rowLength(graph.byConcept, concept);
  const of = (is: readonly ConceptKind[]): number[] =>
    graph.concepts.flatMap(({ kind }, concept) =>
      isIn[concept] === 1 && is.includes(kind) ? [concept] : [],
    );
  const [rows, columns] = mutuallyLarge(
    of(kinds.rows),
    of([kinds.columns]),
    papers,
    graph.paperIds.length * settings.floorExpected,
  );
  const isColumn = new Set(columns);
  const cells: Cell[] = [];
  const beside = new Map<number, Cell[]>([...rows, ...columns].map((concept) => [concept, []]));
  for (const row of rows) {
    const together = companions(graph, row);
    const cellOf = (column: number): Cell => ({
      row,
      column,
      observed: together.get(column) ?? 0,
      expected: (papers(row) * papers(column)) / graph.paperIds.length,
    });
    for (const column of columns) {
      const cell = cellOf(column);
      if (cell.expected < settings.floorExpected) break;
      cells.push(cell);
    }
    for (const [column, observed] of together) {
      if (observed < LEAST_FILLED || !isColumn.has(column)) continue;
      const cell = cellOf(column);
      if (observed <= cell.expected) continue;
      beside.get(row)!.push(cell);
      beside.get(column)!.push(cell);
    }
  }
  const large = cells.filter(({ expected }) => expected >= settings.minExpected);
  if (large.length >= settings.enoughCells)
    return { cells: large, leastExpected: settings.minExpected, beside };
  return { cells, leastExpected: settings.floorExpected, beside };
}

/**
 * Those that make a cell of at least this n_row n_column with somebody on the other side: a corpus has thousands of
 * rare concepts that can't. Columns of the most papers first.
 */
function mutuallyLarge(
  rows: readonly number[],
  columns: readonly number[],
  papers: (concept: number) => number,
  least: number,
): [number[], number[]] {
  const most = (concepts: readonly number[]): number =>
    concepts.reduce((top, c) => Math.max(top, papers(c)), 0);
  const [mostInRow, mostInColumn] = [most(rows), most(columns)];
  return [
    rows.filter((row) => papers(row) * mostInColumn >= least),
    columns
      .filter((column) => papers(column) * mostInRow >= least)
      .sort((a, b) => papers(b) - papers(a) || a - b),
  ];
}

/** One paper with both may be a slip of the extraction. */
const LEAST_FILLED = 2;

/** The filled cell whose concept on this side is most like the cell's own; the one found first wins a tie. */
function nearest(
  cell: Cell,
  filled: readonly Cell[],
  profiles: ConceptProfiles,
  side: 'row' | 'column',
): Neighbour | null {
  let best: Neighbour | null = null;
  for (const other of filled) {
    const concept = other[side];
    if (concept === cell[side]) continue;
    const similarity = profiles.similarity(cell[side], concept);
    if (similarity > (best?.similarity ?? 0)) best = { concept, cell: other, similarity };
  }
  return best;
}

/** One name holds the other or is short for it, or both are versions of one thing. */
function areOneThing({ literature, families }: CellInput, a: number, b: number): boolean {
  const family = families?.[a];
  if (family && family === families?.[b]) return true;
  const [one, other] = [literature.graph.concepts[a]!.name, literature.graph.concepts[b]!.name];
  return holds(one, other) || holds(other, one) || isShortFor(one, other) || isShortFor(other, one);
}

function holds(name: string, part: string): boolean {
  const words = contentWords(name);
  return contentWords(part).every((word) => words.some((of) => saysTheSame(of, word)));
}
