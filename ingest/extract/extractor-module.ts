import { LacunaError } from '../../graph/errors.ts';
import type { Extractor } from './extractor.ts';

/** What a module that brings an extractor exports. */
interface ExtractorModule {
  createExtractor(): Extractor;
}

/** Name and module of the extractor that is used where none is asked for. Known without loading it. */
export const DEFAULT_EXTRACTOR = {
  name: 'rules-1',
  module: new URL('./rule-extractor.ts', import.meta.url).href,
} as const;

const loaded = new Map<string, Promise<Extractor>>();

/** Loads an extractor once per thread. Throws `input` where the module brings none. */
export function loadExtractor(module: string): Promise<Extractor> {
  let extractor = loaded.get(module);
  if (!extractor) {
    extractor = import(module).then((exported: Partial<ExtractorModule>) => {
      if (typeof exported.createExtractor === 'function') return exported.createExtractor();
      throw new LacunaError('input', `${module} exports no createExtractor()`);
    });
    loaded.set(module, extractor);
  }
  return extractor;
}
