import type { Ties, TieType } from './ties.ts';

/** A way over papers and concepts. */
export interface FoundPath {
  /** Numbers, from one end to the other. */
  nodes: number[];
  /** Of each step. */
  types: TieType[];
  /** Steps, or summed -ln of their strengths. */
  length: number;
  /** What decides between equally long ones; the least is the best. */
  cost: number;
}

export interface PathSearch {
  ties: Ties;
  /** Steps are ties of these types, in either direction; of several between the same nodes the first listed counts. */
  types: readonly TieType[];
  from: number;
  to: number;
  /** So many paths. */
  limit: number;
  /** A path has at most so many steps. */
  steps: number;
  /** So many nodes are looked at from each end before the search is given up. */
  reach: number;
  /** How common what stands between is; more is worse. */
  commonness: (node: number) => number;
  /** To be awaited often, so that others get their turn. */
  breathe: () => Promise<void> | void;
}
