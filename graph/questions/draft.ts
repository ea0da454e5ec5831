import type { AnswerCell, AskedPaper, Citation } from '../contract.ts';
import type { Query, Run } from './cells.ts';
import { cited, type ReadPaper } from './evidence.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What finding an answer needs. */
export interface Desk {
  readonly run: Run;
  readonly vocabulary: Vocabulary;
  readonly limits: AskLimits;
}

/** Bounds of one answer. Counts are made by the store, so they are exact whatever these are. */
export interface AskLimits {
  /** Rows of a list. */
  rows: number;
  /** Papers that are cited in all. */
  papers: number;
  /** Papers that are cited for one row of concepts, years, venues. */
  perRow: number;
}

/** An answer before its question is put beside it. */
export interface Draft {
  cypher: Query;
  columns: string[];
  rows: AnswerCell[][];
  citations: Citation[][];
  value: number | string | boolean | null;
  papers: AskedPaper[];
  message: string;
  /** Nothing in the corpus answers it. */
  missing?: boolean;
}

/** Collects rows with what they rest on; each paper is cited once. */
export class DraftRows {
  readonly rows: AnswerCell[][] = [];
  readonly citations: Citation[][] = [];
  readonly #papers = new Map<string, AskedPaper>();

  add(cells: AnswerCell[], papers: readonly ReadPaper[], citations: readonly Citation[]): void {
    this.rows.push(cells);
    this.citations.push([...citations]);
    this.cite(papers);
  }

  cite(papers: readonly ReadPaper[]): void {
    for (const paper of papers) if (!this.#papers.has(paper.id)) this.#papers.set(paper.id, cited(paper));
  }

  get papers(): AskedPaper[] {
    return [...this.#papers.values()];
  }
}

export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** `A, B and C`. */
export function listed(names: readonly string[], word = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
