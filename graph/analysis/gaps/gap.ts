import type { GapKind } from '../../schema.ts';

/** A node of the graph, by its id. */
export interface NodeRef {
  label: 'Theme' | 'Concept' | 'Paper';
  id: string;
}

/** One reason to believe in a gap, or to doubt it, in a plain sentence with its figures. */
export interface Evidence {
  text: string;
  /** What the sentence speaks of, so that it can be opened; a concept or paper at most a few times. */
  refs: NodeRef[];
}

/** A place where nothing is, though something might be. */
export interface Gap {
  kind: GapKind;
  /** What it lies between (or, for brokers and questions, what it is about), in a stable order; it and `kind` make the gap's id. */
  between: NodeRef[];
  /** Tells apart gaps of one kind between the same nodes (a question's place in its abstract); else empty. */
  part: string;
  /** What its list is ranked by, greatest first. */
  score: number;
  /** Papers, links or weight found there; null where the kind counts nothing. */
  observed: number | null;
  /** The same, if its null model were all there is. */
  expected: number | null;
  /** Every figure behind the score, by its name in the kind's formula. */
  measures: Record<string, number>;
  evidenceFor: Evidence[];
  evidenceAgainst: Evidence[];
  /** Papers and concepts that come closest to bridging it, strongest first, and why. */
  bridges: { ref: NodeRef; why: string }[];
}

/** All gaps of one kind, and what was looked at to find them. */
export interface GapList {
  kind: GapKind;
  /** Best first. */
  gaps: Gap[];
  /** How many candidates were scored. */
  considered: number;
  /** What was left out before scoring, and why. */
  excluded: { reason: string; count: number }[];
  /** The settings that it was made with. */
  parameters: Record<string, number | string>;
}
