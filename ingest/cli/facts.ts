import type { DerivedFacts } from '../../graph/analyse/derived-facts.ts';
import { isAnalysed } from '../../graph/analyse/is-analysed.ts';
import { readStoredFacts, type StoredFacts } from '../../graph/analyse/stored-facts.ts';
import { type AnalyseHooks, derive } from '../../graph/analyse.ts';
import type { StoreReader } from '../../graph/store/store.ts';
import { type AnalysisFlags, settingsOf } from './commands/analyse.ts';

export type Facts = Pick<StoredFacts, 'themes' | 'subThemes' | 'gaps' | 'findings' | 'run'>;

/**
 * What the last analysis left in the store; with settings, or where there was none, what an analysis would
 * find. Writes nothing.
 */
export async function factsOf(store: StoreReader, flags: AnalysisFlags, hooks: AnalyseHooks): Promise<Facts> {
  const settings = settingsOf(flags);
  if (Object.keys(settings).length === 0 && (await isAnalysed(store))) return readStoredFacts(store);
  const { facts, report }: { facts: DerivedFacts; report: Facts['run'] } = await derive(
    store,
    settings,
    hooks,
  );
  return { ...facts, run: report };
}
