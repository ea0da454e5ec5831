import type { Edges } from './choose-edges.ts';
import type { ServerConfig } from './config.ts';
import type { Snapshot } from './live-graph.ts';
import type { MapRequest } from './map-request.ts';
import type { Population } from './population.ts';
import type { Ties, TieType } from './ties.ts';
import type { DrawnNode } from './view-columns.ts';

/** What a map is drawn from. */
export interface Scene {
  snapshot: Snapshot;
  ties: Ties;
  types: readonly TieType[];
  request: MapRequest;
  /** What the filters leave. */
  population: Population;
  config: ServerConfig;
  /** To be awaited between steps, so that others get their turn. */
  breathe: () => Promise<void> | void;
}

export interface Drawing {
  nodes: DrawnNode[];
  /** Between the places of the nodes, not capped yet. */
  edges: Edges;
  /** How many nodes there would be without the cap. */
  of: number;
}

/** Ids of what came with the last ingest. */
export const freshOf = ({ lastIngest }: Snapshot): ReadonlySet<string> => lastIngest?.fresh ?? NOTHING;

const NOTHING: ReadonlySet<string> = new Set();
