import type { NodeLabel } from '../schema.ts';
import type { Cell } from '../store/store.ts';

export interface ExportTheme {
  id: string;
  label: string;
}

/** How a node looked on a map; whatever is null is left to the file's reader. */
export interface NodeLook {
  x: number | null;
  y: number | null;
  /** Radius in pixels. */
  size: number | null;
  /** `#rrggbb`. */
  colour: string | null;
}

export interface ExportNode {
  id: string;
  labels: string[];
  properties: Record<string, Cell>;
  /** The theme that it belongs to most, of the coarsest level. */
  theme: ExportTheme | null;
  look: NodeLook | null;
}

export interface ExportRelation {
  source: string;
  target: string;
  /** A relation of the store, or `LINKS` between themes on a map. */
  type: string;
  properties: Record<string, Cell>;
}

/** What a writer is handed: a store's graph or a part of it. Both lists may be gone through more than once. */
export interface GraphSource {
  /** One line. */
  readonly title: string;
  nodes(): AsyncIterable<ExportNode> | Iterable<ExportNode>;
  /** Their ends are among the nodes. */
  relations(): AsyncIterable<ExportRelation> | Iterable<ExportRelation>;
}

/** What the node is: `Paper`, a concept's kind, or its label. */
export function kindOf({ labels, properties }: ExportNode): string {
  if (labels.includes('Concept') && typeof properties.kind === 'string') return properties.kind;
  return labels[0] ?? '';
}

export function labelOf({ id, properties: p }: ExportNode): string {
  return String(p.title ?? p.name ?? p.label ?? p.abstract ?? id);
}

/** Where it lies on the map; null for what has no place. Up is positive. */
export function placeOf({ look, properties }: ExportNode): { x: number; y: number } | null {
  const x = look?.x ?? properties.x;
  const y = look?.y ?? properties.y;
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : null;
}

export function isLabelled({ labels }: ExportNode, label: NodeLabel): boolean {
  return labels.includes(label);
}

export const textIn = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && cell !== '' ? cell : null;

export const numberIn = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

export const textsIn = (cell: Cell | undefined): string[] =>
  Array.isArray(cell) ? cell.filter((item): item is string => typeof item === 'string') : [];
