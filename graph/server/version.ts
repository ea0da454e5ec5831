import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let version: string | undefined;

/** The version of this program, as its package says. */
export function packageVersion(): string {
  if (version === undefined) {
    const file = join(import.meta.dirname, '../../package.json');
    version = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  return version;
}
