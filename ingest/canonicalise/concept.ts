import type { ConceptKind, Role, Span } from '../../graph/schema.ts';

/**
 * Why a surface form belongs to a concept. `variant` is another word for the head (net, network), `order` the same words
 * in another order (detection of objects), `head` a form that only adds a generic noun (Kalman filter algorithm).
 */
export type MergeReason =
  | 'same'
  | 'case'
  | 'plural'
  | 'hyphen'
  | 'spelling'
  | 'abbreviation'
  | 'variant'
  | 'order'
  | 'head'
  | 'user';

/** What several surface forms mean, under one canonical key. */
export interface Concept {
  /** Hash of the canonical key. */
  id: string;
  key: string;
  /** The form to show. */
  name: string;
  kind: ConceptKind;
  /** Other surface forms, sorted. */
  aliases: string[];
  /** For each alias, the decision that merged it. */
  reasons: Record<string, MergeReason>;
  /** What it is a version, size or variant of: GPT for GPT-4o. Null without known relatives. */
  family: string | null;
}

/** One paper's tie to one concept, ready to load. */
export interface PaperConcept {
  paperId: string;
  conceptId: string;
  count: number;
  salience: number;
  role: Role;
  spans: Span[];
  introduces: boolean;
}
