import { CONCEPT_KINDS, KEY, NODE_LABELS, type NodeLabel, RELATION_TYPES } from '../../schema.ts';
import type { Cell, Value } from '../store.ts';

/** A node: all its labels, sorted, and its properties by name. */
export type NodeRow = ['node', labels: string[], properties: Record<string, Value>];
/** A relation between two nodes, each told by its label and its id. */
export type RelationRow = [
  'relation',
  type: string,
  fromLabel: NodeLabel,
  from: string,
  toLabel: NodeLabel,
  to: string,
  properties: Record<string, Value>,
];
export type DumpRow = NodeRow | RelationRow;

/** What made the graph comes last, so that a store which got half of it does not look finished. */
export const DUMPED_LABELS: readonly NodeLabel[] = [...NODE_LABELS.filter((label) => label !== 'Run'), 'Run'];

/** The label that a node's key is unique under. */
export function keyLabel(labels: readonly string[]): NodeLabel | null {
  return NODE_LABELS.find((label) => labels.includes(label)) ?? null;
}

/** Without nulls, by name: two stores then write the same graph the same way. */
export function sortedProperties(cell: Cell | undefined): Record<string, Value> {
  const entries = Object.entries((cell ?? {}) as Record<string, Value>)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

const KINDS: ReadonlySet<string> = new Set(CONCEPT_KINDS);
const TYPES: ReadonlySet<string> = new Set(RELATION_TYPES);

/** Of the labels of a node those that our graph gives it: one of its own, and what kind of concept it is. */
export function ownLabels(labels: readonly string[]): string[] {
  const key = keyLabel(labels);
  return labels.filter((label) => label === key || (key === 'Concept' && KINDS.has(label)));
}

/** Whether a row is one of our graph, not of what somebody else put into the store. */
export function isOfGraph(row: DumpRow): boolean {
  if (row[0] === 'relation') return TYPES.has(row[1]) && row[2] !== 'Run' && row[4] !== 'Run';
  const [, labels, properties] = row;
  const isOwn = labels.length > 0 && ownLabels(labels).length === labels.length;
  return isOwn && typeof properties[KEY] === 'string';
}

/** Whether both are relations of one type between the same two nodes, of which the graph has one. */
export const isSameRelation = (one: DumpRow | null, other: DumpRow): boolean =>
  one?.[0] === 'relation' &&
  other[0] === 'relation' &&
  [1, 2, 3, 4, 5].every((index) => one[index] === other[index]);
