import type { Piece } from './syntax.ts';
import type { Types } from './types.ts';

/** A place where the engine differs from Neo4j. */
export interface Finding {
  /** `silent`: only follows from another; `wrong`: it would answer otherwise than Neo4j; `lacking`: it does not understand this. */
  kind: 'wrong' | 'lacking' | 'silent';
  /** What stands there, as a reader would call it. */
  construct: string;
  /** One sentence: what the engine does with it, or what is run in its place. */
  message: string;
  /** What to write in its place; null where only advice can be given. */
  text: string | null;
  advice?: string;
}

export type Rule = (piece: Piece, rewriter: Rewriter) => Finding | null;

/** What rules are given: what is known of the statement, and how pieces of it are written. */
export interface Rewriter {
  readonly types: Types;
  readonly statement: Piece;
  /** Conditions whose null counts as false. */
  readonly positive: ReadonlySet<Piece>;
  readonly write: (piece: Piece) => string;
  /** In brackets, unless it is one word. */
  readonly operand: (piece: Piece) => string;
  /** As it was written. */
  source(piece: { at: number; end: number }): string;
  /** A name that stands nowhere in the statement. */
  name(): string;
  /** As it stands, but for the pieces within. */
  spliced(piece: Piece): string;
  /** Decides from outside what is written for a piece. */
  preset(piece: Piece, text: string): void;
}
