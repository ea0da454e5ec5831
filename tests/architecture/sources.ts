import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
export const ROOMS = ['ingest', 'graph', 'web', 'tests', 'bench'] as const;

export interface Source {
  /** From the top of the checkout, with forward slashes. */
  path: string;
  lines: number;
  /** Own files it imports, resolved; types count too, since they tie rooms all the same. */
  imports: string[];
  /** Packages it imports at run time or for types. */
  packages: string[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules' || entry.name === 'fixtures') return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every TypeScript file of these rooms, with what it imports. */
export function readSources(rooms: readonly string[] = ROOMS): Source[] {
  return rooms
    .filter((room) => existsSync(join(ROOT, room)))
    .flatMap(listFiles)
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      const targets = [...text.matchAll(IMPORT)].map((match) => (match[1] ?? match[2] ?? match[3])!);
      const own = targets.filter((target) => target.startsWith('.'));
      return {
        path,
        lines: text.split('\n').length,
        imports: own.map((target) =>
          relative(ROOT, join(ROOT, dirname(path), target))
            .split('\\')
            .join('/'),
        ),
        packages: targets.filter((target) => !target.startsWith('.')),
      };
    });
}

/** One import cycle as a list of paths, or null. */
export function findCycle(sources: readonly Source[]): string[] | null {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (path: string): string[] | null => {
    if (state.get(path) === 'done' || !byPath.has(path)) return null;
    if (state.get(path) === 'open') return [...trail.slice(trail.indexOf(path)), path];
    state.set(path, 'open');
    trail.push(path);
    for (const next of byPath.get(path)!.imports) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    trail.pop();
    state.set(path, 'done');
    return null;
  };
  for (const { path } of sources) {
    const cycle = visit(path);
    if (cycle) return cycle;
  }
  return null;
}
