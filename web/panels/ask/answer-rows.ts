/** An answer's rows as the page shows them: what its citations say already is left out. Pure. */
import type { Answer, AnswerCell, AskedPaper, Citation } from '../../../graph/contract.ts';

export interface CitedSentence extends Citation {
  /** The paper; null where it is not among those of the answer. */
  readonly of: AskedPaper | null;
}

export interface ShownRow {
  readonly cells: readonly AnswerCell[];
  readonly citations: readonly CitedSentence[];
  /** The paper that the row itself stands for. */
  readonly paper: AskedPaper | null;
}

export interface ShownTable {
  readonly columns: readonly string[];
  readonly rows: readonly ShownRow[];
  /** Whether any row has a citation. */
  readonly cited: boolean;
}

/** What a citation tells. */
const TOLD: ReadonlySet<string> = new Set(['sentence', 'in', 'source']);

export function shownTable({ columns, rows, citations, papers }: Answer): ShownTable {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const cited = citations.some((of) => of.length > 0);
  const isTold = (column: string, at: number): boolean => {
    if (TOLD.has(column) || (column === 'paper' && at > 0)) return true;
    return column === 'papers' && rows.some((row) => typeof row[at] === 'string');
  };
  const isEmpty = (at: number): boolean => rows.length > 0 && rows.every((row) => row[at] == null);
  /** A kind that the head of the first column names already. */
  const isKnown = (at: number): boolean =>
    columns[at] === 'kind' && rows.every((row) => row[at] === columns[0]);
  const kept = columns
    .map((_, at) => at)
    .filter((at) => !(cited && isTold(columns[at]!, at)) && !isEmpty(at) && !isKnown(at));
  return {
    cited,
    columns: kept.map((at) => columns[at]!),
    rows: rows.map((row, i) => {
      const sentences = (citations[i] ?? []).map((citation) => ({
        ...citation,
        of: byId.get(citation.paper) ?? null,
      }));
      return {
        cells: kept.map((at) => row[at] ?? null),
        citations: sentences,
        paper: columns[0] === 'paper' ? (sentences[0]?.of ?? null) : null,
      };
    }),
  };
}

/** Names of things in the rows, which the map may hold: not those of papers, years or numbers. */
const NO_NAMES: ReadonlySet<string> = new Set(['paper', 'year', 'tie', 'gap']);

export function namesInRows({ columns, rows }: Pick<Answer, 'columns' | 'rows'>): string[] {
  const [first] = columns;
  if (first === undefined || NO_NAMES.has(first)) return [];
  return [...new Set(rows.flatMap(([cell]) => (typeof cell === 'string' ? [cell] : [])))];
}

/** Longer ones are no names. */
const LONGEST_NAME = 60;

/** What is marked in the sentences of a row: the words of the question, what they were taken for, what the row names. */
export function markedNames({ recognised }: Answer['understood'], row: ShownRow): string[] {
  const asked = recognised.flatMap(({ words, as }) => [words, as.replace(/^the \w+ /, '')]);
  const named = row.paper ? [] : row.cells.filter((cell) => typeof cell === 'string');
  return [...asked, ...named].filter((name) => name.length <= LONGEST_NAME);
}
