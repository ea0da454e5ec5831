import { type ConceptRelation, encodeRelationSpan } from '../../graph/schema.ts';
import type { PaperRelation } from '../canonicalise/paper-relations.ts';

/** What one paper brings to a relation between two concepts. */
export interface RelationShare {
  type: ConceptRelation;
  from: string;
  to: string;
  /** Encoded by `encodeRelationSpan`. */
  span: string;
}

export const shareOf = ({ type, fromConceptId, toConceptId, span }: PaperRelation): RelationShare => ({
  type,
  from: fromConceptId,
  to: toConceptId,
  span: encodeRelationSpan(span),
});

/** A relation between two concepts with all papers that state it, in order of their ids. */
export interface StatedRelation {
  type: ConceptRelation;
  from: string;
  to: string;
  papers: string[];
  /** Parallel to `papers`. */
  spans: string[];
}

const keyOf = ({ type, from, to }: Pick<StatedRelation, 'type' | 'from' | 'to'>): string =>
  `${type} ${from} ${to}`;

/**
 * All relations that the papers make. They are shared between papers, so a paper's share can't be written with it:
 * the whole is gathered, one entry a relation and one id and span a statement, and compared with what is stored.
 */
export class RelationTable {
  readonly #relations = new Map<string, StatedRelation>();

  /** Papers must come in the order of their ids. */
  add(paper: string, shares: readonly RelationShare[]): void {
    for (const { span, ...ends } of shares) {
      const key = keyOf(ends);
      const relation = this.#relations.get(key);
      if (relation) {
        relation.papers.push(paper);
        relation.spans.push(span);
      } else {
        this.#relations.set(key, { ...ends, papers: [paper], spans: [span] });
      }
    }
  }

  get size(): number {
    return this.#relations.size;
  }

  get(ends: Pick<StatedRelation, 'type' | 'from' | 'to'>): StatedRelation | undefined {
    return this.#relations.get(keyOf(ends));
  }

  [Symbol.iterator](): IterableIterator<StatedRelation> {
    return this.#relations.values();
  }
}
