import { LacunaError } from '../errors.ts';
import type { Answer, AskMode, Statement, StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { nodeIds } from './node-ids.ts';

interface AskedFor {
  /** At most so many rows; the setting where that is less. */
  limit?: number | undefined;
  mode?: AskMode;
  signal?: AbortSignal;
}

interface Told extends Answer {
  milliseconds: number;
  limits: { rows: number; milliseconds: number };
  /** Of the papers, concepts and themes among the returned nodes. */
  ids: string[];
}

/** Readers' own statements, by whichever route they come: within the limits of time, rows and queries at once. */
export interface ReadersStatements {
  /** Throws `limit` where too many run, and what `StoreReader.ask` throws. */
  ask(statement: Statement, options?: AskedFor): Promise<Told>;
}

export function createReadersStatements(store: StoreReader, config: ServerConfig): ReadersStatements {
  let running = 0;
  return {
    async ask(statement, { limit = config.rows, mode, signal } = {}) {
      if (running >= config.queriesAtOnce) {
        throw new LacunaError('limit', 'Too many queries are running; try again in a moment.', {
          details: { limit: 'queriesAtOnce', queries: config.queriesAtOnce },
        });
      }
      const limits = { rows: Math.min(limit, config.rows), milliseconds: config.queryMs };
      const startedAt = performance.now();
      running += 1;
      try {
        const answer = await store.ask(statement, {
          timeoutMs: limits.milliseconds,
          maxRows: limits.rows,
          maxBytes: config.answerBytes,
          ...(mode && { mode }),
          ...(signal && { signal }),
        });
        const milliseconds = Math.round(performance.now() - startedAt);
        return { ...answer, milliseconds, limits, ids: nodeIds(answer.rows) };
      } finally {
        running -= 1;
      }
    },
  };
}
