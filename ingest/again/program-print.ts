import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const INGEST = join(import.meta.dirname, '..');
/** Decide nothing about the graph that files make. */
const ELSEWHERE = /^(?:cli|fetch|queue|history)\//;
const SOURCE = /\.m?ts$|\.mjs$/;
/** Models lie in none of these: they are in the name of their extractor. */
const OTHERS = ['../../graph/schema.ts', '../../package.json'];

let print: string | undefined;

/**
 * Tells this program from any that might make another graph of the same papers: a hash of its sources, its dependencies'
 * versions and those of what runs it. So no version number can be forgotten.
 */
export function programPrint(): string {
  if (print !== undefined) return print;
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.versions.unicode]));
  const sources = readdirSync(INGEST, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => SOURCE.test(path) && !ELSEWHERE.test(path))
    .sort();
  for (const path of [...sources.map((path) => join(INGEST, path)), ...OTHERS.map(beside)]) {
    hash.update(path.slice(INGEST.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  print = hash.digest('hex').slice(0, 16);
  return print;
}

const beside = (path: string): string => join(import.meta.dirname, path);
