import { writeSync } from 'node:fs';
import type { Extractor } from '../../../ingest/extract/extractor.ts';
import { createExtractor as createRules } from '../../../ingest/extract/rule-extractor.ts';

/** The rules; with HANG set it says that it has begun, and never ends. */
export async function createExtractor(): Promise<Extractor> {
  const rules = await createRules();
  return {
    name: 'marking',
    extract: (documents) => {
      if (!process.env.HANG) return rules.extract(documents);
      writeSync(1, 'begun\n');
      return new Promise(() => setInterval(() => {}, 1000));
    },
  };
}
