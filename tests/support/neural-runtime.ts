import { createRequire } from 'node:module';
import { RUNTIME_PACKAGE } from '../../ingest/extract/neural/runtime.ts';

function isInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(RUNTIME_PACKAGE);
    return true;
  } catch {
    return false;
  }
}

/** Whether the neural extractor's runtime is here: it is no dependency, so those tests may have to be skipped, aloud. */
export const hasNeuralRuntime = isInstalled();
if (!hasNeuralRuntime) {
  console.warn(`SKIPPED: tests of the neural extractor: ${RUNTIME_PACKAGE} is not installed`);
}
