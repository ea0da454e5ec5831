/** A definition with both places; offsets are UTF-16 units of the text. */
export interface AcronymDefinition {
  short: string;
  long: string;
  shortStart: number;
  longStart: number;
}
