import type { Cell, NodeCell, PathCell, RelationCell } from './store.ts';

/** Builds cells, so that both backends give the same shapes. */

type Properties = Record<string, Cell>;

export const nodeCell = (ref: string, labels: string[], properties: Properties): NodeCell => ({
  $node: { ref, labels, properties },
});

export const relationCell = (
  ref: string,
  type: string,
  from: string,
  to: string,
  properties: Properties,
): RelationCell => ({ $relation: { ref, type, from, to, properties } });

export const pathCell = (nodes: NodeCell[], relations: RelationCell[]): PathCell => ({
  $path: { nodes, relations },
});

/** Numbers that JSON has no form for become strings. */
export const numberCell = (value: number): Cell =>
  Number.isFinite(value) ? (Object.is(value, -0) ? 0 : value) : String(value);

export const integerCell = (value: bigint): Cell =>
  value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value.toString();

/**
 * A user's own map. A key that begins with `$` gets a second one, so that no map can be taken for a node,
 * relation or path.
 */
export function mapCell(value: object, cellOf: (value: unknown) => Cell): Record<string, Cell> {
  const entries = Object.entries(value).map(([key, item]): [string, Cell] => [
    key.startsWith('$') ? `$${key}` : key,
    cellOf(item),
  ]);
  return Object.fromEntries(entries);
}
