import type { Run } from '../questions/cells.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { query } from './rows.ts';

/** How questions ask a store: as the server's own statements, each within its time. */
export const runOn =
  (store: StoreReader, config: Pick<ServerConfig, 'readMs'>, signal?: AbortSignal): Run =>
  (statement) =>
    query(store, statement, config, signal);
