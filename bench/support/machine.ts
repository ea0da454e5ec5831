import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const GIGABYTE = 1024 ** 3;
/** Packages whose versions decide what is measured. */
const PACKAGES = ['@grafeo-db/js', 'neo4j-driver', 'graphology-communities-louvain', 'sigma', 'fastify'];

/** What a figure was measured on. */
export interface Machine {
  cpu: string;
  cores: number;
  /** GiB. */
  memory: number;
  system: string;
  node: string;
  packages: Record<string, string>;
  /** Short hash, with ` and changes` where files differ from it. */
  commit: string;
  /** How many processes wanted to run in the minute before. */
  load: number;
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round((totalmem() / GIGABYTE) * 10) / 10,
    system: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
    node: process.version,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, packageVersion(name)])),
    commit: commit(),
    load: Math.round(loadavg()[0]! * 100) / 100,
  };
}

/** Of an installed package. */
export function packageVersion(name: string): string {
  const path = join(ROOT, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

function commit(): string {
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    // What a run writes itself is no change of what is measured.
    const changes = git(
      'status',
      '--porcelain',
      '--',
      '.',
      ':!docs',
      ':!bench/results',
      ':!tests/soak/results',
    );
    return `${git('rev-parse', '--short', 'HEAD')}${changes === '' ? '' : ' and changes'}`;
  } catch {
    return 'no commit';
  }
}
