import type { StoreReader } from '../store/store.ts';
import type { Edge } from './choose-edges.ts';
import type { ServerConfig } from './config.ts';
import { number, queryByIds, text } from './rows.ts';
import {
  readCoOccurrenceEdges,
  readIntroductionEdges,
  readMentionEdges,
  readSharingEdges,
} from './statements.ts';

const STATEMENTS = {
  MENTIONS: readMentionEdges,
  CO_OCCURS: readCoOccurrenceEdges,
  SHARES: readSharingEdges,
} as const;

export type EdgeFamily = keyof typeof STATEMENTS;

/**
 * All edges of these families with both ends among the nodes, each pair once. A paper that introduces a concept
 * mentions it too: such a mention is drawn as `INTRODUCES`.
 */
export async function readEdges(
  store: StoreReader,
  ids: readonly string[],
  families: readonly EdgeFamily[],
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
): Promise<Edge[]> {
  const nodes = new Set(ids);
  const edges: Edge[] = [];
  for (const type of families) {
    const introduced = type === 'MENTIONS' ? await readIntroduced(store, ids, config) : new Set<string>();
    for (const row of await queryByIds(store, STATEMENTS[type], ids, config)) {
      const source = text(row.source) ?? '';
      const target = text(row.target) ?? '';
      if (!nodes.has(source) || !nodes.has(target)) continue;
      const isIntroduced = introduced.has(`${source} ${target}`);
      edges.push({
        source,
        target,
        type: isIntroduced ? 'INTRODUCES' : type,
        weight: number(row.weight) ?? 0,
      });
    }
  }
  return edges;
}

async function readIntroduced(
  store: StoreReader,
  ids: readonly string[],
  config: Pick<ServerConfig, 'readMs' | 'rowsPerPage'>,
): Promise<Set<string>> {
  const rows = await queryByIds(store, readIntroductionEdges, ids, config);
  return new Set(rows.map((row) => `${text(row.source)} ${text(row.target)}`));
}
