/** What the layers of a result's graph draw from; changed in place. */
import type Graph from 'graphology';
import type Sigma from 'sigma';
import type { Scheme } from '../../../../theme/palette.ts';
import type { CellNode } from '../../cell.ts';
import type { DrawnPart } from './result-graph.ts';

/** What is looked at: a node or a relation. */
export interface Spotlight {
  readonly type: 'node' | 'relation';
  readonly ref: string;
}

export interface ShapeNode {
  x: number;
  y: number;
  size: number;
  type: 'shape';
}
export type ShapeGraph = Graph<ShapeNode>;

export interface GraphScene {
  readonly sigma: Sigma<ShapeNode>;
  readonly part: DrawnPart;
  readonly byRef: ReadonlyMap<string, CellNode>;
  /** How far the relations between the same two nodes bend, in order. */
  readonly bends: readonly number[];
  scheme: Scheme;
  selected: Spotlight | null;
  hovered: Spotlight | null;
  /** Nodes that are looked at, and their neighbours; null where none is. */
  lit: ReadonlySet<string> | null;
  /** How many relations each node has; those with none are missing. */
  readonly degrees: ReadonlyMap<string, number>;
  /** Those with most relations first. */
  readonly nameOrder: readonly string[];
}
