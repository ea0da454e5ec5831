import type { FastifyBaseLogger } from 'fastify';
import type { z } from 'zod';
import type { StoreReader } from '../store/store.ts';
import type { ServerConfig } from './config.ts';
import { readFinding } from './finding-statements.ts';
import { query, text } from './rows.ts';

/** What a JSON text in the store says; null where it is damaged, which is logged under the name of its node. */
export function parseStored<T>(
  schema: z.ZodType<T>,
  json: string,
  node: string,
  log: FastifyBaseLogger,
): T | null {
  const parsed = schema.safeParse(fromJson(json));
  if (parsed.success) return parsed.data;
  log.error({ node, issue: parsed.error.issues[0] }, 'what the store holds is damaged');
  return null;
}

/** Where something stored comes from, and where it is told that it is damaged. */
export interface Source {
  store: StoreReader;
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>;
  log: FastifyBaseLogger;
}

/** What the analysis found out under this id; null where it is missing (an older store) or damaged. */
export async function findingOf<T>(
  { store, config, log }: Source,
  schema: z.ZodType<T>,
  id: string,
): Promise<T | null> {
  const [row] = await query(store, readFinding(id), config);
  const json = text(row?.json);
  return json === null ? null : parseStored(schema, json, `Finding ${id}`, log);
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
