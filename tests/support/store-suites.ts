import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const USES_A_STORE = /from '[./]*\/(?:support\/stores|conformance)\.ts'/;

/** Test files that share the one database of a Neo4j server, so must not run at the same time. */
export function storeSuites(): string[] {
  return readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path.split('\\').join('/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => USES_A_STORE.test(readFileSync(join(ROOT, path), 'utf8')));
}
