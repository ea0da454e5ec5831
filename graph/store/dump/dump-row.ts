import { NODE_LABELS, type NodeLabel } from '../../schema.ts';
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
