import type { Piece } from './syntax.ts';

/** How a statement's columns are called: as they are written, as on Neo4j. */
export interface ColumnNames {
  /** Of the last columns, all of them unless there is a `*`. */
  names: readonly string[];
  /** Whether columns of `*` stand before these; their names are the variables', in order of the alphabet. */
  star: boolean;
}

/** Names of the columns, by the first part of a union; null where no RETURN says them. */
export function columnNames(statement: Piece, text: string): ColumnNames | null {
  const end = statement.children.find(({ name }) => name === 'RETURN');
  if (!end) return null;
  const items = end.children.filter(({ kind }) => kind === 'item');
  const names = items.map(({ name, children: [expression] }) => {
    if (name !== '') return name;
    return expression!.kind === 'projection' ? expression!.name : text.slice(expression!.at, expression!.end);
  });
  return { names, star: end.flags?.has('star') === true };
}

/** The engine's columns as they stand on Neo4j: those of `*` in order of the alphabet. */
export function ordered(columns: readonly string[], known: ColumnNames | null): string[] {
  if (!known?.star) return [...columns];
  const count = columns.length - known.names.length;
  return [...columns.slice(0, count).sort(), ...columns.slice(count)];
}

export function renamed(columns: readonly string[], known: ColumnNames | null): string[] {
  if (!known || (!known.star && known.names.length !== columns.length)) return [...columns];
  return [...columns.slice(0, columns.length - known.names.length), ...known.names];
}
