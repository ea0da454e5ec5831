import { rowLength } from '../incidence.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';
import type { Cell, CellSettings, EmptyCell, Neighbour } from './cell.ts';
import type { CellConcepts } from './cell-concepts.ts';
import type { Evidence, Gap } from './gap.ts';
import { chance, conceptRef, count, evidence, figure, paperRef, percent, quoted } from './phrases.ts';

/** Below this many times what was asked for, a concept is broad, and an expectation small. */
const BARELY = 1.5;
/** The usual limit of what is called unlikely. */
const LIKELY = 0.05;

export function forCell(
  graph: PaperConceptGraph,
  cell: EmptyCell,
  { maxExamples }: CellSettings,
): Evidence[] {
  const name = nameIn(graph);
  const { row, column, observed, expected, inRow, inColumn } = cell;
  return [
    evidence(
      `${observed === 0 ? 'No paper has' : `${count(observed, 'paper')} ${observed === 1 ? 'has' : 'have'}`} both ` +
        `${name(row)} (${count(papersOf(graph, row), 'paper')}) and ${name(column)} ` +
        `(${papersOf(graph, column)}), where chance would give ${figure(expected)} ` +
        `(residual ${figure((observed - expected) / Math.sqrt(expected))}).`,
      [conceptRef(graph.concepts[row]!.id), conceptRef(graph.concepts[column]!.id)],
    ),
    evidence(
      `${name(row)} is found with ${name(inRow.concept)} in ${papersAgainstChance(inRow)}, ` +
        `which is like ${name(column)} (${figure(inRow.similarity)} of 1).`,
      refsOf(graph, inRow, maxExamples),
    ),
    evidence(
      `${name(column)} is found with ${name(inColumn.concept)} in ${papersAgainstChance(inColumn)}, ` +
        `which is like ${name(row)} (${figure(inColumn.similarity)} of 1).`,
      refsOf(graph, inColumn, maxExamples),
    ),
  ];
}

export function againstCell(
  graph: PaperConceptGraph,
  { specificity }: CellConcepts,
  cell: EmptyCell,
  q: number,
  settings: CellSettings,
): Evidence[] {
  const { row, column, observed, expected, leastExpected } = cell;
  const name = nameIn(graph);
  const list: Evidence[] = [];
  if (observed > 0) {
    list.push(
      evidence(
        `${count(observed, 'paper')} ${observed === 1 ? 'has' : 'have'} both already.`,
        cell.papers.slice(0, settings.maxExamples).map((paper) => paperRef(graph.paperIds[paper]!)),
      ),
    );
  }
  if (Math.exp(-expected) > LIKELY) {
    list.push(
      evidence(
        `Only ${figure(expected)} ${expected === 1 ? 'paper was' : 'papers were'} to be expected: ` +
          `chance leaves such a cell empty in ${percent(Math.exp(-expected))} of cases.`,
      ),
    );
  }
  if (leastExpected < settings.minExpected) {
    list.push(
      evidence(
        `The corpus is too small for cells with ${settings.minExpected} expected papers, so this one was looked at with less.`,
      ),
    );
  }
  if (q > settings.significance) {
    list.push(
      evidence(
        `Among all cells looked at, one as empty as this could be chance: p ${chance(q)}, adjusted for their number.`,
      ),
    );
  }
  for (const concept of [row, column]) {
    if (specificity[concept]! < BARELY * settings.minSpecificity) {
      list.push(evidence(`${name(concept)} is a broad concept: its papers are spread over many themes.`));
    }
  }
  return list;
}

/** The concepts of the nearest filled cells, and the papers in those. */
export function bridgesOfCell(
  graph: PaperConceptGraph,
  cell: EmptyCell,
  settings: CellSettings,
): Gap['bridges'] {
  const name = nameIn(graph);
  return [cell.inRow, cell.inColumn].flatMap((neighbour) => {
    const [own, other] = neighbour === cell.inRow ? [cell.row, cell.column] : [cell.column, cell.row];
    return [
      {
        ref: conceptRef(graph.concepts[neighbour.concept]!.id),
        why: `like ${name(other)}, and found with ${name(own)}`,
      },
      ...papersWithBoth(graph, neighbour.cell, settings.maxExamples).map((ref) => ({
        ref,
        why: `has ${name(own)} with ${name(neighbour.concept)}, which is like ${name(other)}`,
      })),
    ];
  });
}

const nameIn =
  (graph: PaperConceptGraph) =>
  (concept: number): string =>
    quoted(graph.concepts[concept]!.name);

const papersOf = (graph: PaperConceptGraph, concept: number): number => rowLength(graph.byConcept, concept);

const papersAgainstChance = ({ cell }: Neighbour): string =>
  `${count(cell.observed, 'paper')} (${figure(cell.expected)} by chance)`;

const refsOf = (graph: PaperConceptGraph, { concept, cell }: Neighbour, most: number) => [
  conceptRef(graph.concepts[concept]!.id),
  ...papersWithBoth(graph, cell, most),
];

/** Those that speak most of both, by the one that they speak less of. */
function papersWithBoth({ byConcept, paperIds }: PaperConceptGraph, { row, column }: Cell, most: number) {
  const salience = new Map<number, number>();
  for (let i = byConcept.start[row]!; i < byConcept.start[row + 1]!; i++) {
    salience.set(byConcept.column[i]!, byConcept.weight[i]!);
  }
  const both: { paper: number; least: number }[] = [];
  for (let i = byConcept.start[column]!; i < byConcept.start[column + 1]!; i++) {
    const paper = byConcept.column[i]!;
    const own = salience.get(paper);
    if (own !== undefined) both.push({ paper, least: Math.min(own, byConcept.weight[i]!) });
  }
  both.sort((a, b) => b.least - a.least || a.paper - b.paper);
  return both.slice(0, most).map(({ paper }) => paperRef(paperIds[paper]!));
}
