import { messageOf } from '../../graph/errors.ts';
import type { Extractor } from '../../ingest/extract/extractor.ts';
import { chooseExtractor, loadExtractor } from '../../ingest/extract/extractor-module.ts';
import { loadRuntime } from '../../ingest/extract/neural/runtime.ts';
import { createBaseline } from './baseline/baseline-extractor.ts';

/** An extractor that is measured. */
export interface Contender {
  extractor: Extractor;
  /** Measures that say nothing of it. */
  lacks: readonly string[];
  /** The only sets that say something of it; all where left out. */
  sets?: readonly string[];
}

/** Peers that are small enough to be measured beside ours. They give spans and abbreviations, no kinds, no names. */
export const BASELINE: Contender = {
  extractor: createBaseline(),
  lacks: ['typed', 'typedAll', 'introduces', 'relations'],
  sets: ['spans.dev', 'seeds.dev', 'scierc.dev', 'scierc.test', 'med1250-abbr.test'],
};

/**
 * The extractor of a name, as of the command line; the default if it is undefined. Null, with a loud line, where it
 * is the neural one and its runtime isn't installed. @throws LacunaError `input` where there is none of that name.
 */
export async function openContender(name: string | undefined): Promise<Contender | null> {
  if (name === 'neural') {
    try {
      await loadRuntime();
    } catch (error) {
      console.warn(`SKIPPED: the neural extractor: ${messageOf(error)}`);
      return null;
    }
  }
  const { module } = await chooseExtractor(name);
  return { extractor: await loadExtractor(module), lacks: [] };
}
