import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

const SHARED = process.env.LACUNA_SHARED ?? join(import.meta.dirname, '../../../shared');

/** Path of something in the shared measuring data, which lies beside the checkout; null where it is not there. */
export function sharedPath(...parts: string[]): string | null {
  const path = join(SHARED, ...parts);
  return existsSync(path) ? path : null;
}

/** A suite that needs the shared data: skipped aloud where there is none. */
export function describeShared(name: string, suite: () => void): void {
  if (sharedPath('README.md')) describe(name, suite);
  else {
    console.warn(`SKIPPED: ${name}: the measuring data is not beside this checkout`);
    describe.skip(name, suite);
  }
}
