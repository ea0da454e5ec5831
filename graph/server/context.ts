import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import type { LiveGraph } from './live-graph.ts';

/** What every route is handed. */
export interface Context {
  readonly store: StoreReader;
  readonly config: ServerConfig;
  readonly live: LiveGraph;
}
