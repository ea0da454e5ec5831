/** A definition with both places; offsets are UTF-16 units of the text. */
export interface AcronymDefinition {
  short: string;
  /** Where another short form stands inside it, without that: `graph completion` of `graph (G) completion (GC)`. */
  long: string;
  shortStart: number;
  longStart: number;
  longEnd: number;
}
