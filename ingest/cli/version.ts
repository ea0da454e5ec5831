import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Top of the checkout, where package.json, samples/ and web/ are. */
export const ROOT = join(import.meta.dirname, '../..');

export function programVersion(): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
