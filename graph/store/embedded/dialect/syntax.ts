/** What a statement is made of, as far as the differences between the two engines turn on it. */

export type Kind =
  /** A piece in order: `statement`, or what has no meaning of its own here. */
  | 'statement'
  | 'clause'
  | 'item'
  | 'paren'
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'parameter'
  | 'variable'
  | 'property'
  | 'index'
  | 'slice'
  | 'call'
  | 'star'
  | 'list'
  | 'map'
  | 'entry'
  | 'projection'
  | 'comprehension'
  | 'patternComprehension'
  | 'quantifier'
  | 'reduce'
  | 'case'
  | 'not'
  | 'sign'
  | 'binary'
  | 'isNull'
  | 'hasLabel'
  | 'subquery'
  | 'pattern'
  | 'node'
  | 'relation'
  | 'properties'
  | 'labels'
  | 'inlineWhere';

/** A piece of a statement; its children stand in the order of the text and never overlap. */
export interface Piece {
  kind: Kind;
  /** UTF-16 code units from the beginning of the statement. */
  at: number;
  end: number;
  /**
   * Of calls the function in lower case, of binary operators and clauses the words in upper case, of the rest
   * the name that stands there; empty where there is none.
   */
  name: string;
  children: Piece[];
  value?: string | number | boolean;
  /** Variables that it brings in: of a pattern all, of an item its alias, of a comprehension its own. */
  binds?: string[];
  /** What else must be known of it: `distinct`, `where`, `alias`, `from`, `to`, `optional` … */
  flags?: ReadonlySet<string>;
}
