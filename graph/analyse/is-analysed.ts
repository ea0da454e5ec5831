import type { StoreReader } from '../store/store.ts';
import { ANALYSIS_VERSION, ingestedGraph, storedRun } from './analysis-run.ts';

/** Whether the graph in the store was analysed as it is now, to the end, by this version of the program. */
export async function isAnalysed(store: StoreReader): Promise<boolean> {
  const run = await storedRun(store);
  if (!run.made || run.version !== ANALYSIS_VERSION) return false;
  return run.graph === (await ingestedGraph(store));
}
