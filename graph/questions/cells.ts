/** What stands in a row of the graph's answer; the store's own cells are of this shape too. */
export type Row = Readonly<Record<string, unknown>>;

/** Plain data, as a parameter. */
export type Parameter = null | boolean | number | string | Parameter[] | { [key: string]: Parameter };

export interface Query {
  readonly text: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** Asks the graph; handed in, so that nothing here knows a store. */
export type Run = (query: Query) => Promise<readonly Row[]>;

export const text = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);
export const number = (cell: unknown): number | null =>
  typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
export const list = (cell: unknown): string[] =>
  Array.isArray(cell) ? cell.filter((item): item is string => typeof item === 'string') : [];
