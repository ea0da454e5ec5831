import type { ConceptChange } from '../../../graph/contract.ts';
import type { MarkedTerm } from '../../state/term-bench.ts';

/** What is to be done, and in words for undo. */
export interface DraftedChange {
  readonly label: string;
  readonly changes: ConceptChange[];
}

export interface FieldsProps {
  terms: readonly MarkedTerm[];
  /** Null while the fields say nothing yet. */
  onDraft(draft: DraftedChange | null): void;
}
