import { createHash } from 'node:crypto';
import type { Cell, StoreReader, StoreWriter } from '../store/store.ts';
import {
  type Row,
  readAnalysisRun,
  readIngestedGraph,
  writeAnalysisRun,
  writeFinding,
} from './statements.ts';
import { MEMORY_ID, type ThemeMemory } from './theme-memory.ts';

/** Raised when the same graph, settings and seed would give another result. */
export const ANALYSIS_VERSION = 3;

/** What the last finished analysis noted: on which graph, and the hash of all else that it noted. */
export interface StoredRun {
  graph: string | null;
  made: string | null;
  version: number | null;
}

/** To be called before the first change: until `endRun`, the graph counts as not analysed. */
export async function beginRun(store: StoreWriter): Promise<void> {
  await store.write([writeAnalysisRun({ kind: 'analysis', made: '' })]);
}

/**
 * Notes what made this graph, and what the next analysis is to remember, in one transaction. `facts` must be the same for the same result; `times` may differ, and are
 * written only along with something else, so that a second run leaves the store as it is.
 */
export async function endRun(store: StoreWriter, facts: Row, times: Row, memory: ThemeMemory): Promise<void> {
  const noted: Row = { ...facts, version: ANALYSIS_VERSION, graph: await ingestedGraph(store) };
  const remembered = JSON.stringify(memory);
  const made = createHash('sha256')
    .update(JSON.stringify([noted, remembered]))
    .digest('hex');
  if ((await storedRun(store)).made === made) return;
  await store.write([
    writeAnalysisRun({ kind: 'analysis', ...noted, ...times, made }),
    writeFinding(MEMORY_ID, remembered),
  ]);
}

/** The empty text where nothing was ingested. */
export async function ingestedGraph(store: StoreReader): Promise<string> {
  const { rows } = await store.read(readIngestedGraph());
  return text(rows[0]?.[0]) ?? '';
}

export async function storedRun(store: StoreReader): Promise<StoredRun> {
  const { rows } = await store.read(readAnalysisRun());
  const [graph, made, version] = rows[0] ?? [];
  return { graph: text(graph), made: text(made), version: typeof version === 'number' ? version : null };
}

const text = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null);
